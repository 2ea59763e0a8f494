import Papa from 'papaparse'
import type { CsvDialect } from './source.ts'

/** Characters without a row's end after which an open quote is taken for a stray one. */
const LONGEST_ROW = 1 << 20

interface ParserResult {
  data: string[][]
  errors: { type: string; row: number }[]
  meta: { cursor: number }
}

type Dialect = Pick<CsvDialect, 'delimiter' | 'quote' | 'newline'>

export interface SplitText {
  rows: string[][]
  /** Indices of rows whose quotes never closed. */
  broken: number[]
  /** Text after the last complete row. */
  rest: string
}

/**
 * Splits text into rows of cells; without `last` an unfinished row stays in `rest`. Where `width` is known, a stray quote that
 * swallows the following lines is undone: its line is read again with the quote as an ordinary character, and kept apart as
 * broken where that gives no row of the table's width.
 */
export function splitRows(text: string, dialect: Dialect, width: number | null, last: boolean): SplitText {
  const rows: string[][] = []
  const broken: number[] = []
  let rest = text
  for (;;) {
    const result = parse(rest, dialect, last)
    const stray = width === null ? -1 : firstSwallowing(result, width, dialect)
    if (stray < 0) {
      for (const row of result.data) rows.push(row)
      rest = last ? '' : rest.slice(result.meta.cursor)
      if (width === null || rest.length < LONGEST_ROW || !rest.includes(dialect.newline)) break
    } else for (let k = 0; k < stray; k++) rows.push(result.data[k]!)
    const start = stray > 0 ? parse(rest, dialect, last, stray).meta.cursor : 0
    const end = rest.indexOf(dialect.newline, start)
    const line = rest.slice(start, end < 0 ? undefined : end)
    const cells = line.split(dialect.delimiter)
    if (cells.length === width) rows.push(cells)
    else {
      broken.push(rows.length)
      rows.push([line])
    }
    rest = end < 0 ? '' : rest.slice(end + 1)
    if (end < 0) break
  }
  if (dialect.newline === '\n') for (const row of rows) dropCarriageReturn(row)
  return { rows, broken, rest }
}

function parse(text: string, dialect: Dialect, last: boolean, preview = 0): ParserResult {
  const parser = new Papa.Parser({
    delimiter: dialect.delimiter,
    quoteChar: dialect.quote,
    newline: dialect.newline,
    preview,
    fastMode: preview > 0 ? false : undefined,
  })
  return parser.parse(text, 0, !last) as ParserResult
}

/** First row with a line break in a cell that has the wrong width or malformed quotes; -1 where there is none. */
function firstSwallowing(result: ParserResult, width: number, dialect: Dialect): number {
  if (result.data.length === 0) return -1
  const malformed = new Set<number>()
  for (const error of result.errors) if (error.type === 'Quotes') malformed.add(error.row)
  for (let k = 0; k < result.data.length; k++) {
    const row = result.data[k]!
    if (row.length === width && !malformed.has(k)) continue
    if (row.some((cell) => cell.includes(dialect.newline))) return k
  }
  return -1
}

function dropCarriageReturn(row: string[]): void {
  const end = row.length - 1
  const cell = row[end]!
  if (cell.charCodeAt(cell.length - 1) === 13) row[end] = cell.slice(0, -1)
}
