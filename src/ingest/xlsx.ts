import readWorkbook, { InvalidInputError } from 'read-excel-file/universal'
import { isBlank } from './csv.ts'
import { IngestError } from './errors.ts'
import { readBytes } from './files.ts'
import { columnNames, findTable } from './header.ts'
import { usesDecimalComma } from './numbers.ts'
import { pickSample } from './sample.ts'
import type { TableFormat } from './source.ts'

/** What a cell of a workbook holds once it is read. */
type Cell = string | number | boolean | Date | null

interface SheetRows {
  sheet: string
  data: Cell[][]
}

const CHUNK_ROWS = 20_000

/** Excel workbooks (Office Open XML). The whole sheet is held in memory: Excel's own limit is 1 048 576 rows. */
export const xlsx: TableFormat = {
  async describe(file, choices) {
    const sheets = await openWorkbook(await readBytes(file, 0, file.size))
    const names = sheets.map((sheet) => sheet.sheet)
    const chosen =
      choices.sheet === undefined
        ? sheets.reduce((best, sheet) => (sheet.data.length > best.data.length ? sheet : best), sheets[0]!)
        : sheetNamed(sheets, choices.sheet)
    const records = textRows(chosen.data)
    if (records.length === 0) throw new IngestError('noRows', { sheet: chosen.sheet })
    const shape = findTable(records.slice(0, 500), choices.hasHeader)
    const data = records.slice(shape.leadingRecords)
    if (data.length === 0) throw new IngestError('noRows', { sheet: chosen.sheet })
    const sample = pickSample(data)
    return {
      name: file.name,
      format: 'xlsx',
      bytes: file.size,
      rows: data.length,
      rowsAreExact: true,
      csv: null,
      sheets: names,
      sheet: chosen.sheet,
      leadingRecords: shape.leadingRecords,
      hasHeader: shape.hasHeader,
      columns: columnNames(shape.hasHeader ? records[shape.leadingRecords - 1]! : null, shape.width),
      sample,
      probe: [],
      decimalComma: usesDecimalComma(
        sample.map((row) => row.cells),
        false,
      ),
    }
  },

  async *read(file, description, onBytes) {
    const bytes = await readBytes(file, 0, file.size)
    onBytes(bytes)
    const sheet = sheetNamed(await openWorkbook(bytes), description.sheet!)
    const rows = textRows(sheet.data).slice(description.leadingRecords)
    for (let at = 0; at < rows.length || at === 0; at += CHUNK_ROWS) {
      const part = rows.slice(at, at + CHUNK_ROWS)
      const share = rows.length === 0 ? 1 : Math.min(1, (at + part.length) / rows.length)
      yield { firstRow: at + 1, rows: part, broken: [], bytesRead: Math.round(file.size * share) }
    }
    return { replacedCharacters: 0, switchedEncoding: null }
  },
}

async function openWorkbook(bytes: Uint8Array): Promise<SheetRows[]> {
  try {
    const sheets = await readWorkbook(bytes.buffer as ArrayBuffer, { trim: false })
    if (sheets.length > 0) return sheets as unknown as SheetRows[]
  } catch (error) {
    if (error instanceof InvalidInputError && error.code === 'XLS_FILE_NOT_SUPPORTED')
      throw new IngestError('unsupported', { looksLike: 'oldExcel' })
    throw new IngestError('brokenWorkbook', {
      detail: error instanceof Error ? error.message : String(error),
    })
  }
  throw new IngestError('noRows', { sheet: null })
}

function sheetNamed(sheets: SheetRows[], name: string): SheetRows {
  const found = sheets.find((sheet) => sheet.sheet === name)
  if (!found)
    throw new IngestError('noSuchSheet', { sheet: name, sheets: sheets.map((sheet) => sheet.sheet) })
  return found
}

/** Cells as text, the same for preview and load; dates in ISO form, with a clock where any date of the column has one. */
function textRows(data: Cell[][]): string[][] {
  const width = data.reduce((most, row) => Math.max(most, row.length), 0)
  const hasClock = Array.from({ length: width }, (_, column) =>
    data.some((row) => row[column] instanceof Date && seconds(row[column]) % 86_400 !== 0),
  )
  const rows = data.map((row) =>
    Array.from({ length: width }, (_, i) => cellText(row[i] ?? null, hasClock[i]!)),
  )
  while (rows.length > 0 && isBlank(rows[rows.length - 1]!)) rows.pop()
  return rows
}

function cellText(cell: Cell, withClock: boolean): string {
  if (cell === null) return ''
  if (!(cell instanceof Date)) return String(cell)
  const time = seconds(cell) * 1000
  if (Number.isNaN(time)) return ''
  const iso = new Date(time).toISOString()
  if (time < EXCEL_DAY_ONE) return iso.slice(11, 19)
  return withClock ? iso.slice(0, 19) : iso.slice(0, 10)
}

/** Before 1900-01-01 there is no date in Excel: the cell holds a clock time. */
const EXCEL_DAY_ONE = Date.UTC(1900, 0, 1)

/** Whole seconds since 1970: serial numbers are binary fractions of days and miss the millisecond. */
function seconds(date: Date): number {
  return Math.round(date.getTime() / 1000)
}
