import type { Catalogue } from '../sv.ts'

export const beforeAfter: Catalogue['beforeAfter'] = {
  title: 'Before and after',
}
