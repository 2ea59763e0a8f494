import type { Catalogue } from '../sv.ts'

export const effect: Catalogue['effect'] = {
  title: 'Effect',
}
