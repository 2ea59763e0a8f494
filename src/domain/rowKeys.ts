import { allocateColumns, COLUMN_KEYS, type IncidentColumns } from './incident.ts'

/** A half-open range of row keys: those of one layer. */
export interface RowRange {
  from: number
  to: number
}

/** Rows that leave a data set: those of whole layers, and single rows that a later file replaces. */
export interface RowRemoval {
  ranges: RowRange[]
  rows: Uint32Array
}

export const NO_REMOVAL: Readonly<RowRemoval> = { ranges: [], rows: new Uint32Array(0) }

export function inRange(row: number, { from, to }: RowRange): boolean {
  return row >= from && row < to
}

/** Whether a removal takes anything away. */
export function removesRows({ ranges, rows }: RowRemoval): boolean {
  return rows.length > 0 || ranges.some(({ from, to }) => to > from)
}

/** The columns without the removed rows, the others in their order; the same object where nothing leaves. */
export function withoutRows(columns: IncidentColumns, removal: RowRemoval): IncidentColumns {
  if (!removesRows(removal)) return columns
  const gone = new Set(removal.rows)
  const kept = new Uint32Array(columns.length)
  let n = 0
  for (let i = 0; i < columns.length; i++) {
    const row = columns.row[i]!
    if (!gone.has(row) && !removal.ranges.some((range) => inRange(row, range))) kept[n++] = i
  }
  const left = allocateColumns(n)
  for (const key of COLUMN_KEYS) {
    const [from, to] = [columns[key], left[key]]
    for (let k = 0; k < n; k++) to[k] = from[kept[k]!]!
  }
  return left
}
