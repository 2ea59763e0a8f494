export const areaFiles = {}
