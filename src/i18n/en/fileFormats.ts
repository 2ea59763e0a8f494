import type { fileFormats as source } from '../sv/fileFormats.ts'

export const fileFormats: typeof source = {}
