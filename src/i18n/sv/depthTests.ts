export const depthTests = {}
