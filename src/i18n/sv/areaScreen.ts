export const areaScreen = {}
