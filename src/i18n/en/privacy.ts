import type { privacy as source } from '../sv/privacy.ts'

export const privacy: typeof source = {}
