import type { areaScreen as source } from '../sv/areaScreen.ts'

export const areaScreen: typeof source = {}
