export const plots = {}
