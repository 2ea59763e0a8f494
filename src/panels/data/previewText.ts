import { calendarDate, weekday } from '../../domain/period.ts'
import { localDay, utcToLocalMs, zoneTable } from '../../domain/timeZone.ts'
import type { Formatter } from '../../i18n/format.ts'
import type { Mapping, NoteCode, PreviewRow, RejectReason, RowReading } from '../../ingest/index.ts'
import { positionColumns } from '../../ingest/mapping.ts'

/** Letters of the compass in the reader's language. */
export interface CompassWords {
  north: string
  south: string
  east: string
  west: string
}

const MINUTE_MS = 60_000
const DAY_MINUTES = 1440

/** "tis 1 jan 2019 01:30", with "–16:30" or, on a second line, "– ons 2 jan 16:30" where there is an end; null where there is no date. */
export function timeText(reading: RowReading, timeZone: string, format: Formatter): string | null {
  if (reading.day === null) return null
  if (reading.fromUtcMs === null) return dayText(reading.day, format, true)
  const table = zoneTable(timeZone)
  const from = utcToLocalMs(reading.fromUtcMs, table)
  const start = `${dayText(localDay(from), format, true)} ${clockText(from)}`
  if (reading.toUtcMs === null) return start
  const to = utcToLocalMs(reading.toUtcMs, table)
  if (localDay(to) === localDay(from)) return `${start}–${clockText(to)}`
  const sameYear = calendarDate(localDay(to)).year === calendarDate(localDay(from)).year
  return `${start}\n– ${dayText(localDay(to), format, !sameYear)} ${clockText(to)}`
}

/** "35,1490° N" and "89,9420° V" on two lines; null where the row has no position. */
export function positionText(reading: RowReading, format: Formatter, words: CompassWords): string | null {
  const { lon, lat } = reading
  if (lon === null || lat === null) return null
  const part = (degrees: number, positive: string, negative: string) =>
    `${format.decimal(Math.abs(degrees), 4)}° ${degrees < 0 ? negative : positive}`
  return `${part(lat, words.north, words.south)}\n${part(lon, words.east, words.west)}`
}

/** What stood in the file behind a time, a position and a type; start and end, north and east on lines of their own. */
export function sourceTexts(
  row: PreviewRow,
  mapping: Mapping,
): { time: string; position: string; type: string } {
  const { from, to, position } = mapping
  const text = (column: number | null | undefined) => (column == null ? '' : (row.cells[column] ?? '').trim())
  const joined = (parts: string[], separator: string) => parts.filter((part) => part !== '').join(separator)
  const start = joined([text(from?.column), text(from?.clockColumn)], ' · ')
  const end = joined([text(to?.column), text(to?.clockColumn)], ' · ')
  return {
    time: joined([start, end], '\n'),
    position: joined(positionColumns(position).reverse().map(text), '\n'),
    type: text(mapping.type),
  }
}

/** Parts of the preview of which a column is among `dropped`. */
export function notStored(
  { from, to, position, type }: Mapping,
  dropped: ReadonlySet<number>,
): { time: boolean; position: boolean; type: boolean } {
  const has = (columns: (number | null | undefined)[]) =>
    columns.some((column) => column != null && dropped.has(column))
  return {
    time: has([from?.column, from?.clockColumn, to?.column, to?.clockColumn]),
    position: has(positionColumns(position)),
    type: has([type]),
  }
}

/** Said once under the table and not at every row: they hold for most rows of a file, or are no fault. */
const SAID_BELOW: ReadonlySet<NoteCode | RejectReason> = new Set([
  'unknownType',
  'noEnd',
  'endWithoutClock',
  'shortRow',
  'unknownKind',
])

/** What is wrong with a row, by the column of the preview that shows it. */
export function problemsByPart(row: PreviewRow, mapping: Mapping) {
  const parts = { time: [], position: [], type: [] } as Record<
    'time' | 'position' | 'type',
    (NoteCode | RejectReason)[]
  >
  const positions = positionColumns(mapping.position)
  for (const { column, code } of row.problems) {
    if (SAID_BELOW.has(code) || code === row.rejected) continue
    if (column === mapping.type && column !== null) parts.type.push(code)
    else if (positions.includes(column)) parts.position.push(code)
    else if (column >= 0) parts.time.push(code)
  }
  return parts
}

function dayText(day: number, format: Formatter, withYear: boolean): string {
  const date = calendarDate(day)
  const text = `${format.weekday(weekday(day))} ${date.day} ${format.month(date.month)}`
  return withYear ? `${text} ${date.year}` : text
}

function clockText(localMs: number): string {
  const minutes = Math.floor(localMs / MINUTE_MS)
  const ofDay = ((minutes % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(Math.floor(ofDay / 60))}:${two(ofDay % 60)}`
}
