import type { project as source } from '../sv/project.ts'

export const project: typeof source = {}
