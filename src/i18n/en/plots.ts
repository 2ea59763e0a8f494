export const plots: typeof import('../sv/plots.ts').plots = {}
