import type { StatisticTable } from '../../domain/areaStatistics.ts'
import { FigureGatherer, type TableNote } from './figureGatherer.ts'
import { joinKeys, type KeyedArea } from './joinKeys.ts'
import { suggestTies, type TieSuggestion } from './suggestTies.ts'
import type { TableMapping } from './tableMapping.ts'
import type { AreaTable } from './tableShape.ts'

/** A table joined to areas, as it would be taken over. */
export interface TableJoin {
  table: StatisticTable
  notes: TableNote[]
  suggestions: TieSuggestion[]
}

/**
 * Joins the rows of a table to areas by key. Rows of what is not chosen of a breakdown count as read. A figure that comes
 * again for the same area and year is taken once; where it differs neither is taken. The order of rows plays no part.
 * @param ids names the table and its indicators
 */
export function joinTable(
  table: AreaTable,
  mapping: TableMapping,
  areas: readonly KeyedArea[],
  options: { id: string; areaSet: string; ties?: Readonly<Record<string, string>> },
): TableJoin {
  const ties = options.ties ?? {}
  const keyOf = (row: readonly string[]) => (row[mapping.key] ?? '').trim()
  const keys = new Map<string, number>()
  for (const row of table.rows) keys.set(keyOf(row), (keys.get(keyOf(row)) ?? 0) + 1)
  const join = joinKeys(keys.keys(), areas, ties)
  const gather = new FigureGatherer(table, mapping)
  let matchedRows = 0
  for (const row of table.rows) {
    const key = keyOf(row)
    const area = join.matches.get(key)
    if (key === '') gather.note('noKey', row.join(' ').trim())
    if (area === undefined) continue
    matchedRows++
    gather.row(row, areas[area]!.id)
  }
  const statistics = gather.statistics(options.id)
  const covered = new Set(statistics.flatMap(({ values }) => values.map(({ area }) => area)))
  const areasWithout = areas.filter(({ id }) => !covered.has(id)).map(({ id }) => id)
  const met = new Set([...join.matches.values()].map((i) => areas[i]!.id))
  const open = [...join.unmatched, ...join.ambiguous]
  return {
    table: {
      id: options.id,
      areaSet: options.areaSet,
      file: table.file,
      sheet: table.sheet,
      keyColumn: table.columns[mapping.key] ?? '',
      rows: table.rows.length,
      matchedRows,
      unmatched: open.map((key) => ({ key, rows: keys.get(key)!, ambiguous: join.ambiguous.has(key) })),
      areasWithout,
      ties: Object.fromEntries(Object.entries(ties).filter(([key]) => keys.has(key))),
      statistics,
    },
    notes: gather.notes,
    suggestions: suggestTies(
      join.unmatched,
      areas,
      new Set(areas.filter(({ id }) => !met.has(id)).map(({ id }) => id)),
    ),
  }
}
