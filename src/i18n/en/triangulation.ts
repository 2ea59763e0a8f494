import type { Catalogue } from '../sv.ts'

export const triangulation: Catalogue['triangulation'] = {
  title: 'Felt and reported',
}
