import Papa from 'papaparse'
import { spreadsheetCell } from '../domain/spreadsheetCell.ts'

/** A cell of an exported table: numbers are written with the language's decimal sign. */
export type CsvCell = string | number | null

/**
 * A table as CSV that Excel opens as it stands: byte order mark, semicolons, CRLF; cells that a spreadsheet would run as a
 * formula get an apostrophe in front. The last rows say what the figures are: no number travels alone.
 */
export function csvOf(
  headings: readonly string[],
  rows: readonly (readonly CsvCell[])[],
  notes: readonly string[],
  decimal: ',' | '.',
): string {
  const cell = (value: CsvCell) =>
    value === null || (typeof value === 'number' && !Number.isFinite(value))
      ? ''
      : typeof value === 'number'
        ? String(Math.round(value * 1e6) / 1e6).replace('.', decimal)
        : value
  const body = [
    [...headings],
    ...rows.map((row) => row.map(cell)),
    ...(notes.length > 0 ? [[], ...notes.map((note) => [note])] : []),
  ].map((row) => row.map(spreadsheetCell))
  return `\ufeff${Papa.unparse(body, { delimiter: ';', newline: '\r\n' })}\r\n`
}
