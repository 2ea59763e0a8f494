import { escapeLiterals } from '../../domain/preventionFile/cellCodec.ts'
import { PreventionFileError } from '../../domain/preventionFile/error.ts'
import type { WrittenTable } from './tableCells.ts'

/** Characters that a cell of Excel can hold. */
const LONGEST_CELL = 32_767
const WIDEST = 60

/**
 * The tables as the sheets of a workbook.
 * @throws PreventionFileError `textTooLong` where a text is longer than Excel can hold
 */
export async function workbookOf(tables: readonly WrittenTable[]): Promise<Uint8Array> {
  const { utils, write } = await import('@e965/xlsx')
  const book = utils.book_new()
  for (const { name, headings, rows } of tables) {
    const cells = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? sheetText(cell) : cell)))
    const sheet = utils.aoa_to_sheet([headings, ...cells])
    sheet['!cols'] = headings.map((heading, column) => ({
      wch: Math.min(
        WIDEST,
        Math.max(8, heading.length + 2, ...rows.slice(0, 50).map((row) => String(row[column]).length)),
      ),
    }))
    if (sheet['!ref']) sheet['!autofilter'] = { ref: sheet['!ref'] }
    utils.book_append_sheet(book, sheet, name)
  }
  return new Uint8Array(
    write(book, { type: 'array', bookType: 'xlsx', compression: true, bookSST: true }) as ArrayBuffer,
  )
}

function sheetText(text: string): string | null {
  if (text === '') return null
  const written = escapeLiterals(text)
  if (written.length > LONGEST_CELL)
    throw new PreventionFileError('textTooLong', { start: text.slice(0, 60), most: LONGEST_CELL })
  return written
}
