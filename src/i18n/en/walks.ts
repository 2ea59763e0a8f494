import type { Catalogue } from '../sv.ts'

export const walks: Catalogue['walks'] = {
  title: 'Safety walks',
}
