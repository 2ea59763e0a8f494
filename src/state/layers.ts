import { INCIDENT_KINDS, type IncidentKind } from '../domain/incident.ts'
import type { Period } from '../domain/period.ts'
import { inRange, type RowRange } from '../domain/rowKeys.ts'
import type { IncidentKeys, LoadReport, Mapping, SourceDescription } from '../ingest/index.ts'

/** How a layer's file was written. */
export type SourceFacts = Pick<SourceDescription, 'format' | 'csv' | 'sheet' | 'decimalComma' | 'geometry'>

/** The rows of one source file in a data set. Plain data, replaced as a whole, never changed. */
export interface Layer {
  /** Unique in the data set, also among layers that have left it. */
  id: string
  /** Number of the layer in the database: `id` without its letter. */
  number: number
  /** As the person calls it; at first the file's name without its ending. */
  name: string
  /** Id of the layer that this file continues (next month's file), its own id otherwise. Duplicates are looked for in a series. */
  series: string
  /** Name of the source file. */
  fileName: string
  /** SHA-256 of its bytes. */
  fingerprint: string
  /** How many rows of each kind are in the data set. */
  kinds: Record<IncidentKind, number>
  /** What was read, rejected and noted when the file was loaded. */
  report: LoadReport
  /** How the file's columns were read. */
  mapping: Mapping
  /** Source columns that stand as typed columns. */
  mappedColumns: string[]
  source: SourceFacts
  /** Keys of the file's rows ({@link IncidentColumns.row}), data row 1 first. */
  range: RowRange
  /** Rows that are in the data set: those loaded less those that a later file has replaced. */
  rows: number
  rejected: number
  /** By what its rows are known again in the next file of the series. */
  keys: IncidentKeys
  /** Days, half-open; null where no row has a date. */
  period: Period | null
}

/** Key of the first row of a layer that is to come. Keys of layers that have left are not used again while others stand. */
export function nextRow(layers: readonly Layer[]): number {
  return Math.max(1, ...layers.map(({ range }) => range.to))
}

/** Number of a layer that is to come. */
export function nextNumber(layers: readonly Layer[]): number {
  return Math.max(0, ...layers.map(({ number }) => number)) + 1
}

/** The layer that a row belongs to, with the row's 1-based place in its file; null where no layer has the key. */
export function rowInLayer(layers: readonly Layer[], key: number): { layer: Layer; row: number } | null {
  const layer = layers.find(({ range }) => inRange(key, range))
  return layer ? { layer, row: key - layer.range.from + 1 } : null
}

/** Kinds that a layer, or several together, hold. */
export function kindsOf(kinds: Record<IncidentKind, number>): IncidentKind[] {
  return INCIDENT_KINDS.filter((kind) => kinds[kind] > 0)
}

/** Source columns that the table need not show, since typed columns do: mapped in every layer whose file has them. */
export function mappedInAll(layers: readonly Layer[]): string[] {
  const named = new Set(layers.flatMap(({ mappedColumns }) => mappedColumns))
  return [...named].filter((name) =>
    layers.every(
      ({ report, mappedColumns }) => !report.columns.includes(name) || mappedColumns.includes(name),
    ),
  )
}

/** What addresses call a data set: the file's fingerprint, or those of all files in short. */
export function datasetId(layers: readonly Layer[]): string {
  if (layers.length === 1) return layers[0]!.fingerprint
  return layers.map(({ fingerprint }) => fingerprint.slice(0, 16)).join('.')
}

/** Names of the files that contribute rows of a kind, each once. */
export function filesOf(layers: readonly Layer[], kind: IncidentKind): string[] {
  return [...new Set(layers.filter(({ kinds }) => kinds[kind] > 0).map(({ fileName }) => fileName))]
}
