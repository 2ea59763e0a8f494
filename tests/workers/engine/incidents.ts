import fc from 'fast-check'
import {
  allocateColumns,
  MISSING_DAY,
  MISSING_HOUR,
  type IncidentColumns,
} from '../../../src/domain/incident.ts'
import { dayNumber } from '../../../src/domain/period.ts'
import type { TypeLabel } from '../../../src/domain/taxonomy.ts'
import { localDay, localHourOfWeek, utcToLocalMs, zoneTable } from '../../../src/domain/timeZone.ts'
import { projection, SWEREF99_TM } from '../../../src/ingest/index.ts'
import { AnalysisEngine } from '../../../src/workers/engine/analysisEngine.ts'

export const TIME_ZONE = 'Europe/Stockholm'

/** One incident as a person would write it down; metres from the corner of a town of a square kilometre. */
export interface Incident {
  kind: 0 | 1
  type: number
  /** UTC milliseconds; null = no clock time. */
  from: number | null
  to: number | null
  /** Where the clock time is missing: the day, or null for no date at all. */
  day: number | null
  at: [number, number] | null
}

export const ORIGIN: [number, number] = [674_000, 6_580_000]

/** Two labels of one taxonomy type, one that the taxonomy does not know, none given. */
export const LABELS: TypeLabel[] = [
  { label: '', typeId: null },
  { label: 'Klotter', typeId: 'klotter' },
  { label: 'Skadegörelse, klotter', typeId: 'klotter' },
  { label: 'Bus', typeId: null },
  { label: 'Rån', typeId: 'personran' },
]

export function columnsOf(incidents: readonly Incident[], timeZone = TIME_ZONE): IncidentColumns {
  const columns = allocateColumns(incidents.length)
  const table = zoneTable(timeZone)
  const { inverse } = projection(SWEREF99_TM)
  incidents.forEach((incident, i) => {
    columns.kind[i] = incident.kind
    columns.type[i] = incident.type
    columns.row[i] = i + 1
    columns.fromUtcMs[i] = incident.from ?? NaN
    columns.toUtcMs[i] = incident.to ?? NaN
    const local = incident.from === null ? null : utcToLocalMs(incident.from, table)
    columns.day[i] = local !== null ? localDay(local) : (incident.day ?? MISSING_DAY)
    columns.startHour[i] = local !== null ? localHourOfWeek(local) : MISSING_HOUR
    if (!incident.at) return
    columns.x[i] = ORIGIN[0] + incident.at[0]
    columns.y[i] = ORIGIN[1] + incident.at[1]
    const [lon, lat] = inverse(columns.x[i], columns.y[i])
    columns.lon[i] = lon
    columns.lat[i] = lat
  })
  return columns
}

export function engineOf(incidents: readonly Incident[]): AnalysisEngine {
  return new AnalysisEngine({
    columns: columnsOf(incidents),
    labels: LABELS,
    timeZone: TIME_ZONE,
    crs: SWEREF99_TM,
  })
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** Starts from 2023 to 2025, the nights of the clock changes more often than they come. */
const start = fc.oneof(
  fc.integer({ min: Date.UTC(2023, 0, 1) / MINUTE, max: Date.UTC(2026, 0, 1) / MINUTE }),
  fc.integer({ min: Date.UTC(2024, 2, 30, 20) / MINUTE, max: Date.UTC(2024, 2, 31, 6) / MINUTE }),
  fc.integer({ min: Date.UTC(2024, 9, 26, 20) / MINUTE, max: Date.UTC(2024, 9, 27, 6) / MINUTE }),
)

/** Without an end, of no length, backwards, of some hours, of a week to the minute, and longer. */
const length = fc.oneof(
  fc.constant(null),
  fc.constantFrom(0, -1, -300, 168 * 60, 168 * 60 + 1, 20_000),
  fc.integer({ min: 1, max: 168 * 60 }),
)

export const span = fc.tuple(fc.option(start, { freq: 8 }), length).map(([from, minutes]) => ({
  from: from === null ? null : from * MINUTE,
  to: from === null || minutes === null ? null : (from + minutes) * MINUTE,
}))

export const incident: fc.Arbitrary<Incident> = fc
  .record({
    kind: fc.constantFrom(0 as const, 0 as const, 1 as const),
    type: fc.integer({ min: 0, max: LABELS.length - 1 }),
    span,
    day: fc.option(fc.integer({ min: dayNumber(2023, 1, 1), max: dayNumber(2025, 12, 31) })),
    at: fc.option(fc.tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 1000 })), {
      freq: 6,
    }),
  })
  .map(({ span: { from, to }, ...rest }) => ({ ...rest, from, to }))

export const hours = (n: number) => n * HOUR

/** A rectangle in metres from the town's corner. */
export function rectangle(west: number, south: number, east: number, north: number) {
  const [x, y] = ORIGIN
  return [
    [
      [
        [x + west, y + south],
        [x + east, y + south],
        [x + east, y + north],
        [x + west, y + north],
        [x + west, y + south],
      ],
    ],
  ]
}
