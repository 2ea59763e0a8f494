import type { Catalogue } from '../sv.ts'

export const drawing: Catalogue['drawing'] = {
  title: 'Draw',
}
