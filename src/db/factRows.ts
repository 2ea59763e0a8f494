import {
  BufferType,
  Data,
  DateDay,
  Float64,
  makeData,
  makeVector,
  Table,
  TimestampMicrosecond,
  Uint16,
  Uint32,
  Uint8,
  Vector,
  type DataType,
} from 'apache-arrow'
import { MISSING_DAY, MISSING_HOUR, type IncidentColumns } from '../domain/incident.ts'
import { utcToLocalMs, type ZoneTable } from '../domain/timeZone.ts'

/**
 * Columns of a batch as rows of the table `incident_facts`: missing values become NULL, and UTC instants become the naive wall
 * time of the data set's zone (time zones in SQL need ICU, which is an extension). `area` is NULL until areas are assigned.
 */
export function factRows(columns: IncidentColumns, zone: ZoneTable): Table {
  const n = columns.length
  return new Table({
    row: makeVector(columns.row),
    day: nullable(new DateDay(), columns.day, (i) => columns.day[i] !== MISSING_DAY),
    start: wallTimes(columns.fromUtcMs, zone),
    finish: wallTimes(columns.toUtcMs, zone),
    hour_of_week: nullable(new Uint8(), columns.startHour, (i) => columns.startHour[i] !== MISSING_HOUR),
    type: makeVector(columns.type),
    kind: makeVector(columns.kind),
    x: numbers(columns.x),
    y: numbers(columns.y),
    lon: numbers(columns.lon),
    lat: numbers(columns.lat),
    area: nullable(new Uint16(), new Uint16Array(n), () => false),
  })
}

/** Area index of each row, NULL where negative, as rows of `row_areas`. */
export function areaRows(areas: Int32Array): Table {
  return new Table({ area: nullable(new Uint16(), Uint16Array.from(areas), (i) => areas[i]! >= 0) })
}

/** Row keys as rows of `picked`. */
export function pickedRows(rows: Uint32Array): Table {
  return new Table({ row: new Vector([makeData({ type: new Uint32(), data: rows })]) })
}

function wallTimes(utcMs: Float64Array, zone: ZoneTable): Vector<TimestampMicrosecond> {
  const micros = BigInt64Array.from(utcMs, (ms) =>
    Number.isNaN(ms) ? 0n : BigInt(Math.round(utcToLocalMs(ms, zone))) * 1000n,
  )
  return nullable(new TimestampMicrosecond(), micros, (i) => !Number.isNaN(utcMs[i]))
}

function numbers(values: Float64Array): Vector<Float64> {
  return nullable(new Float64(), values, (i) => !Number.isNaN(values[i]))
}

/** A vector whose rows are NULL where `present` is false; bit i of the bitmap is row i, least significant first. */
function nullable<T extends DataType>(
  type: T,
  data: T['TArray'],
  present: (i: number) => boolean,
): Vector<T> {
  const nullBitmap = new Uint8Array(Math.ceil(data.length / 8))
  let nullCount = 0
  for (let i = 0; i < data.length; i++) {
    if (present(i)) nullBitmap[i >> 3]! |= 1 << (i & 7)
    else nullCount++
  }
  return new Vector([
    new Data<T>(type, 0, data.length, nullCount, {
      [BufferType.DATA]: data,
      [BufferType.VALIDITY]: nullBitmap,
    }),
  ])
}
