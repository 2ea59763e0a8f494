import {
  areaIndex,
  bandwidthScott,
  binnedDensity,
  findHotspots,
  giStarGrid,
  gridFor,
  kernelDensitySteps,
  type Hotspot as RawHotspot,
  QUARTIC_PER_SIGMA,
} from '../../analysis/index.ts'
import type { MultiPolygon } from '../../domain/grid.ts'
import { lengthInDays, type Period } from '../../domain/period.ts'
import type { JobContext } from '../jobs.ts'
import type { GiStarCells, Hotspot, SurfaceRequest, SurfaceResult } from '../messages.ts'
import { runSteps } from '../runSteps.ts'
import type { AnalysisEngine } from './analysisEngine.ts'
import type { ComparisonSpan } from './comparison.ts'
import { surfaceCell } from './extent.ts'
import { BEFORE, NOW, placedPoints, type PlacedPoints } from './placedPoints.ts'

const DAYS_PER_YEAR = 365.25

/**
 * Density, hotspots and Gi* of what all filters but the place leave. Per km² and year: divided by the period's days; the
 * hours that are chosen do not change the divisor.
 */
export async function computeSurface(
  engine: AnalysisEngine,
  request: SurfaceRequest,
  spans: { period: Period | null; comparison: ComparisonSpan },
  context: JobContext,
): Promise<SurfaceResult> {
  const { extent } = engine.summary
  const years = spans.period ? lengthInDays(spans.period) / DAYS_PER_YEAR : 1
  const now = placedPoints(engine, NOW)
  const before = placedPoints(engine, BEFORE)
  // Other jobs may set filters and areas while this one breathes: it keeps what it began with.
  const { areas } = engine
  const studyArea = engine.studyArea(request.bandwidth)
  const base = {
    exact: request.exact,
    bandwidth: request.bandwidth,
    scottBandwidth: now.x.length >= 2 ? QUARTIC_PER_SIGMA * bandwidthScott(now) : 0,
    n: now.total,
    before: before.total,
    years,
    // 3/(πh²), the quartic's peak.
    loneIncident: 3e6 / (Math.PI * request.bandwidth ** 2) / years,
    hotspots: null,
    giStar: null,
    study: null,
  }
  if (!extent) {
    const grid = { originX: 0, originY: 0, cellSize: 1, columns: 1, rows: 1 }
    return { ...base, hotspots: [], outsideGrid: 0, density: { grid, values: new Float32Array(1), max: 0 } }
  }

  const cell = surfaceCell(request.bandwidth, extent)
  const grid = gridFor(extent, cell, request.bandwidth)
  const options = { kernel: 'quartic', bandwidth: request.bandwidth } as const
  const density = request.exact
    ? await runSteps(kernelDensitySteps(now, grid, options), context, 'density', { to: 0.7 })
    : binnedDensity(now, grid, options)
  const values = new Float32Array(density.values.length)
  let max = 0
  for (let i = 0; i < values.length; i++) {
    values[i] = density.values[i] / years
    if (values[i] > max) max = values[i]
  }
  const outsideGrid = countOutside(now, grid)
  const surface = { ...base, outsideGrid, density: { grid, values, max } }
  if (!request.exact) return surface

  await context.breathe()
  const gi = giStarGrid(now, { bandwidth: request.bandwidth, studyArea })
  await context.breathe()
  const found = findHotspots(density, now, {
    ...(request.threshold.kind === 'factor'
      ? { thresholdFactor: request.threshold.factor }
      : { densestShare: request.threshold.share }),
    giStar: gi,
  })
  const giStar: GiStarCells = {
    grid: gi.grid,
    z: gi.z,
    qValue: gi.qValue,
    counts: gi.counts,
    inside: gi.inside,
  }
  return {
    ...surface,
    hotspots: describe(engine, areas, found, now, before, gi.surfaceKm2, years),
    giStar,
    study: { kind: areas.length > 0 ? 'areas' : 'hull', surfaceKm2: gi.surfaceKm2 },
  }
}

function countOutside(
  points: PlacedPoints,
  grid: { originX: number; originY: number; cellSize: number; columns: number; rows: number },
): number {
  const maxX = grid.originX + grid.columns * grid.cellSize
  const maxY = grid.originY + grid.rows * grid.cellSize
  let outside = 0
  for (let i = 0; i < points.x.length; i++)
    if (
      points.x[i] < grid.originX ||
      points.x[i] >= maxX ||
      points.y[i] < grid.originY ||
      points.y[i] >= maxY
    )
      outside++
  return outside
}

function describe(
  engine: AnalysisEngine,
  polygons: readonly MultiPolygon[],
  found: readonly RawHotspot[],
  now: PlacedPoints,
  before: PlacedPoints,
  studyKm2: number,
  years: number,
): Hotspot[] {
  const index = areaIndex(found.map((hotspot) => hotspot.polygon))
  const areas = areaIndex(polygons)
  const beforeCounts = new Float64Array(found.length)
  for (let i = 0; i < before.x.length; i++) {
    const at = index.find(before.x[i], before.y[i])
    if (at >= 0) beforeCounts[at] += before.weight ? before.weight[i] : 1
  }
  const weeks = found.map(() => new Float64Array(168))
  const costs = found.map((): number | null => null)
  const bins = engine.bins('start')
  for (let i = 0; i < now.x.length; i++) {
    const at = index.find(now.x[i], now.y[i])
    if (at < 0) continue
    bins.add(now.index[i], weeks[at])
    const cost = engine.columns.cost[now.index[i]]
    if (!Number.isNaN(cost)) costs[at] = (costs[at] ?? 0) + cost * (now.weight ? now.weight[i] : 1)
  }
  return found.map((hotspot, i) => {
    const [lon, lat] = engine.projection.inverse(hotspot.peakX, hotspot.peakY)
    return {
      rank: i + 1,
      polygon: hotspot.polygon,
      lonLat: hotspot.polygon.map((rings) =>
        rings.map((ring) => ring.map(([x, y]) => engine.projection.inverse(x, y))),
      ),
      surfaceKm2: hotspot.surfaceKm2,
      surfaceShare: studyKm2 > 0 ? Math.min(1, hotspot.surfaceKm2 / studyKm2) : 0,
      incidents: hotspot.incidents,
      share: now.total > 0 ? hotspot.incidents / now.total : 0,
      cost: costs[i],
      before: beforeCounts[i],
      peakDensity: hotspot.peakDensity / years,
      peak: { lon, lat, x: hotspot.peakX, y: hotspot.peakY },
      badge: badgeOf(hotspot.polygon, engine.projection.inverse),
      peakHour: peakHour(weeks[i]),
      area: areas.find(hotspot.peakX, hotspot.peakY),
      moreThanChance: hotspot.moreThanChance,
    }
  })
}

/** The outline's corner farthest to the north-east. */
function badgeOf(polygon: MultiPolygon, inverse: (x: number, y: number) => [number, number]) {
  let best = polygon[0][0][0]
  for (const rings of polygon) for (const [x, y] of rings[0]) if (x + y > best[0] + best[1]) best = [x, y]
  const [lon, lat] = inverse(best[0], best[1])
  return { lon, lat }
}

/** Middle hour of the three-hour window with most incidents; null where no time is known. */
function peakHour(week: Float64Array): number | null {
  let best = -1
  let most = 0
  for (let hour = 0; hour < 168; hour++) {
    const sum = week[(hour + 167) % 168] + 1.01 * week[hour] + week[(hour + 1) % 168]
    if (sum > most) {
      most = sum
      best = hour
    }
  }
  return best < 0 ? null : best
}
