import type { areaFiles as source } from '../sv/areaFiles.ts'

export const areaFiles: typeof source = {}
