import {
  DateDay,
  Float64,
  makeVector,
  Table,
  TimestampMicrosecond,
  Uint16,
  Uint8,
  type Vector,
} from 'apache-arrow'
import { nullable } from './vectors.ts'
import { MISSING_DAY, MISSING_HOUR, type IncidentColumns } from '../domain/incident.ts'
import { utcToLocalMs, type ZoneTable } from '../domain/timeZone.ts'

/**
 * Columns of a batch as rows of the table `incident_facts`: missing values become NULL, and UTC instants become the naive wall
 * time of the data set's zone (time zones in SQL need ICU, which is an extension). `area` is NULL until areas are assigned.

 * @param layer number of the layer that all the rows belong to
 */
export function factRows(columns: IncidentColumns, zone: ZoneTable, layer = 0): Table {
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
    cost: numbers(columns.cost),
    layer: makeVector(new Uint16Array(n).fill(layer)),
    area: nullable(new Uint16(), new Uint16Array(n), () => false),
  })
}

/** Area index of each row, NULL where negative, as rows of `row_areas`. */
export function areaRows(areas: Int32Array): Table {
  return new Table({ area: nullable(new Uint16(), Uint16Array.from(areas), (i) => areas[i]! >= 0) })
}

/** Row keys as rows of `picked`. */
export function pickedRows(rows: Uint32Array): Table {
  return new Table({ row: makeVector(rows) })
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
