import { parseClock, parseDateTime } from './dates.ts'
import { isMissing, parseNumber } from './numbers.ts'
import type { SniffChoices } from './source.ts'

export type CellClass = 'empty' | 'number' | 'time' | 'text'

const scratch = { day: 0, msOfDay: 0, offsetMs: 0 }

/** What a cell looks like on its own. */
export function classifyCell(text: string): CellClass {
  const trimmed = text.trim()
  if (isMissing(trimmed)) return 'empty'
  if (!Number.isNaN(parseNumber(trimmed, true))) return 'number'
  if (parseDateTime(trimmed, 'dmy', scratch) || parseDateTime(trimmed, 'mdy', scratch)) return 'time'
  return /^\d/.test(trimmed) && !Number.isNaN(parseClock(trimmed)) ? 'time' : 'text'
}

export interface TableShape {
  /** Number of columns. */
  width: number
  /** Records above the first data row. */
  leadingRecords: number
  hasHeader: boolean
}

/**
 * Finds where a table starts below titles and blank lines, and whether its first line is a header: nearly all words, no date,
 * and no two alike or numbers and dates below. A line of headings over groups of columns is passed by for the fuller one below
 * it. What a person says goes before all of it.
 */
export function findTable(
  records: readonly (readonly string[])[],
  { hasHeader, headerRow }: Pick<SniffChoices, 'hasHeader' | 'headerRow'> = {},
): TableShape {
  if (headerRow !== undefined && hasHeader !== false) {
    const leadingRecords = Math.min(Math.max(1, Math.floor(headerRow)), records.length)
    const width = commonWidth(records.slice(leadingRecords - 1))
    return { width: Math.max(width, 1), leadingRecords, hasHeader: true }
  }
  const width = commonWidth(records)
  const filled = records.map((cells) => cells.reduce((sum, cell) => sum + (cell.trim() === '' ? 0 : 1), 0))
  const enough = Math.max(Math.min(2, width), width / 2)
  let start = filled.findIndex((count) => count >= enough)
  if (start < 0)
    start = Math.max(
      0,
      filled.findIndex((count) => count > 0),
    )
  const header = hasHeader ?? looksLikeHeader(records[start] ?? [], records[start + 1] ?? [])
  if (
    header &&
    filled[start]! < (filled[start + 1] ?? 0) &&
    looksLikeHeader(records[start + 1]!, records[start + 2] ?? [])
  )
    start++
  return { width: Math.max(width, 1), leadingRecords: start + (header ? 1 : 0), hasHeader: header }
}

/** The most common number of cells of records that are not blank; the larger of two as common. */
export function commonWidth(records: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>()
  for (const cells of records)
    if (cells.length > 1 || cells[0] !== '') counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1)
  let best = 0
  for (const [width, count] of counts) {
    const leader = counts.get(best) ?? 0
    if (count > leader || (count === leader && width > best)) best = width
  }
  return best
}

function looksLikeHeader(cells: readonly string[], below: readonly string[]): boolean {
  const classes = cells.map(classifyCell)
  const filled = classes.filter((kind) => kind !== 'empty').length
  const words = classes.filter((kind) => kind === 'text').length
  const names = cells.map((cell) => cell.trim().toLowerCase()).filter((name) => name !== '')
  const unique = new Set(names).size === names.length
  const figuresBelow = below.some((cell) => ['number', 'time'].includes(classifyCell(cell)))
  return !classes.includes('time') && words > 0 && words >= filled * 0.8 && (unique || figuresBelow)
}

/**
 * Names for the columns: as written, `Kolumn 3` where empty, `Namn (2)` where a name comes again. Case does not part names
 * (it does not in SQL either), and `row` is kept for the row number.
 */
export function columnNames(header: readonly string[] | null, width: number): string[] {
  const taken = new Set(['row'])
  return Array.from({ length: width }, (_, i) => {
    const written = (header?.[i] ?? '').replace(/\s+/g, ' ').trim()
    const base = written === '' ? `Kolumn ${i + 1}` : written
    let name = base
    for (let k = 2; taken.has(name.toLowerCase()); k++) name = `${base} (${k})`
    taken.add(name.toLowerCase())
    return name
  })
}
