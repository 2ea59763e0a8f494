import { centreX, centreY, densityChange, gridFor, type GridSpec } from '../../analysis/index.ts'
import { lengthInDays, type Period } from '../../domain/period.ts'
import type { AnalysisEngine } from '../engine/analysisEngine.ts'
import type { ComparisonSpan } from '../engine/comparison.ts'
import { surfaceCell } from '../engine/extent.ts'
import { BEFORE, NOW, placedPoints, type PlacedPoints } from '../engine/placedPoints.ts'
import type { JobContext } from '../jobs.ts'
import type { DepthQuestion } from './depthMethods.ts'
import { loneIncident, supportOf, surfacePair, type ComparedSurface } from './surfacePair.ts'

export interface DensityChangeSettings {
  /** × the bandwidth of the map. */
  widths: 1 | 2 | 4
}

/** Places listed, of rises and of falls each. */
const MOST_PLACES = 5
/** Peaks looked at to find them. */
const MOST_PEAKS = 25
const DAYS_PER_YEAR = 365.25

/** A place where the surface rises or falls most, with what lies within one bandwidth of it. */
export interface ChangePlace {
  /** Metres. */
  x: number
  y: number
  /** Per km² and year, at its peak. */
  change: number
  now: number
  before: number
}

export interface DensityChangeResult {
  period: Period | null
  comparison: ComparisonSpan
  /** With a position; Σ weights where hours are shared out. */
  now: number
  before: number
  /** Length of the two in years, of days. */
  yearsNow: number
  yearsBefore: number
  bandwidth: number
  /** Change that one incident more makes at its own place, per km² and year. */
  loneIncident: number
  /** Change per km² and year; null where nothing can be compared. */
  surface: ComparedSurface | null
  /** Largest change on the surface, either way. */
  largest: number
  /** Largest first. */
  rises: ChangePlace[]
  falls: ChangePlace[]
}

/** Where the density has risen and fallen from the comparison to the period. Obeys all filters but place. */
export async function computeDensityChange(
  engine: AnalysisEngine,
  { selection, bandwidth: mapBandwidth, settings }: DepthQuestion<DensityChangeSettings>,
  context: JobContext,
): Promise<DensityChangeResult> {
  const { period, comparison } = engine.apply(selection)
  const now = placedPoints(engine, NOW)
  const before = placedPoints(engine, BEFORE)
  const { extent } = engine.summary
  const bandwidth = settings.widths * mapBandwidth
  const yearsNow = period ? lengthInDays(period) / DAYS_PER_YEAR : 0
  const yearsBefore = comparison.periods.reduce((days, part) => days + lengthInDays(part), 0) / DAYS_PER_YEAR
  const base = {
    period,
    comparison,
    now: now.total,
    before: before.total,
    yearsNow,
    yearsBefore,
    bandwidth,
    loneIncident: yearsNow > 0 ? loneIncident(bandwidth) / yearsNow : 0,
  }
  if (!extent || !comparison.covered || yearsNow === 0 || yearsBefore === 0)
    return { ...base, surface: null, largest: 0, rises: [], falls: [] }

  const grid = gridFor(extent, surfaceCell(bandwidth, extent), bandwidth)
  const [earlier, later] = await surfacePair(before, now, grid, bandwidth, context, 0.9)
  const support = supportOf(earlier, later)
  const { values } = densityChange(earlier, later, { yearsBefore, yearsAfter: yearsNow })
  await context.breathe()
  let largest = 0
  values.forEach((value, i) => {
    if (support[i] >= 1) largest = Math.max(largest, Math.abs(value))
  })
  const peaks = (sign: 1 | -1) =>
    peaksOf(values, support, grid, sign, bandwidth)
      .map(({ x, y, value }): ChangePlace => ({
        x,
        y,
        change: value,
        now: within(now, x, y, bandwidth),
        before: within(before, x, y, bandwidth),
      }))
      // A peak whose surroundings went the other way is no place of a rise.
      .filter((place) => sign * (place.now / yearsNow - place.before / yearsBefore) > 0)
      .slice(0, MOST_PLACES)
  return {
    ...base,
    surface: { grid, values: Float32Array.from(values), support },
    largest,
    rises: peaks(1),
    falls: peaks(-1),
  }
}

/** The largest values of a sign, each at least two bandwidths from larger ones, so that no incident is counted at two. */
function peaksOf(
  values: Float64Array,
  support: Float32Array,
  grid: GridSpec,
  sign: 1 | -1,
  bandwidth: number,
) {
  const { columns, rows } = grid
  const candidates: number[] = []
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const i = row * columns + column
      if (support[i] >= 1 && sign * values[i] > 0 && isPeak(values, i, column, row, grid, sign))
        candidates.push(i)
    }
  candidates.sort((a, b) => sign * (values[b] - values[a]))
  const peaks: { x: number; y: number; value: number }[] = []
  for (const i of candidates) {
    if (peaks.length === MOST_PEAKS) break
    const x = centreX(grid, i % columns)
    const y = centreY(grid, Math.floor(i / columns))
    if (peaks.every((peak) => Math.hypot(peak.x - x, peak.y - y) >= 2 * bandwidth))
      peaks.push({ x, y, value: values[i] })
  }
  return peaks
}

function isPeak(
  values: Float64Array,
  i: number,
  column: number,
  row: number,
  { columns, rows }: GridSpec,
  sign: 1 | -1,
): boolean {
  for (let r = Math.max(0, row - 1); r <= Math.min(rows - 1, row + 1); r++)
    for (let c = Math.max(0, column - 1); c <= Math.min(columns - 1, column + 1); c++)
      if (sign * values[r * columns + c] > sign * values[i]) return false
  return true
}

function within({ x, y, weight }: PlacedPoints, atX: number, atY: number, distance: number): number {
  let count = 0
  for (let i = 0; i < x.length; i++)
    if ((x[i] - atX) ** 2 + (y[i] - atY) ** 2 < distance * distance) count += weight ? weight[i] : 1
  return count
}
