import type { crimeTypes as source } from '../sv/crimeTypes.ts'

export const crimeTypes: typeof source = {}
