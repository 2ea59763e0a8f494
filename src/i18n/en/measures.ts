import type { Catalogue } from '../sv.ts'

export const measures: Catalogue['measures'] = {
  title: 'Measures',
}
