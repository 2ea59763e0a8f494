import type { CrimeTypesError } from '../../domain/crimeTypesFile.ts'
import type { Formatter } from '../../i18n/format.ts'
import type { locale } from '../../i18n/locale.svelte.ts'

/** Why a file of crime types could not be opened, where in it, and what to do. */
export function crimeTypesSentence(
  { fault }: CrimeTypesError,
  { texts, format }: Pick<typeof locale, 'texts' | 'format'>,
): string {
  const say = texts.crimeTypes.file.errors[fault.code] as (f: Formatter, data: typeof fault.data) => string
  return say(format, fault.data)
}
