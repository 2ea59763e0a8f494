import type { Catalogue } from '../sv.ts'

export const depthTests: Catalogue['depthTests'] = {}
