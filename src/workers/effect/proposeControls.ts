import {
  cosineLikeness,
  EFFECT_LIMITS,
  rankControls,
  trendBeforeP,
  zoneArea,
  type BeforeAfter,
  type Steps,
} from '../../analysis/index.ts'
import type { MultiPolygon } from '../../domain/grid.ts'
import type { IncidentKind } from '../../domain/incident.ts'
import type { DaysBefore } from './controlFigures.ts'
import type { EffectIndex, TypedPoints } from './effectIndex.ts'
import type { ControlCandidate } from './effectMessages.ts'
import { samplesOf, zonesMeet, type KeepOut } from './keepOut.ts'
import { Found, shapeOf, type PointGrid, type Shape } from './pointGrid.ts'
import type { StudyGround } from './studyGround.ts'
import { boxesMeet, boxOf, enlarged, moved } from './zones.ts'

/** What a control is looked for by. */
export interface ControlSearch {
  index: EffectIndex
  kind: IncidentKind
  points: TypedPoints
  /** The place that the control is to be like. Metres. */
  like: MultiPolygon
  /** The days before the measure. */
  days: DaysBefore
  /** Lengths of the periods. */
  lengths: BeforeAfter
  ground: StudyGround
  keepOut: KeepOut
  /** Other zones of this evaluation, which the control may not touch. */
  taken: readonly MultiPolygon[]
  /** How much larger than the place a control of its shape may be. */
  scales: readonly number[]
  /** Whether whole areas and the rest of the town are looked at. */
  withAreas: boolean
}

/** Places of a lattice, at most; of them those of the likest level are looked at closely. */
const MOST_PLACES = 1500
const LOOKED_AT = 60
/** Candidates that are answered, none of which overlaps another. */
const ANSWERED = 8
/** A loaded area is of like size within this factor. */
const LIKE_SIZE = 3

/** A place before its polygon is made. */
interface Place {
  kind: ControlCandidate['kind']
  area?: string
  before: number
  baseline: number
  polygon: () => MultiPolygon | null
  /** Rows of the chosen types, and of all, in `found`; how many. */
  typed: (found: Found) => number
  all: (found: Found) => number
}

/**
 * Places that a control can be, best first: the place's own shape moved over the study area (and enlarged, since a larger control is a
 * surer one where few incidents happen), areas of like size, and the rest of the district and of the town. Only days before the measure
 * are looked at.
 */
export function* proposeControls(search: ControlSearch): Steps<ControlCandidate[]> {
  const { index, kind, points, like, days, lengths } = search
  const found = new Found()
  const own = shapeOf(like)
  let n = points.grid.inside(own, 0, 0, found)
  const target = days.count(found.items, n, points.days)
  if (target.before === 0) return []
  const targetMonths = days.monthly(found.items, n, points.days)
  n = index.all.inside(own, 0, 0, found)
  const targetMix = days.mix(index, kind, found.items, n)

  const places: Place[] = []
  for (const scale of search.scales) {
    addMoved(search, scale, target.before, found, places)
    yield 0.1
  }
  if (search.withAreas) addAreas(search, target.before, found, places)
  yield 0.4
  const off = (place: Place) => Math.abs(Math.log((place.baseline + 0.5) / (target.baseline + 0.5)))
  const closest = places
    .map((place) => ({ place, off: off(place) }))
    .sort((one, other) => one.off - other.off)
    .slice(0, LOOKED_AT)
    .map(({ place }) => place)
  const looked = []
  for (const [i, place] of closest.entries()) {
    const inPlace = place.typed(found)
    const months = days.monthly(found.items, inPlace, points.days)
    const everything = place.all(found)
    looked.push({
      ...place,
      preTrendP: trendBeforeP(targetMonths, months),
      mixLikeness: cosineLikeness(targetMix, days.mix(index, kind, found.items, everything)),
    })
    yield 0.4 + (0.5 * i) / closest.length
  }
  const answered: ControlCandidate[] = []
  for (const place of rankControls(looked, target, lengths)) {
    if (answered.length === ANSWERED) break
    const polygon = place.polygon()
    if (!polygon || polygon.length === 0 || !isFree(search, polygon, place.kind, answered)) continue
    const { area, before, levelRatio, preTrendP, mixLikeness, comparable } = place
    answered.push({
      polygon,
      kind: place.kind,
      ...(area !== undefined && { area }),
      before,
      levelRatio,
      preTrendP,
      mixLikeness,
      comparable,
    })
    yield 0.9
  }
  return answered
}

/** Shares no ground with a measure's zone or ring, this evaluation's other zones, or a better candidate of its kind. */
function isFree(
  { keepOut, taken }: ControlSearch,
  polygon: MultiPolygon,
  kind: ControlCandidate['kind'],
  better: readonly ControlCandidate[],
): boolean {
  // The rest was clipped to be free, and is one of its kind.
  if (kind === 'rest') return taken.every((zone) => !meets(polygon, zone))
  return (
    [...taken, ...better.filter((one) => one.kind === kind).map((one) => one.polygon)].every(
      (zone) => !meets(polygon, zone),
    ) && keepOut.clearOf(polygon)
  )
}

function meets(a: MultiPolygon, b: MultiPolygon): boolean {
  return boxesMeet(boxOf(a), boxOf(b)) && zonesMeet(a, b)
}

/** The shape at the places of a lattice that is laid from its own place. */
function addMoved(
  search: ControlSearch,
  scale: number,
  targetBefore: number,
  found: Found,
  places: Place[],
): void {
  const { index, points, like, days, ground, keepOut, taken } = search
  const box = boxOf(like)
  const centre = [(box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2] as const
  const zone = scale === 1 ? like : enlarged(like, scale, centre)
  const shape = shapeOf(zone)
  const samples = samplesOf(zone)
  const others = taken.map(shapeOf)
  const size = Math.max(shape.box.maxX - shape.box.minX, shape.box.maxY - shape.box.minY)
  const { minX, maxX, minY, maxY } = ground.box
  if (!(maxX > minX && maxY > minY)) return
  const step = Math.max(0.75 * size, Math.sqrt(((maxX - minX) * (maxY - minY)) / MOST_PLACES))
  const [fromX, toX] = [Math.ceil((minX - centre[0]) / step), Math.floor((maxX - centre[0]) / step)]
  const [fromY, toY] = [Math.ceil((minY - centre[1]) / step), Math.floor((maxY - centre[1]) / step)]
  for (let row = fromY; row <= toY; row++)
    for (let column = fromX; column <= toX; column++) {
      const [dx, dy] = [column * step, row * step]
      if (!stands(samples, dx, dy, ground, keepOut, others)) continue
      const typed = (into: Found) => points.grid.inside(shape, dx, dy, into)
      const { before, baseline } = days.count(found.items, typed(found), points.days)
      if (!ofLikeLevel(before, targetBefore)) continue
      places.push({
        kind: 'moved',
        before,
        baseline,
        typed,
        all: (into) => index.all.inside(shape, dx, dy, into),
        polygon: () => moved(zone, dx, dy),
      })
    }
}

/** Whether so many in the period before can be compared with the target's: enough of them, and within the limit's factor. */
function ofLikeLevel(before: number, target: number): boolean {
  const { expected, levelFactor } = EFFECT_LIMITS
  return before >= expected && before <= levelFactor * target && before * levelFactor >= target
}

/** Whether a moved shape lies in the study area and clear of what it may not touch, by its samples. */
function stands(
  samples: Float64Array,
  dx: number,
  dy: number,
  ground: StudyGround,
  keepOut: KeepOut,
  others: readonly Shape[],
): boolean {
  for (let i = 0; i < samples.length; i += 2) {
    const [x, y] = [samples[i]! + dx, samples[i + 1]! + dy]
    if (!keepOut.clear(x, y) || ground.areaAt(x, y) < 0) return false
    for (const { index } of others) if (index.find(x, y) === 0) return false
  }
  return true
}

/** Loaded areas of like size, and the rest of the district that the place lies in and of the town. */
function addAreas(search: ControlSearch, targetBefore: number, found: Found, places: Place[]): void {
  const { index, points, like, days, ground, keepOut } = search
  const surface = zoneArea(like)
  if (ground.loaded)
    ground.areas.forEach((polygon, i) => {
      const ratio = ground.surfaces[i]! / surface
      if (ratio > LIKE_SIZE || ratio < 1 / LIKE_SIZE || !keepOut.clearOfArea(polygon)) return
      const shape = shapeOf(polygon)
      const typed = (into: Found) => points.grid.inside(shape, 0, 0, into)
      const { before, baseline } = days.count(found.items, typed(found), points.days)
      if (!ofLikeLevel(before, targetBefore)) return
      places.push({
        kind: 'area',
        area: ground.ids[i]!,
        before,
        baseline,
        typed,
        all: (into) => index.all.inside(shape, 0, 0, into),
        polygon: () => polygon,
      })
    })
  const rest = keepOut.restOf(index.engine.columns, (x, y) => ground.areaAt(x, y))
  const first = like[0]?.[0]?.[0]
  const district = first ? ground.areaAt(first[0]!, first[1]!) : -1
  for (const area of new Set([district, -1])) {
    const inRest = (grid: PointGrid) => (into: Found) => {
      const items = rest.of(grid, area)
      if (items.length > into.items.length) into.grow(items.length)
      into.items.set(items)
      return items.length
    }
    const typed = inRest(points.grid)
    const { before, baseline } = days.count(found.items, typed(found), points.days)
    if (!ofLikeLevel(before, targetBefore)) continue
    places.push({
      kind: 'rest',
      ...(area >= 0 && ground.loaded && { area: ground.ids[area]! }),
      before,
      baseline,
      typed,
      all: inRest(index.all),
      polygon: () => ground.rest(area, keepOut),
    })
  }
}
