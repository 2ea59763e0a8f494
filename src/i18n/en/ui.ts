export const ui: typeof import('../sv/ui.ts').ui = {}
