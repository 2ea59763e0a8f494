import { spreadsheetCell } from '../domain/spreadsheetCell.ts'
import { csvOf } from './csv.ts'

/** One sheet: a table under its headings, with notes after it. */
export interface PlanSheet {
  name: string
  headings: readonly string[]
  rows: readonly (readonly string[])[]
  notes: readonly string[]
  /** Characters of each column. */
  widths: readonly number[]
}

/** Excel's own limit of a cell; what is longer is cut with an ellipsis, not refused. */
const LONGEST_CELL = 32_767

const cell = (text: string) => {
  const safe = spreadsheetCell(text)
  return safe.length > LONGEST_CELL ? `${safe.slice(0, LONGEST_CELL - 1)}…` : safe
}

/**
 * The sheets as an Excel workbook. All cells are text, and those that a spreadsheet would run as a formula get an apostrophe in front, as in CSV: what
 * is saved on as CSV from Excel is as safe.
 */
export async function planWorkbook(sheets: readonly PlanSheet[]): Promise<Uint8Array<ArrayBuffer>> {
  const { utils, write } = await import('@e965/xlsx')
  const book = utils.book_new()
  for (const { name, headings, rows, notes, widths } of sheets) {
    const lines = [headings, ...rows, ...(notes.length > 0 ? [[], ...notes.map((note) => [note])] : [])]
    const sheet = utils.aoa_to_sheet(lines.map((line) => line.map(cell)))
    sheet['!cols'] = widths.map((wch) => ({ wch }))
    utils.book_append_sheet(book, sheet, name)
  }
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx', compression: true }) as ArrayBuffer)
}

export function planCsv({ headings, rows, notes }: PlanSheet, decimal: ',' | '.'): string {
  return csvOf(headings, rows, notes, decimal)
}
