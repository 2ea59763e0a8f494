import type { CellObject, WorkBook } from '@e965/xlsx'
import { isBlank } from './blank.ts'
import { detailOf, IngestError } from './errors.ts'
import { checkZip } from './zipCheck.ts'

/** A sheet's cells as text. */
export interface SheetText {
  name: string
  /** Rows of the same length; blank ones inside (all of them one and the same array), none at the end. */
  rows: string[][]
  /** Not shown in Excel. */
  hidden: boolean
  /** Numbers (from 1) of rows with cells that are not shown in Excel: filtered or folded away. */
  hiddenRows: number[]
  /** Numbers (from 1) of the rows of cells that hold an error, such as #N/A, one entry a cell. */
  errorRows: number[]
}

/** Excel's own limit. */
const MOST_ROWS = 1_048_576
/** A stray cell far to the right must not make every row that wide. */
const MOST_CELLS = 20_000_000
const FEWEST_COLUMNS = 50

const SECONDS_A_DAY = 86_400
/** Seconds from Excel's day 0, 1899-12-30, to 1970-01-01. */
const EXCEL_EPOCH = -25_569 * SECONDS_A_DAY
/** Days between the two date systems that a workbook can have. */
const DAYS_TO_1904 = 1462

/**
 * The sheets of a workbook, or the one named, or of each its first `rows`. Dates are written in ISO form, with a clock where any date of the column has one;
 * numbers as JavaScript writes them, whatever their format on the screen; errors (#N/A) are empty.
 * @throws IngestError `brokenWorkbook`
 */
export async function readSheets(bytes: Uint8Array, only?: string, rows?: number): Promise<SheetText[]> {
  const hasHidden = { rows: false }
  await checkZip(bytes, (name, part) => {
    if (name.startsWith('xl/worksheets/')) hasHidden.rows ||= includesBytes(part, HIDDEN)
  })
  const { read, SSF } = await import('@e965/xlsx')
  const isDate = (format: string) => (SSF as { is_date(format: string): boolean }).is_date(format)
  try {
    const book: WorkBook = read(bytes, {
      type: 'array',
      dense: true,
      cellFormula: false,
      cellHTML: false,
      cellText: false,
      cellNF: true,
      // Row properties come with the styles, which cost a third more time.
      cellStyles: hasHidden.rows,
      ...(only === undefined ? {} : { sheets: only }),
      ...(rows === undefined ? {} : { sheetRows: rows }),
    })
    const shift = book.Workbook?.WBProps?.date1904 ? DAYS_TO_1904 : 0
    return book.SheetNames.filter((name) => only === undefined || name === only).map((name) => {
      const sheet = book.Sheets[name]
      const data = (sheet?.['!data'] ?? []) as (CellObject[] | undefined)[]
      const shown = sheet?.['!rows'] ?? []
      return {
        name,
        rows: textRows(data, shift, isDate),
        hidden: (book.Workbook?.Sheets?.find((one) => one.name === name)?.Hidden ?? 0) !== 0,
        hiddenRows: data.flatMap((cells, r) => (cells && shown[r]?.hidden ? [r + 1] : [])),
        errorRows: data.flatMap(
          (cells, r) => cells?.flatMap((cell) => (cell?.t === 'e' ? [r + 1] : [])) ?? [],
        ),
      }
    })
  } catch (error) {
    throw new IngestError('brokenWorkbook', { detail: detailOf(error) })
  }
}

function textRows(
  data: readonly (CellObject[] | undefined)[],
  shift: number,
  isDate: (format: string) => boolean,
): string[][] {
  const height = Math.min(data.length, MOST_ROWS)
  let width = 0
  for (let r = 0; r < height; r++) width = Math.max(width, data[r]?.length ?? 0)
  width = Math.min(width, Math.max(FEWEST_COLUMNS, Math.floor(MOST_CELLS / Math.max(height, 1))))
  const hasClock = new Array<boolean>(width).fill(false)
  const formats = new Map<string, boolean>()
  const serialOf = (cell: CellObject | undefined): number | undefined => {
    if (cell?.t !== 'n' || typeof cell.z !== 'string' || cell.z === 'General') return undefined
    let date = formats.get(cell.z)
    if (date === undefined) formats.set(cell.z, (date = isDate(cell.z)))
    if (!date) return undefined
    const serial = cell.v as number
    return Math.round((serial < 1 ? serial : serial + shift) * SECONDS_A_DAY)
  }
  for (let r = 0; r < height; r++)
    for (let c = 0; c < width; c++) {
      const seconds = serialOf(data[r]?.[c])
      if (seconds !== undefined && seconds % SECONDS_A_DAY !== 0) hasClock[c] = true
    }
  const blank = new Array<string>(width).fill('')
  const rows = Array.from({ length: height }, (_, r) => {
    const cells = data[r]
    if (!cells) return blank
    return Array.from({ length: width }, (__, c) => {
      const seconds = serialOf(cells[c])
      return seconds === undefined ? plainText(cells[c]) : dateText(seconds, hasClock[c]!)
    })
  })
  while (rows.length > 0 && isBlank(rows[rows.length - 1]!)) rows.pop()
  return rows
}

function plainText(cell: CellObject | undefined): string {
  if (!cell || cell.v === undefined || cell.v === null || cell.t === 'e') return ''
  return cell.v instanceof Date ? cell.v.toISOString().slice(0, 19) : String(cell.v)
}

/** Seconds since Excel's day 0; less than a day is a clock time alone. */
function dateText(seconds: number, withClock: boolean): string {
  const time = (seconds + EXCEL_EPOCH) * 1000
  if (!(Math.abs(time) < 8.64e15)) return ''
  const iso = new Date(time).toISOString()
  if (seconds >= 0 && seconds < SECONDS_A_DAY) return iso.slice(11, 19)
  return withClock ? iso.slice(0, 19) : iso.slice(0, 10)
}

/** `hidden="1"` as a row or a column of a sheet says it. */
const HIDDEN = new TextEncoder().encode('hidden="1"')

function includesBytes(bytes: Uint8Array, wanted: Uint8Array): boolean {
  for (let at = bytes.indexOf(wanted[0]!); at >= 0; at = bytes.indexOf(wanted[0]!, at + 1))
    if (wanted.every((byte, k) => bytes[at + k] === byte)) return true
  return false
}
