import Papa from 'papaparse'
import type { CsvDialect } from './source.ts'

/** Characters without a row's end after which an open quote is taken for a stray one. */
const LONGEST_ROW = 1 << 20

/** Characters parsed at a time where there are quotes, so that undoing a stray one costs little. */
const WINDOW = 1 << 16

/** The same after a stray quote: where there is one there are more. */
const NARROW_WINDOW = 1 << 11

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
  const split =
    width === null || !text.includes(dialect.quote)
      ? splitWhole(text, dialect, last)
      : splitWindows(text, dialect, width, last)
  if (dialect.newline === '\n') for (const row of split.rows) dropCarriageReturn(row)
  return split
}

function splitWhole(text: string, dialect: Dialect, last: boolean): SplitText {
  const { data, meta } = parse(text, dialect, last)
  return { rows: data, broken: [], rest: last ? '' : text.slice(meta.cursor) }
}

function splitWindows(text: string, dialect: Dialect, width: number, last: boolean): SplitText {
  const rows: string[][] = []
  const broken: number[] = []
  let at = 0
  let size = WINDOW
  while (at < text.length) {
    const end = Math.min(text.length, at + size)
    const final = last && end === text.length
    const piece = text.slice(at, end)
    const result = parse(piece, dialect, final)
    let stray = firstSwallowing(result, width, dialect)
    const consumed = final ? piece.length : result.meta.cursor
    if (stray < 0 && consumed === 0) {
      if (size < LONGEST_ROW && end < text.length) {
        size *= 2
        continue
      }
      if (size < LONGEST_ROW || !piece.includes(dialect.newline)) break
      stray = 0
    }
    const sound = stray < 0 ? result.data.length : stray
    for (let k = 0; k < sound; k++) rows.push(result.data[k]!)
    size = stray < 0 ? Math.min(WINDOW, size * 2) : NARROW_WINDOW
    if (stray < 0) {
      at += consumed
      if (end === text.length) break
      continue
    }
    const start = at + (stray > 0 ? parse(piece, dialect, final, stray).meta.cursor : 0)
    const lineEnd = text.indexOf(dialect.newline, start)
    if (lineEnd < 0 && !last) {
      at = start
      break
    }
    const line = text.slice(start, lineEnd < 0 ? undefined : lineEnd)
    const cells = line.split(dialect.delimiter)
    if (cells.length !== width) broken.push(rows.length)
    rows.push(cells.length === width ? cells : [line])
    at = lineEnd < 0 ? text.length : lineEnd + 1
  }
  return { rows, broken, rest: text.slice(at) }
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
