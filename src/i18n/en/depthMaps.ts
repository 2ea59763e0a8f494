import type { Catalogue } from '../sv.ts'

export const depthMaps: Catalogue['depthMaps'] = {}
