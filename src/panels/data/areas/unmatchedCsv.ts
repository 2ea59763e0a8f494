import type { AreaSet } from '../../../domain/area.ts'
import type { StatisticTable } from '../../../domain/areaStatistics.ts'
import type { locale } from '../../../i18n/locale.svelte.ts'
import type { TieSuggestion } from '../../../ingest/areas/suggestTies.ts'
import { csvOf, type CsvCell } from '../../../report/csv.ts'

/** Both lists as CSV: rows of the table that met no area, and areas that got no value. */
export function unmatchedCsv(
  table: StatisticTable,
  set: Pick<AreaSet, 'areas'> | null,
  suggestions: readonly TieSuggestion[],
  { texts, language }: Pick<typeof locale, 'texts' | 'language'>,
): string {
  const words = texts.areaFiles.csv
  const nameOf = new Map((set?.areas ?? []).map(({ id, name }) => [id, name]))
  const suggested = new Map(suggestions.map(({ key, area, name }) => [key, `${area} ${name}`]))
  const rows: CsvCell[][] = [
    ...table.unmatched.map(({ key, rows }) => [words.table, key, '', rows, suggested.get(key) ?? '']),
    ...table.areasWithout.map((id) => [words.area, id, nameOf.get(id) ?? '', null, '']),
  ]
  const heads = [words.side, words.key, words.name, words.rows, words.suggestion]
  return csvOf(heads, rows, [], language === 'sv' ? ',' : '.')
}
