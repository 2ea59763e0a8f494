import type { layers as source } from '../sv/layers.ts'

export const layers: typeof source = {}
