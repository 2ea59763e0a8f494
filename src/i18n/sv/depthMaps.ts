export const depthMaps = {}
