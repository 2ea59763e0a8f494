import {
  allocateColumns,
  COLUMN_KEYS,
  INCIDENT_KINDS,
  MISSING_DAY,
  MISSING_HOUR,
  type IncidentColumns,
} from '../domain/incident.ts'
import { dayNumber } from '../domain/period.ts'
import type { Bytes } from './bytes.ts'
import { ProjectError } from './errors.ts'

export type ColumnKey = (typeof COLUMN_KEYS)[number]

/** A column's numbers: IEEE 754 doubles, or integers of that many bits. */
export const COLUMN_TYPES = ['float64', 'int32', 'uint32', 'uint16', 'uint8'] as const
export type ColumnType = (typeof COLUMN_TYPES)[number]

/** A column's values. */
export type Values = Float64Array | Int32Array | Uint32Array | Uint16Array | Uint8Array

export function columnType(values: Values): ColumnType {
  if (values instanceof Float64Array) return 'float64'
  if (values instanceof Int32Array) return 'int32'
  if (values instanceof Uint32Array) return 'uint32'
  return values instanceof Uint16Array ? 'uint16' : 'uint8'
}

/**
 * A column's bytes in planes: the lowest byte of every value, then the next of every value, up to the highest (little-endian), as
 * Parquet's BYTE_STREAM_SPLIT. Like stands by like, which packs tighter and in a third of the time.
 */
export function columnBytes(values: Values): Bytes {
  const width = values.BYTES_PER_ELEMENT
  const { length } = values
  const from = new Uint8Array(values.buffer, values.byteOffset, values.byteLength)
  const planes = new Uint8Array(values.byteLength)
  for (let k = 0; k < width; k++)
    for (let i = 0, at = k, to = k * length; i < length; i++, at += width) planes[to++] = from[at]!
  return planes
}

/** Fills a column from its planes. @throws ProjectError `unsound` where they are of another length */
export function fillColumn(values: Values, planes: Bytes, name: string): void {
  if (planes.length !== values.byteLength) throw new ProjectError('unsound', { part: name })
  const width = values.BYTES_PER_ELEMENT
  const { length } = values
  const to = new Uint8Array(values.buffer, values.byteOffset, values.byteLength)
  for (let k = 0; k < width; k++)
    for (let i = 0, at = k, from = k * length; i < length; i++, at += width) to[at] = planes[from++]!
}

/** Columns for `length` rows. @throws ProjectError `tooLarge` where the machine has no room */
export function roomForColumns(length: number): IncidentColumns {
  try {
    return allocateColumns(length)
  } catch (error) {
    throw new ProjectError('tooLarge', {}, { cause: error })
  }
}

/** Rows [from, to) in buffers of their own, which can be handed on. */
export function columnsBetween(columns: IncidentColumns, from: number, to: number): IncidentColumns {
  const part = allocateColumns(to - from)
  for (const key of COLUMN_KEYS) part[key].set(columns[key].subarray(from, to) as never)
  return part
}

/** Days on which incidents can be: outside them a calendar of months would not end. */
const FIRST_DAY = dayNumber(1000, 1, 1)
const LAST_DAY = dayNumber(3000, 1, 1)
const WEEK_HOURS = 168

/**
 * Holds columns that come from outside to what the engines take for granted: known types and kinds, days and hours that are ones,
 * positions that are whole or missing, and keys that rise.
 * @throws ProjectError `unsound`
 */
export function checkColumns(columns: IncidentColumns, labels: number): void {
  const { length, x, y, lon, lat, fromUtcMs, toUtcMs, cost, day, startHour, type, kind, row } = columns
  const refuse = (part: ColumnKey): never => {
    throw new ProjectError('unsound', { part })
  }
  for (let i = 0; i < length; i++) {
    if (Number.isNaN(x[i]!) !== Number.isNaN(y[i]!)) refuse('y')
    if (type[i]! >= labels) refuse('type')
    if (kind[i]! >= INCIDENT_KINDS.length) refuse('kind')
    if (startHour[i]! >= WEEK_HOURS && startHour[i] !== MISSING_HOUR) refuse('startHour')
    if (day[i] !== MISSING_DAY && (day[i]! < FIRST_DAY || day[i]! > LAST_DAY)) refuse('day')
    if (i > 0 && row[i]! <= row[i - 1]!) refuse('row')
  }
  for (const [part, values] of Object.entries({ x, y, lon, lat, fromUtcMs, toUtcMs, cost }))
    if (values.includes(Infinity) || values.includes(-Infinity)) refuse(part as ColumnKey)
}
