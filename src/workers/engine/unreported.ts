import { nothingNear, type DatedPlaces } from '../../analysis/index.ts'
import { KIND_CODES, MISSING_DAY } from '../../domain/incident.ts'
import type { Selection } from '../../domain/selection.ts'
import type { AnalysisEngine } from './analysisEngine.ts'
import { CLAUSE } from './clauseFlags.ts'

const CHOSEN = CLAUSE.period | CLAUSE.types | CLAUSE.hours | CLAUSE.place | CLAUSE.kind

export interface UnreportedRequest {
  /** Which fires or repairs are asked about. */
  selection: Selection
  /** Type ids of the crimes that count as a report of them; empty = any crime. */
  crimeTypes: string[]
  /** Metres. */
  distance: number
  /** Days before and after. */
  days: number
}

/** A fire or repair without a report near it. */
export interface UnreportedRow {
  /** Key of the row. */
  row: number
  day: number
  /** Type group. */
  group: number
  /** Degrees. */
  lon: number
  lat: number
  /** SEK; NaN where the row says nothing. */
  cost: number
}

export interface UnreportedResult {
  /** Chosen incidents that could be judged: with place and day, and the crimes' days reach over their window. */
  judged: number
  /** Of them, those without a crime of the types within the distance and the days. */
  without: number
  /** Sum of what those cost, in SEK. */
  cost: number
  /** Not judged: no place or no day. */
  unplaced: number
  /** Not judged: the crimes do not reach over the days before and after. */
  outsideTime: number
  /** Crimes that were looked among. */
  crimes: number
  /** The first {@link LISTED} of `without` by day. */
  rows: UnreportedRow[]
}

/** Rows that go to the screen; the counts are of all. */
const LISTED = 500

/** Fires or repairs near which no crime is reported: damage of which the police may know nothing. */
export function unreported(engine: AnalysisEngine, request: UnreportedRequest): UnreportedResult {
  engine.apply(request.selection)
  const { columns, flags, grouping } = engine
  const { kind, day, x, type } = columns
  const wanted = new Set(request.crimeTypes)
  const ofType = (i: number) =>
    wanted.size === 0 || wanted.has(grouping.groups[grouping.groupOfType[type[i]]].id)
  const crimes: number[] = []
  let first = Infinity
  let last = -Infinity
  for (let i = 0; i < columns.length; i++) {
    if (kind[i] !== KIND_CODES.crime || day[i] === MISSING_DAY) continue
    // The days that the crimes reach over are those of all of them: no graffiti in May is not no data of May.
    if (day[i] < first) first = day[i]
    if (day[i] > last) last = day[i]
    if (ofType(i) && !Number.isNaN(x[i])) crimes.push(i)
  }
  const asked: number[] = []
  let unplaced = 0
  let outsideTime = 0
  for (let i = 0; i < columns.length; i++) {
    if (flags.failed[i] & CHOSEN || kind[i] === KIND_CODES.crime) continue
    if (Number.isNaN(x[i]) || day[i] === MISSING_DAY) unplaced++
    else if (day[i] - request.days < first || day[i] + request.days > last) outsideTime++
    else asked.push(i)
  }
  const alone = nothingNear(placesOf(engine, asked), placesOf(engine, crimes), request)
  const without = asked.filter((_, k) => alone[k] === 1).sort((a, b) => day[a] - day[b])
  return {
    judged: asked.length,
    without: without.length,
    cost: without.reduce((sum, i) => sum + (Number.isNaN(columns.cost[i]) ? 0 : columns.cost[i]), 0),
    unplaced,
    outsideTime,
    crimes: crimes.length,
    rows: without.slice(0, LISTED).map((i) => ({
      row: columns.row[i],
      day: day[i],
      group: grouping.groupOfType[type[i]],
      lon: columns.lon[i],
      lat: columns.lat[i],
      cost: columns.cost[i],
    })),
  }
}

function placesOf({ columns }: AnalysisEngine, rows: readonly number[]): DatedPlaces {
  return {
    x: Float64Array.from(rows, (i) => columns.x[i]),
    y: Float64Array.from(rows, (i) => columns.y[i]),
    day: Int32Array.from(rows, (i) => columns.day[i]),
  }
}
