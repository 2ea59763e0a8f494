import { foldLabel } from '../../domain/taxonomy.ts'
import { defaultTaxonomyIndex } from '../types.ts'

/** What a cell of a type column that is not stored still says: a type of the taxonomy, or nothing. Its label would be its text. */
export function typeOfDropped(text: string): string {
  return defaultTaxonomyIndex().has(foldLabel(text)) ? text : ''
}
