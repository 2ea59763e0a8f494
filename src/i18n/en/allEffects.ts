import type { Catalogue } from '../sv.ts'

export const allEffects: Catalogue['allEffects'] = {
  title: 'All measures',
}
