export const crimeTypes = {}
