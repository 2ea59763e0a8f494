import { repeatsByChanceSteps, type RepeatsByChance } from '../../analysis/pattern/repeatsByChance.ts'
import { MISSING_DAY } from '../../domain/incident.ts'
import type { AnalysisEngine } from '../engine/analysisEngine.ts'
import { BEFORE, NOW, placedPoints, type PlacedPoints } from '../engine/placedPoints.ts'
import type { JobContext } from '../jobs.ts'
import { runSteps } from '../runSteps.ts'
import type { DepthQuestion } from './depthMethods.ts'
import { positionLattice, type PositionLattice } from './positionLattice.ts'

export interface RepeatPlacesSettings {
  /** Whether types that come close to identity together with a place are counted. */
  sensitive: boolean
  /** How many places an incident could have fallen on; null = the places that the file knows. */
  places: number | null
  seed: number
}

/** A place, an object and never a person, with two incidents or more in the period. */
export interface RepeatPlace {
  /** Metres and degrees. */
  x: number
  y: number
  lon: number
  lat: number
  count: number
  /** In the comparison, as long as the period; null where the data do not cover it. */
  before: number | null
  /** Type groups with their counts, most first. */
  types: { group: number; count: number }[]
  /** Local day of the last one; null where no date is known. */
  lastDay: number | null
  /** Median of the days between one and the next; null where fewer than two dates are known. */
  medianDays: number | null
  /** Index of the area, −1 outside all. */
  area: number
}

/** Places with `from` to `to` incidents, and what chance would give where that is known. */
export interface RepeatClass {
  from: number
  /** Infinity in the last. */
  to: number
  places: number
  incidents: number
  expectedPlaces: number | null
  expectedIncidents: number | null
}

export interface RepeatPlacesResult {
  /** Incidents with a position. */
  n: number
  /** Passed the filters without a position. */
  unplaced: number
  /** Left out because of their type. */
  sensitive: number
  /** Places with any, places with two or more, and the incidents on those. */
  places: number
  repeatPlaces: number
  onRepeats: number
  /** Places by how many incidents they have. */
  distribution: RepeatClass[]
  /** Different positions in the whole file. */
  known: number
  /** What chance would give; null where the places without incidents are not known. */
  chance: {
    places: number
    expectedShare: number
    pValue: number
    fullestPValue: number
    permutations: number
    seed: number
  } | null
  /** The fullest, at most {@link LISTED}. */
  top: RepeatPlace[]
  lattice: PositionLattice | null
  seed: number
}

/** Places that are listed and drawn. */
export const LISTED = 200
/** Classes of the distribution. */
const CLASSES = [1, 2, 3, 4, 5, 6, 8, 11, 21]
/** Points counted between two breaths: some milliseconds. */
const POINTS_PER_STEP = 50_000
/** Deals of incidents by chance; fewer where they are many. */
const PERMUTATIONS = { usual: 999, many: 99, from: 200_000 }

/**
 * Places (positions rounded to the metre) with two incidents or more in the period, and what chance would give. The place filter is left out; an
 * incident counts whole, however little of it falls into the chosen hours.
 */
export async function computeRepeatPlaces(
  engine: AnalysisEngine,
  { selection, settings }: DepthQuestion<RepeatPlacesSettings>,
  context: JobContext,
): Promise<RepeatPlacesResult> {
  const { comparison } = engine.apply(selection)
  const { columns, grouping, areaOf } = engine
  const hidden = settings.sensitive
    ? null
    : Uint8Array.from(grouping.groups, ({ typeId }) => (typeId && engine.sensitive.has(typeId) ? 1 : 0))
  const isHidden = (row: number) => hidden?.[grouping.groupOfType[columns.type[row]]] === 1
  const all = placedPoints(engine, NOW).index
  const rows = all.filter((row) => !isHidden(row))
  const before = comparison.covered && comparison.periods.length > 0 ? placedPoints(engine, BEFORE) : null
  const unplaced = countUnplaced(engine)
  await context.breathe()

  const places = new Places(columns.x, columns.y)
  const placeOf = new Uint32Array(rows.length)
  for (let from = 0; from < rows.length; from += POINTS_PER_STEP) {
    const to = Math.min(rows.length, from + POINTS_PER_STEP)
    for (let k = from; k < to; k++) placeOf[k] = places.take(rows[k])
    await context.breathe()
  }
  const counts = Uint32Array.from(places.counts)
  const order = Array.from(counts.keys())
    .filter((place) => counts[place] >= 2)
    .sort((a, b) => counts[b] - counts[a] || columns.y[places.first[b]] - columns.y[places.first[a]])
  const known = await countKnown(engine, context)
  const tried = await byChance(counts, rows.length, known, settings, context)
  await context.breathe()

  const listed = order.slice(0, LISTED)
  const earlier = before && countAt(places, before, isHidden)
  const ratio = comparison.exposureBefore > 0 ? comparison.exposureNow / comparison.exposureBefore : 0
  const members = rowsAt(listed, rows, placeOf)
  return {
    n: rows.length,
    unplaced,
    sensitive: all.length - rows.length,
    places: counts.length,
    repeatPlaces: order.length,
    onRepeats: order.reduce((sum, place) => sum + counts[place], 0),
    distribution: distributionOf(counts, tried),
    known,
    chance: tried && {
      places: tried.places,
      expectedShare: tried.expectedShare,
      pValue: tried.pValue,
      fullestPValue: tried.fullestPValue,
      permutations: tried.permutations,
      seed: tried.seed,
    },
    top: listed.map((place, i) => {
      const row = places.first[place]
      return {
        x: Math.round(columns.x[row]),
        y: Math.round(columns.y[row]),
        lon: columns.lon[row],
        lat: columns.lat[row],
        count: counts[place],
        before: earlier && (earlier.get(place) ?? 0) * ratio,
        types: typesOf(engine, members[i]),
        ...daysOf(columns.day, members[i]),
        area: areaOf ? areaOf[row] : -1,
      }
    }),
    lattice: positionLattice(columns),
    seed: settings.seed,
  }
}

/** Positions to the metre, numbered as they come. */
class Places {
  readonly counts: number[] = []
  /** The first row that was taken at each. */
  readonly first: number[] = []
  #numbers = new Map<number, number>()

  constructor(
    private readonly x: Float64Array,
    private readonly y: Float64Array,
  ) {}

  take(row: number): number {
    const key = this.#key(row)
    let place = this.#numbers.get(key)
    if (place === undefined) {
      place = this.counts.length
      this.#numbers.set(key, place)
      this.counts.push(0)
      this.first.push(row)
    }
    this.counts[place]++
    return place
  }

  find(row: number): number | undefined {
    return this.#numbers.get(this.#key(row))
  }

  /** Metres are below 2²⁵ either way: both fit one exact number. */
  #key(row: number): number {
    return Math.round(this.x[row]) * 33_554_432 + Math.round(this.y[row])
  }
}

function countUnplaced({ flags: { failed }, columns }: AnalysisEngine): number {
  let count = 0
  for (let i = 0; i < failed.length; i++) if (!(failed[i] & NOW) && Number.isNaN(columns.x[i])) count++
  return count
}

async function countKnown({ columns }: AnalysisEngine, context: JobContext): Promise<number> {
  const places = new Places(columns.x, columns.y)
  for (let i = 0; i < columns.length; i++) {
    if (i % POINTS_PER_STEP === 0) await context.breathe()
    if (!Number.isNaN(columns.x[i])) places.take(i)
  }
  return places.counts.length
}

/** Deals by chance over the places said or known; null where those without incidents are too little known to say. */
async function byChance(
  counts: Uint32Array,
  n: number,
  known: number,
  { places, seed }: RepeatPlacesSettings,
  context: JobContext,
) {
  const room = places ?? known
  if (n === 0 || room < counts.length || (places === null && 2 * counts.length > known)) return null
  const permutations = n > PERMUTATIONS.from ? PERMUTATIONS.many : PERMUTATIONS.usual
  const steps = repeatsByChanceSteps(counts, { places: room, permutations, seed })
  return runSteps(steps, context, 'repeatPlaces')
}

function distributionOf(counts: Uint32Array, tried: RepeatsByChance | null): RepeatClass[] {
  const all = CLASSES.map((from, c) => {
    const next = CLASSES[c + 1] ?? Infinity
    const held = counts.filter((count) => count >= from && count < next)
    const expected = tried && expectedIn(tried, from, next)
    return {
      from,
      to: next - 1,
      places: held.length,
      incidents: held.reduce((sum, count) => sum + count, 0),
      expectedPlaces: expected && expected.places,
      expectedIncidents: expected && expected.incidents,
    }
  })
  // The tail that nothing reaches is no class.
  const last = all.findLastIndex(({ places }) => places > 0)
  return all.slice(0, Math.max(2, last + 1))
}

/** Places with from to next − 1 incidents that chance gives; the open class has what the others leave. */
function expectedIn({ expectedPlaces, places, n }: RepeatsByChance, from: number, next: number) {
  const sums = (first: number, end: number) => {
    let held = 0
    let incidents = 0
    for (let k = first; k < Math.min(end, expectedPlaces.length); k++) {
      held += expectedPlaces[k]
      incidents += k * expectedPlaces[k]
    }
    return { places: held, incidents }
  }
  if (next < Infinity) return sums(from, next)
  const below = sums(0, from)
  return { places: Math.max(0, places - below.places), incidents: Math.max(0, n - below.incidents) }
}

function countAt(places: Places, { index }: PlacedPoints, isHidden: (row: number) => boolean) {
  const counts = new Map<number, number>()
  for (const row of index) {
    const place = isHidden(row) ? undefined : places.find(row)
    if (place !== undefined) counts.set(place, (counts.get(place) ?? 0) + 1)
  }
  return counts
}

function rowsAt(listed: number[], rows: Uint32Array, placeOf: Uint32Array): number[][] {
  const position = new Map(listed.map((place, i) => [place, i]))
  const members: number[][] = listed.map(() => [])
  placeOf.forEach((place, k) => {
    const i = position.get(place)
    if (i !== undefined) members[i].push(rows[k])
  })
  return members
}

function typesOf({ grouping, columns }: AnalysisEngine, rows: number[]) {
  const counts = new Map<number, number>()
  for (const row of rows) {
    const group = grouping.groupOfType[columns.type[row]]
    counts.set(group, (counts.get(group) ?? 0) + 1)
  }
  return [...counts].map(([group, count]) => ({ group, count })).sort((a, b) => b.count - a.count)
}

function daysOf(day: Int32Array, rows: number[]) {
  const days = Int32Array.from(rows, (row) => day[row])
    .filter((d) => d !== MISSING_DAY)
    .sort()
  const gaps = Int32Array.from(days.subarray(1), (d, i) => d - days[i]).sort()
  const middle = gaps.length >> 1
  return {
    lastDay: days.length > 0 ? days[days.length - 1] : null,
    medianDays:
      gaps.length === 0 ? null : gaps.length % 2 === 1 ? gaps[middle] : (gaps[middle - 1] + gaps[middle]) / 2,
  }
}
