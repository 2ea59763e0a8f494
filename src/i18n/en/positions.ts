import type { positions as source } from '../sv/positions.ts'

export const positions: typeof source = {}
