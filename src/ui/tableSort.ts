export interface Sort {
  key: string
  direction: 'ascending' | 'descending'
}

/** A column of a table; `key` names it and, unless `sortValue` is given, the row's field. */
export interface Column<Row> {
  key: string
  label: string
  align?: 'start' | 'end'
  /** The cell's text; the value itself unless given. */
  format?: (value: unknown, row: Row) => string
  sortable?: boolean
  /** What the column sorts by where it is not the field itself. */
  sortValue?: (row: Row) => number | string | null
  /** px; the column shares what is left unless given. */
  width?: number
}

export function valueOf<Row>(row: Row, column: Column<Row>): unknown {
  return (row as Record<string, unknown>)[column.key]
}

export function textOf<Row>(row: Row, column: Column<Row>): string {
  const value = valueOf(row, column)
  if (column.format) return column.format(value, row)
  return value === null || value === undefined ? '–' : String(value)
}

/** The rows in order of a column; rows without a value stand last either way, ties keep their order. */
export function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  sort: Sort | null,
  compareText: (a: string, b: string) => number,
): readonly Row[] {
  const column = columns.find(({ key }) => key === sort?.key)
  if (!sort || !column) return rows
  const sign = sort.direction === 'ascending' ? 1 : -1
  const missing = (value: unknown) => value === null || value === undefined || Number.isNaN(value)
  const keyed = rows.map((row) => ({
    row,
    value: column.sortValue ? column.sortValue(row) : valueOf(row, column),
  }))
  keyed.sort((a, b) => {
    if (missing(a.value) || missing(b.value)) return Number(missing(a.value)) - Number(missing(b.value))
    if (typeof a.value === 'number' && typeof b.value === 'number') return sign * (a.value - b.value)
    return sign * compareText(String(a.value), String(b.value))
  })
  return keyed.map(({ row }) => row)
}

/** The sort that a press on a column's head leads to: numbers begin with the largest, and a third press lifts it. */
export function nextSort(sort: Sort | null, key: string, largestFirst: boolean): Sort | null {
  const first = largestFirst ? 'descending' : 'ascending'
  if (sort?.key !== key) return { key, direction: first }
  if (sort.direction === first) return { key, direction: largestFirst ? 'ascending' : 'descending' }
  return null
}
