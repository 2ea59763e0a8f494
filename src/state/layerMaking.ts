import type { RowRemoval } from '../domain/rowKeys.ts'
import type { Taxonomy } from '../domain/taxonomy.ts'
import type { DatasetInfo } from '../db/dataset.ts'
import { joinKeys, keysWithout } from '../ingest/incidentKeys.ts'
import type { JoinedDataset, LoadBatch, LoadReport, Mapping, SourceDescription } from '../ingest/index.ts'
import { positionColumns } from '../ingest/mapping.ts'
import type { Dataset } from './dataset.svelte.ts'
import { comparedBy, type OpenPlan } from './layerPlan.ts'
import type { Layer } from './layers.ts'

/** What a file needs to know of the data set that it joins. */
export function joined(dataset: Dataset, plan: OpenPlan, rowFrom: number): JoinedDataset {
  return {
    rowFrom,
    labels: dataset.labels,
    timeZone: dataset.timeZone,
    earlier: comparedBy(plan, dataset.layers).map(({ fileName, range, keys }) => ({
      fileName,
      rowFrom: range.from,
      keys,
    })),
    keepDuplicates: plan.as === 'append' && plan.keepDuplicates,
  }
}

/** A file that has been read, as a layer of its own. */
export function layerOf(
  number: number,
  rowFrom: number,
  read: {
    report: LoadReport
    mapping: Mapping
    source: SourceDescription
    batches: readonly LoadBatch[]
  },
): Layer {
  const { report, mapping, source, batches } = read
  const { format, csv, sheet, decimalComma, geometry } = source
  const { firstDay, lastDay } = report
  const id = `l${number}`
  return {
    id,
    number,
    name: report.name.replace(/\.\w{1,7}$/, ''),
    series: id,
    fileName: report.name,
    fingerprint: report.fingerprint,
    kinds: report.kinds,
    report,
    mapping,
    mappedColumns: mappedColumns(source, mapping),
    source: { format, csv, sheet, decimalComma, geometry },
    range: { from: rowFrom, to: rowFrom + report.rowsRead },
    rows: report.rowsLoaded,
    rejected: Object.values(report.rejectedByReason).reduce((sum, count) => sum + count, 0),
    keys: joinKeys(batches.map(({ keys }) => keys)),
    period: firstDay === null || lastDay === null ? null : { from: firstDay, to: lastDay + 1 },
  }
}

/** A plan's removal with the single rows that its file replaces. */
export function removalWith(removal: RowRemoval | null, { duplicates }: LoadReport): RowRemoval | null {
  if (!removal || !duplicates) return removal
  return { ...removal, rows: Uint32Array.from(duplicates.replaced) }
}

/** The layers without the single rows that have left them. */
export function lessReplaced(layers: readonly Layer[], removal: RowRemoval | null): Layer[] {
  if (!removal || removal.rows.length === 0) return [...layers]
  const gone = new Set(removal.rows)
  return layers.map((layer) => {
    const keys = keysWithout(layer.keys, gone)
    return keys.row.length === layer.rows ? layer : { ...layer, keys, rows: keys.row.length }
  })
}

/** What the database is told of a data set. */
export function databaseInfo(
  { timeZone }: Pick<Dataset, 'timeZone'>,
  layers: readonly Layer[],
  taxonomy: Taxonomy,
): DatasetInfo {
  return { timeZone, taxonomy, layers: layers.map(({ number, name, range }) => ({ number, name, ...range })) }
}

/** "mars.csv", and how many files stand behind it where there are several. */
export function nameOf(layers: readonly Layer[]): string {
  const [first, ...others] = layers
  return others.length === 0 ? first!.fileName : `${first!.fileName} + ${others.length}`
}

/** Names of the source's columns that the typed columns already show. */
function mappedColumns({ columns }: SourceDescription, mapping: Mapping): string[] {
  const { from, to, position, type, kind, cost } = mapping
  return [
    from?.column,
    from?.clockColumn,
    to?.column,
    to?.clockColumn,
    ...positionColumns(position),
    type,
    kind.column,
    cost,
  ]
    .filter((column): column is number => typeof column === 'number')
    .map((column) => columns[column]!)
}
