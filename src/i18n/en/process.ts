import type { Catalogue } from '../sv.ts'

export const process: Catalogue['process'] = {
  title: 'The process',
}
