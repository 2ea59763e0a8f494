import { columnNames } from '../header.ts'
import { readFigure } from './valueCell.ts'
import type { TableRecords } from './tableRecords.ts'

/** A table of statistics without what stands around it. */
export interface AreaTable {
  file: string
  sheets: string[]
  sheet: string | null
  /** Lines above the head: the title, most often. */
  titles: string[]
  columns: string[]
  rows: string[][]
  /** Lines below and between the rows: notes, sources, headings of groups. */
  notes: string[]
  /** Cells of the first columns that were blank under a value that holds for several rows. */
  filledDown: number
  decimalComma: boolean
}

const YEAR = /^(19|20)\d{2}$/

/**
 * Finds head and rows of an exported table. Heads of several lines are joined ("Folkmängd" over "2023"); a cell over several
 * columns, or beside several rows, holds for all of them.
 */
export function shapeTable({ records, decimalComma, ...source }: TableRecords): AreaTable {
  const cells = records.map((record) => record.map((cell) => cell.replace(/\s+/g, ' ').trim()))
  const isData = (record: readonly string[]) =>
    record.some((cell, c) => c > 0 && isFigure(cell, decimalComma))
  const first = headStart(cells)
  let end = first
  if (first < cells.length && !(isData(cells[first]!) && !headOfYears(cells[first]!, decimalComma))) {
    end = first + 1
    while (end < cells.length && continuesHead(cells[end]!, cells[first]!, decimalComma)) end++
  }
  const heads = cells.slice(first, end)
  const body = cells.slice(end)
  const width = body.reduce((most, record) => (isData(record) ? Math.max(most, extent(record)) : most), 0)
  const rows: string[][] = []
  const notes: string[] = []
  for (const record of body) {
    if (isData(record)) rows.push(Array.from({ length: width }, (_, c) => record[c] ?? ''))
    else if (extent(record) > 0) notes.push(record.filter((cell) => cell !== '').join(' '))
  }
  return {
    ...source,
    titles: cells.slice(0, first).flatMap((record) => record.filter((cell) => cell !== '').join(' ') || []),
    columns: columnNames(joinHeads(heads, width), width),
    rows,
    notes,
    filledDown: fillDown(rows, decimalComma),
    decimalComma,
  }
}

function isFigure(cell: string, decimalComma: boolean): boolean {
  if (cell === '') return false
  return readFigure(cell, decimalComma) !== 'unreadable'
}

/** Cells up to the last one that is not blank. */
function extent(record: readonly string[]): number {
  let last = record.length
  while (last > 0 && record[last - 1] === '') last--
  return last
}

/** The first record that reaches nearly as far as the table does. */
function headStart(cells: readonly (readonly string[])[]): number {
  const extents = cells.slice(0, 500).map(extent).filter((length) => length > 1).sort((a, b) => a - b) // prettier-ignore
  const common = extents[Math.floor(extents.length / 2)] ?? 1
  const at = cells.findIndex(
    (record) =>
      extent(record) >= Math.max(2, 0.6 * common) && record.filter((cell) => cell !== '').length >= 2,
  )
  if (at >= 0) return at
  const any = cells.findIndex((record) => extent(record) > 0)
  return any < 0 ? cells.length : any
}

/** A head may hold figures only where they are years. */
function headOfYears(record: readonly string[], decimalComma: boolean): boolean {
  return record.every((cell) => !isFigure(cell, decimalComma) || YEAR.test(cell))
}

function continuesHead(record: readonly string[], head: readonly string[], decimalComma: boolean): boolean {
  if (extent(record) < 2 || !headOfYears(record, decimalComma)) return false
  if ((head[0] ?? '') === '') return true
  // Below a head with a name for every column there are only years; below one whose cells reach over several, anything.
  const spans = head.slice(0, extent(head)).includes('') || extent(record) > extent(head)
  return (record[0] ?? '') === '' && (spans || record.every((cell) => cell === '' || YEAR.test(cell)))
}

function joinHeads(heads: readonly (readonly string[])[], width: number): string[] | null {
  if (heads.length === 0) return null
  const lines = heads.map((record, k) => {
    let above = ''
    return Array.from({ length: width }, (_, c) => {
      const cell = record[c] ?? ''
      // Only what stands over other heads reaches to the right.
      if (k === heads.length - 1) return cell
      const below = heads.slice(k + 1).some((lower) => (lower[c] ?? '') !== '')
      above = cell !== '' ? cell : below ? above : ''
      return cell !== '' ? cell : above
    })
  })
  return Array.from({ length: width }, (_, c) =>
    lines
      .map((line) => line[c]!)
      .filter((text, k, all) => text !== '' && all.indexOf(text) === k)
      .join(' '),
  )
}

/**
 * Where the first columns give a value once for a group of rows, it is repeated: only if every group has the same number of
 * rows, as exports do. Blank cells in no such pattern are left blank.
 */
function fillDown(rows: string[][], decimalComma: boolean): number {
  if (rows.length < 2) return 0
  let filled = 0
  for (let c = 0; c < rows[0]!.length; c++) {
    const starts = rows.flatMap((row, r) => (row[c] !== '' ? [r] : []))
    const text = starts.filter(
      (r) => !isFigure(rows[r]![c]!, decimalComma) || YEAR.test(rows[r]![c]!) || c === 0,
    )
    if (starts.length === rows.length) continue
    const length = rows.length / starts.length
    const regular =
      starts.length > 0 &&
      starts[0] === 0 &&
      Number.isInteger(length) &&
      starts.every((start, k) => start === k * length)
    if (!regular || text.length < starts.length) break
    for (let r = 0; r < rows.length; r++)
      if (rows[r]![c] === '') {
        rows[r]![c] = rows[r - 1]![c]!
        filled++
      }
  }
  return filled
}
