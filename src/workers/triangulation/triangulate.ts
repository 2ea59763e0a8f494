import {
  areaShape,
  lineShape,
  pointShape,
  shapesWithin,
  sunLight,
  triangulateFelt,
  withoutAnyNear,
  type Shape,
} from '../../analysis/index.ts'
import type { MeasureGeometry } from '../../domain/measure.ts'
import { addMonths, monthStart, parseIsoDate, type Period } from '../../domain/period.ts'
import type { Light } from '../../domain/safetyWalk.ts'
import type { AnalysisEngine } from '../engine/analysisEngine.ts'
import type { PlacedPoints } from '../engine/placedPoints.ts'
import type { JobContext } from '../jobs.ts'
import { makeDensity, type MadeDensity, type WantedDensity } from './densities.ts'
import type {
  DensePlace,
  MeasureResult,
  ObservationResult,
  TriangulationRequest,
  TriangulationResult,
} from './triangulationMessages.ts'

const DAY_MS = 86_400_000
const MONTHS = 12

/**
 * Walk observations held against reported crime and measures: on place, on light, and over the twelve months before the walk; measures over the
 * twelve whole months before the month they began.
 */
export async function triangulate(
  engine: AnalysisEngine,
  request: TriangulationRequest,
  context: JobContext,
): Promise<TriangulationResult> {
  const { distance, matchLight, types } = request
  const { forward, inverse } = engine.projection
  const { span, bounds } = engine.summary
  const metres = (line: readonly (readonly number[])[]) => line.map(([lon, lat]) => forward(lon, lat))

  const wanted: WantedDensity[] = []
  const index = new Map<string, number>()
  const want = (period: Period, light: Light | null, types: readonly string[]) => {
    const key = JSON.stringify([period, light, types])
    if (!index.has(key)) index.set(key, wanted.push({ period, light, types }) - 1)
    return index.get(key)!
  }
  const walks = request.walks.map((walk) => {
    const day = parseIsoDate(walk.date)
    const light = matchLight ? walk.light : null
    const density = Number.isNaN(day) ? -1 : want({ from: addMonths(day, -MONTHS), to: day }, light, types)
    const observations = walk.observations.map((observation) => ({
      ...observation,
      at: pointShape(...forward(observation.lon, observation.lat)),
    }))
    return { id: walk.id, day, light, density, observations, route: lineShape(metres(walk.route)) }
  })
  const measures = request.measures.map(({ id, start, geometry, crimeTypes }) => ({
    id,
    shape: measureShape(geometry, forward),
    density: want(monthsBefore(parseIsoDate(start), span), null, crimeTypes.length > 0 ? crimeTypes : types),
  }))

  const table = sunTable(wanted, bounds)
  const made: Omit<MadeDensity, 'points'>[] = []
  const near = new Map<Shape, number>()
  for (const [k, one] of wanted.entries()) {
    const share = { from: k / wanted.length, to: (k + 0.8) / wanted.length }
    // A million points are kept no longer than they are counted: only what was made of them stays.
    const { points, ...rest } = await makeDensity(engine, request, one, table, context, share)
    made.push(rest)
    const held = [
      ...walks
        .filter(({ density }) => density === k)
        .flatMap((walk) => walk.observations.map(({ at }) => at)),
      ...measures.filter(({ density }) => density === k).map(({ shape }) => shape),
    ]
    for (const shape of held) {
      near.set(shape, weightWithin(points, shape, distance))
      await context.breathe()
    }
    context.progress((k + 1) / wanted.length, 'density')
  }
  const densities = made.map(({ used, shapes }) => ({ judged: used.judged, hotspots: shapes }))

  const observations: ObservationResult[] = []
  for (const walk of walks) {
    const felt = walk.observations.map(({ at, feels }) => ({ at, feels, density: walk.density }))
    const found = walk.density < 0 ? null : triangulateFelt(felt, densities, distance)
    for (const [i, { id, feels, decision, at }] of walk.observations.entries())
      observations.push({
        walk: walk.id,
        id,
        class: found?.[i].class ?? 'unjudged',
        undecided: feels === 'unsafe' && decision === undefined,
        density: walk.density,
        near: near.get(at) ?? 0,
      })
    await context.breathe()
  }

  const unsafe = walks.flatMap(({ light, observations }) =>
    observations.filter(({ feels }) => feels === 'unsafe').map(({ at }) => ({ at, light })),
  )
  const walked = walks.flatMap(({ route, observations }) => [route, ...observations.map(({ at }) => at)])
  const placeOf = (density: number, i: number): DensePlace => {
    const { hotspots, shapes } = made[density]
    const { polygon, peakX, peakY, incidents, moreThanChance } = hotspots[i]
    const [lon, lat] = inverse(peakX, peakY)
    return {
      id: `${density}-${i}`,
      density,
      lonLat: polygon.map((rings) => rings.map((ring) => ring.map(([x, y]) => inverse(x, y)))),
      peak: { x: peakX, y: peakY, lon, lat },
      incidents,
      moreThanChance,
      walked: walked.some((shape) => shapesWithin(shape, shapes[i], distance)),
    }
  }
  const latest = latestByLight(walks, made)
  return {
    densities: made.map(({ used }) => used),
    observations,
    dense: latest.flatMap((d) => made[d].hotspots.map((_, i) => placeOf(d, i))),
    unmentioned: latest.flatMap((d) => {
      const { light } = made[d].used
      const said = unsafe.filter((one) => one.light === light).map(({ at }) => at)
      return withoutAnyNear(made[d].shapes, said, distance).map((i) => placeOf(d, i))
    }),
    measures: measures.map(({ id, shape, density }): MeasureResult => {
      const { used, shapes } = made[density]
      return {
        id,
        density,
        judged: used.judged,
        much: shapes.some((hotspot) => shapesWithin(shape, hotspot, distance)),
        unsafe: unsafe.some(({ at }) => shapesWithin(at, shape, distance)),
        near: near.get(shape) ?? 0,
      }
    }),
  }
}

/** Twelve whole months before the month of the day; the data's last where it lies after them or is no day. */
function monthsBefore(day: number, span: Period | null): Period {
  const end = span ? monthStart(span.to) : 0
  const to = Number.isNaN(day) ? end : Math.min(monthStart(day), end)
  return { from: addMonths(to, -MONTHS), to }
}

/** The light over all that is wanted, at the middle of the data. */
function sunTable(wanted: readonly WantedDensity[], bounds: readonly number[] | null) {
  const [west, south, east, north] = bounds ?? [0, 0, 0, 0]
  const from = Math.min(...wanted.map(({ period }) => period.from))
  const to = Math.max(...wanted.map(({ period }) => period.to))
  // Local days reach over those of UTC, and an interval a week beyond.
  const [first, last] = wanted.length > 0 ? [from - 8, to + 8] : [0, 0]
  return sunLight(first * DAY_MS, last * DAY_MS, (south + north) / 2, (west + east) / 2)
}

/** Indices of the density of the last walk in each light. */
function latestByLight(
  walks: readonly { day: number; density: number }[],
  made: readonly Pick<MadeDensity, 'used'>[],
): number[] {
  const latest = new Map<Light | null, { day: number; density: number }>()
  for (const { day, density } of walks) {
    if (density < 0) continue
    const { light } = made[density].used
    const known = latest.get(light)
    if (!known || day > known.day) latest.set(light, { day, density })
  }
  return [...latest.values()].map(({ density }) => density)
}

function measureShape(
  geometry: MeasureGeometry,
  forward: (lon: number, lat: number) => [number, number],
): Shape {
  const metres = (line: readonly (readonly number[])[]) => line.map(([lon, lat]) => forward(lon, lat))
  if (geometry.type === 'Point') return pointShape(...forward(...geometry.coordinates), geometry.radius)
  if (geometry.type === 'LineString') return lineShape(metres(geometry.coordinates), geometry.radius)
  return areaShape([geometry.coordinates.map(metres)])
}

/** Σ weights of the points within so many metres of a place. */
function weightWithin({ x, y, weight }: PlacedPoints, shape: Shape, metres: number): number {
  const [minX, minY, maxX, maxY] = shape.box
  let sum = 0
  for (let i = 0; i < x.length; i++) {
    if (x[i] < minX - metres || x[i] > maxX + metres || y[i] < minY - metres || y[i] > maxY + metres) continue
    if (shapesWithin(pointShape(x[i], y[i]), shape, metres)) sum += weight ? weight[i] : 1
  }
  return sum
}
