import type { AreaNote } from '../../../domain/area.ts'
import type { AreaStatistic } from '../../../domain/areaStatistics.ts'
import { yearsOf } from '../../../domain/areaStatistics.ts'
import type { locale } from '../../../i18n/locale.svelte.ts'
import type { TableNote } from '../../../ingest/areas/figureGatherer.ts'

type Words = Pick<typeof locale, 'texts' | 'format'>

/** What is odd about the shapes, with how many and the first of them by name. */
export function noteText({ code, count, examples }: AreaNote, { texts, format }: Words): string {
  const words = texts.areaFiles
  return `${words.notes[code](format.integer(count))} ${words.examples(listed(examples, count))}.`
}

/** What is odd about a table's figures. */
export function tableNoteText({ code, count, examples }: TableNote, { texts, format }: Words): string {
  const words = texts.areaFiles
  const named = examples.length > 0 && code !== 'missing' && code !== 'dashes'
  const sentence = words.tableNotes[code](format.integer(count))
  return named ? `${sentence} ${words.examples(listed(examples, count))}.` : `${sentence}.`
}

function listed(examples: readonly string[], count: number): string {
  return examples.join(', ') + (examples.length < count ? ' …' : '')
}

/** "2019–2024", "2024", "utan år". */
export function yearsText(statistics: readonly AreaStatistic[], { texts }: Pick<Words, 'texts'>): string {
  const years = statistics.flatMap((statistic) => yearsOf(statistic))
  if (years.length === 0) return texts.areaFiles.noYear
  return texts.areaFiles.years(String(Math.min(...years)), String(Math.max(...years)))
}
