export const fileFormats = {}
