import type { Selection } from '../domain/selection.ts'

/** Columns that every data set has. */
export type IncidentField =
  | 'row'
  | 'layer'
  | 'day'
  | 'start'
  | 'finish'
  | 'hourOfWeek'
  | 'type'
  | 'category'
  | 'kind'
  | 'area'
  | 'x'
  | 'y'
  | 'lon'
  | 'lat'
  | 'cost'

/** A column of the incident table: a field, or the index of a column of the source file. */
export type ColumnKey = IncidentField | number

export type Language = 'sv' | 'en'

/**
 * A filter on one column of the table. Texts compare without case, as the cell is read in the language. `between` is
 * inclusive: day numbers for `day`, hours of the week, metres or degrees, a number in the source file.
 */
export type ColumnFilter =
  | { column: ColumnKey; test: 'contains' | 'equals'; text: string }
  | { column: ColumnKey; test: 'between'; from?: number; to?: number }
  | { column: ColumnKey; test: 'missing' }

/** Which incidents the table, an export or a count holds: those that meet every clause. */
export interface IncidentFilter {
  /** null = all rows, of every kind. */
  selection: Selection | null
  /**
   * Row keys ({@link IncidentColumns.row}) that the analysis worker chose. Required where the place is an outline; also for hours by
   * midpoint or aoristic weights, with `selection.hours` null. A clause of its own elsewhere. The array is known by identity: do not write to it.
   */
  rows?: Uint32Array
  /** Words anywhere in a row: source columns, type, area. */
  search?: string
  columns?: readonly ColumnFilter[]
}

/** Rows without a value come last in both directions; ties keep the order of the source. */
export interface Sort {
  column: ColumnKey
  direction: 'ascending' | 'descending'
}

export const SOURCE_ORDER: Readonly<Sort> = { column: 'row', direction: 'ascending' }
