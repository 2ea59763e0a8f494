import { toJson, type SchemaElement } from 'hyparquet'

/** What `hyparquet` decodes a cell to, as the text that our parser expects of a table. */
export type CellWriter = (value: unknown) => string

const LONGEST_SCALE = 100

/**
 * How the cells of a column are written. Timestamps are ISO: with `Z` where they are adjusted to UTC, else the wall time as it
 * stands (parquet-format, LogicalTypes: a timestamp without a logical type is adjusted; INT96 is taken as Arrow does, as it
 * stands). Dates have no clock, decimals their own number of places; lists, maps and structures are JSON.
 */
export function cellWriter(element: SchemaElement, nested: boolean): CellWriter {
  if (nested) return (value) => (value === null || value === undefined ? '' : JSON.stringify(toJson(value)))
  const { type, converted_type: converted, logical_type: logical } = element
  if (converted === 'DATE') return (value) => dateTimeText(value, '').slice(0, 10)
  if (converted === 'DECIMAL') {
    const places = Math.min(LONGEST_SCALE, Math.max(0, element.scale ?? 0))
    return (value) => (typeof value === 'number' && Number.isFinite(value) ? value.toFixed(places) : '')
  }
  if (logical?.type === 'TIME') return clockWriter(logical.unit)
  if (converted === 'TIME_MILLIS') return clockWriter('MILLIS')
  if (converted === 'TIME_MICROS') return clockWriter('MICROS')
  const wallTime = type === 'INT96' || (logical?.type === 'TIMESTAMP' && !logical.isAdjustedToUTC)
  const zone = wallTime ? '' : 'Z'
  return (value) => plainText(value, zone)
}

function plainText(value: unknown, zone: '' | 'Z'): string {
  switch (typeof value) {
    case 'string':
      return value
    case 'number':
      return Number.isFinite(value) ? String(value) : ''
    case 'bigint':
    case 'boolean':
      return String(value)
    default:
      return value instanceof Date ? dateTimeText(value, zone) : ''
  }
}

/** "2025-03-01T23:15:00", with milliseconds where there are any. */
function dateTimeText(value: unknown, zone: '' | 'Z'): string {
  if (!(value instanceof Date) || Number.isNaN(value.getTime())) return ''
  const iso = value.toISOString()
  return (iso.endsWith('.000Z') ? iso.slice(0, -5) : iso.slice(0, -1)) + zone
}

const PER_SECOND = { MILLIS: 1e3, MICROS: 1e6, NANOS: 1e9 } as const
const SECONDS_A_DAY = 86_400

function clockWriter(unit: keyof typeof PER_SECOND): CellWriter {
  return (value) => {
    if (typeof value !== 'number' && typeof value !== 'bigint') return ''
    const seconds = Math.floor(Number(value) / PER_SECOND[unit])
    if (!(seconds >= 0 && seconds < SECONDS_A_DAY)) return ''
    return new Date(seconds * 1000).toISOString().slice(11, 19)
  }
}
