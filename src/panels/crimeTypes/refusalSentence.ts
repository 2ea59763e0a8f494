import { typesById, type Taxonomy } from '../../domain/taxonomy.ts'
import type { EditRefusal } from '../../domain/taxonomyEdits.ts'
import type { locale } from '../../i18n/locale.svelte.ts'

/** Why an edit was refused, in words. */
export function refusalSentence(
  refusal: EditRefusal,
  taxonomy: Taxonomy,
  { texts, language }: Pick<typeof locale, 'texts' | 'language'>,
): string {
  const { errors } = texts.crimeTypes.taxonomy
  if (refusal.code !== 'nameTaken') return errors[refusal.code]
  const by = typesById(taxonomy).get(refusal.by)?.type.name[language] ?? refusal.by
  return errors.nameTaken({ name: refusal.name, by })
}
