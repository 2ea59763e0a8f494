import { parseIsoDate } from '../../domain/period.ts'
import { typesById, type PlacedType, type Taxonomy } from '../../domain/taxonomy.ts'
import type { TypeBreak } from '../../domain/typeBreaks.ts'
import type { Language } from '../../i18n/format.ts'
import type { locale } from '../../i18n/locale.svelte.ts'

type Words = Pick<typeof locale, 'texts' | 'format' | 'language'>

/** Types beyond this many are counted, not named. */
const NAMED = 3

/** Names of the types that a break concerns. */
export function typeNames(
  { types }: TypeBreak,
  known: ReadonlyMap<string, PlacedType>,
  language: Language,
): string[] {
  if (types === 'all') return []
  return types.flatMap((id) => known.get(id)?.type.name[language] ?? [])
}

/** What changed: the note, and from what to what. */
export function breakWhat({ note, from, to }: TypeBreak, { texts }: Pick<Words, 'texts'>): string {
  const change = texts.crimeTypes.breaks.change({ from, to })
  const said = note.replace(/[.\s]+$/, '')
  return said && change ? `${said} (${change})` : said || change
}

/** What changed, when, for which types, and what it means for a comparison. */
export function breakSentence(one: TypeBreak, taxonomy: Taxonomy, words: Words): string {
  const { texts, format, language } = words
  const { breaks } = texts.crimeTypes
  const names = typeNames(one, typesById(taxonomy), language)
  return breaks.sentence({
    day: format.day(parseIsoDate(one.date)),
    types: names.length > NAMED ? breaks.severalTypes(format, names.length) : format.list(names),
    what: breakWhat(one, words),
    kind: one.kind,
  })
}

/** The latest break in words, and how many more there are; empty where there is none. */
export function breaksSentence(breaks: readonly TypeBreak[], taxonomy: Taxonomy, words: Words): string {
  const last = breaks.at(-1)
  if (!last) return ''
  const sentence = breakSentence(last, taxonomy, words)
  const { more } = words.texts.crimeTypes.breaks
  return breaks.length > 1 ? `${sentence} ${more(words.format, breaks.length - 1)}` : sentence
}
