import { inRange, type RowRange } from '../domain/rowKeys.ts'

/** A subject of a project: a document, and what it is made of. */
export interface ProjectPart {
  subject: string
  /** What the document is made of, by reference: as long as these are the same, so is the document. */
  refs: readonly unknown[]
  value(): unknown
}

/** What the parts of a project were made of at one moment. */
export type ProjectMark = ReadonlyMap<string, readonly unknown[]>

export function markOf(parts: readonly ProjectPart[]): ProjectMark {
  return new Map(parts.map(({ subject, refs }) => [subject, refs]))
}

/** Parts that are no longer what they were. */
export function changedParts(parts: readonly ProjectPart[], mark: ProjectMark | null): ProjectPart[] {
  return parts.filter(({ subject, refs }) => {
    const before = mark?.get(subject)
    return before?.length !== refs.length || refs.some((ref, i) => ref !== before[i])
  })
}

export function documentsOf(parts: readonly ProjectPart[]): Record<string, unknown> {
  return Object.fromEntries(parts.map(({ subject, value }) => [subject, value()]))
}

/** Rows that are written together with the cells of their file: all of one layer. */
export interface RowRun {
  layer: number
  /** Places in the columns. */
  from: number
  to: number
  /** Keys of the first and the last row. */
  firstRow: number
  lastRow: number
}

/** Rows of a run, so that no more than their cells are in memory at once. */
const RUN_ROWS = 50_000

/** Cuts the rows into runs in their order. Rows of no layer have number 0. */
export function rowRuns(
  row: Uint32Array,
  layers: readonly { number: number; range: RowRange }[],
  most = RUN_ROWS,
): RowRun[] {
  const runs: RowRun[] = []
  for (let from = 0; from < row.length;) {
    const firstRow = row[from]!
    const layer = layers.find(({ range }) => inRange(firstRow, range))
    let to = from + 1
    while (to < row.length && to - from < most && (!layer || inRange(row[to]!, layer.range))) to++
    runs.push({ layer: layer?.number ?? 0, from, to, firstRow, lastRow: row[to - 1]! })
    from = to
  }
  return runs
}
