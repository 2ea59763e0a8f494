import type { Catalogue } from '../sv.ts'

export const preventionFiles: Catalogue['preventionFiles'] = {
  title: 'Files of walks and measures',
}
