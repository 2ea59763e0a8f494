import { IngestError } from './errors.ts'
import { readBytes } from './files.ts'
import { columnNames, findTable } from './header.ts'
import { usesDecimalComma } from './numbers.ts'
import type { Note } from './report.ts'
import { pickSample } from './sample.ts'
import type { TableFormat } from './source.ts'
import { readSheets, type SheetText } from './workbook.ts'

const CHUNK_ROWS = 20_000

/** Excel workbooks (Office Open XML). The whole sheet is held in memory: Excel's own limit is 1 048 576 rows. */
export const xlsx: TableFormat = {
  async describe(file, choices) {
    const sheets = await readSheets(await readBytes(file, 0, file.size))
    if (sheets.length === 0) throw new IngestError('noRows', { sheet: null })
    const chosen =
      choices.sheet === undefined
        ? largest(sheets.some((sheet) => !sheet.hidden) ? sheets.filter((sheet) => !sheet.hidden) : sheets)
        : sheetNamed(sheets, choices.sheet)
    const records = chosen.rows
    const shape = findTable(records.slice(0, 500), choices)
    const data = records.slice(shape.leadingRecords)
    if (data.length === 0) throw new IngestError('noRows', { sheet: chosen.name })
    const sample = pickSample(data)
    return {
      name: file.name,
      format: 'xlsx',
      bytes: file.size,
      rows: data.length,
      rowsAreExact: true,
      csv: null,
      sheets: sheets.map((sheet) => sheet.name),
      sheet: chosen.name,
      leadingRecords: shape.leadingRecords,
      hasHeader: shape.hasHeader,
      columns: columnNames(shape.hasHeader ? records[shape.leadingRecords - 1]! : null, shape.width),
      geometry: null,
      sample,
      probe: [],
      decimalComma: usesDecimalComma(
        sample.map((row) => row.cells),
        false,
      ),
      notes: sheetNotes(sheets, chosen, shape.leadingRecords, data.length),
    }
  },

  async *read(file, description, onBytes) {
    const bytes = await readBytes(file, 0, file.size)
    onBytes(bytes)
    const sheet = sheetNamed(await readSheets(bytes, description.sheet!), description.sheet!)
    const rows = sheet.rows.slice(description.leadingRecords)
    for (let at = 0; at < rows.length || at === 0; at += CHUNK_ROWS) {
      const part = rows.slice(at, at + CHUNK_ROWS)
      const share = rows.length === 0 ? 1 : Math.min(1, (at + part.length) / rows.length)
      yield { firstRow: at + 1, rows: part, broken: [], bytesRead: Math.round(file.size * share) }
    }
    return { replacedCharacters: 0, switchedEncoding: null }
  },
}

function largest(sheets: readonly SheetText[]): SheetText {
  return sheets.reduce((best, sheet) => (sheet.rows.length > best.rows.length ? sheet : best))
}

/** What Excel does not show and what it shows as an error: it is read all the same, and said. */
function sheetNotes(sheets: readonly SheetText[], chosen: SheetText, leading: number, rows: number): Note[] {
  const share = (count: number) => Math.min(1, count / rows)
  const hiddenSheets = sheets.filter((sheet) => sheet.hidden).length
  const hiddenRows = chosen.hiddenRows.filter((row) => row > leading).length
  const errorCells = chosen.errorRows.filter((row) => row > leading).length
  return [
    { code: 'hiddenSheets' as const, count: hiddenSheets, share: 1 },
    { code: 'hiddenRows' as const, count: hiddenRows, share: share(hiddenRows) },
    { code: 'errorCells' as const, count: errorCells, share: share(errorCells) },
  ].filter(({ count }) => count > 0)
}

function sheetNamed(sheets: readonly SheetText[], name: string): SheetText {
  const found = sheets.find((sheet) => sheet.name === name)
  if (!found) throw new IngestError('noSuchSheet', { sheet: name, sheets: sheets.map((sheet) => sheet.name) })
  return found
}
