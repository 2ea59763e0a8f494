import type { plots as source } from '../sv/plots.ts'

export const plots: typeof source = {}
