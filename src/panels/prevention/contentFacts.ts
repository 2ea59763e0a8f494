import type { FileContent } from '../../domain/preventionFile/records.ts'
import type { SafetyWalk } from '../../domain/safetyWalk.ts'
import type { locale } from '../../i18n/locale.svelte.ts'

/** The catalogue and the figures of a language. */
export type Words = Pick<typeof locale, 'texts' | 'format'>

export function observationsIn({ walks }: Pick<FileContent, 'walks'>): number {
  return walks.reduce((sum, { observations }) => sum + observations.length, 0)
}

/** What is in it, list by list, with how many: "2 vandringar", "28 iakttagelser". */
export function contentFacts(content: FileContent, { texts, format }: Words): string[] {
  const { facts } = texts.preventionFiles
  const counts = {
    walks: content.walks.length,
    observations: observationsIn(content),
    measures: content.measures.length,
    causes: content.causes.length,
    problems: content.problems.length,
    activity: content.activity.length,
  }
  return (Object.keys(counts) as (keyof typeof counts)[])
    .filter((name) => counts[name] > 0)
    .map((name) => facts[name](counts[name], format.integer(counts[name])))
}

/** What came of the file. */
export function outcomeText(content: FileContent, onto: SafetyWalk | null, words: Words): string {
  const { facts, outcome } = words.texts.preventionFiles
  const observations = observationsIn(content)
  const seen = facts.observations(observations, words.format.integer(observations))
  if (onto) return outcome.joined(seen, onto.title)
  const [first = '', ...others] = contentFacts(content, words)
  return content.walks.length > 0 && others.length === 1
    ? outcome.walks(first, others[0]!)
    : outcome.measures(words.format.list([first, ...others]))
}
