import { adjustPValues, countInCells, extentOf, gridFor } from '../../analysis/index.ts'
import { nearRepeatSteps } from '../../analysis/pattern/nearRepeat.ts'
import { MISSING_DAY } from '../../domain/incident.ts'
import type { AnalysisEngine } from '../engine/analysisEngine.ts'
import { NOW, placedPoints, type PlacedPoints } from '../engine/placedPoints.ts'
import type { JobContext } from '../jobs.ts'
import { runSteps } from '../runSteps.ts'
import type { DepthQuestion } from './depthMethods.ts'
import { positionLattice, type PositionLattice } from './positionLattice.ts'

export interface NearRepeatSettings {
  /** Breaks in metres after 0; null = same place, then as the bandwidth suggests. */
  distances: number[] | null
  /** Breaks in days after 0. */
  days: number[]
  metric: 'euclidean' | 'manhattan'
  permutations: 99 | 999
  seed: number
}

export interface NearRepeatResult {
  /** Breaks from 0 on: bands [a, b). */
  distances: number[]
  days: number[]
  metric: 'euclidean' | 'manhattan'
  /** Tables by distance band, then time band; null where there are too many pairs to deal out. */
  table: { observed: number[][]; expected: number[][]; pValue: number[][]; qValue: number[][] } | null
  /** About how many pairs lie within the last distance, and how many can be dealt so often. */
  pairs: number
  mostPairs: number
  n: number
  /** Passed the filters without a position, and with one but without a date. */
  unplaced: number
  undated: number
  permutations: number
  seed: number
  lattice: PositionLattice | null
}

/** Pairs × deals that a processor gets through in a few minutes. */
const MOST_WORK = 20_000_000_000

/**
 * Knox's test on local days: pairs close in place and in time against what the same places and days would give if the days were dealt out at random.
 * The place filter is left out; an incident counts whole, however little of it falls into the chosen hours.
 */
export async function computeNearRepeat(
  engine: AnalysisEngine,
  { selection, bandwidth, settings }: DepthQuestion<NearRepeatSettings>,
  context: JobContext,
): Promise<NearRepeatResult> {
  engine.apply(selection)
  const { columns, flags } = engine
  const placed = placedPoints(engine, NOW)
  const dated = Array.from(placed.index.keys()).filter((k) => columns.day[placed.index[k]] !== MISSING_DAY)
  let unplaced = 0
  for (let i = 0; i < columns.length; i++)
    if (!(flags.failed[i] & NOW) && Number.isNaN(columns.x[i])) unplaced++
  const points = {
    x: Float64Array.from(dated, (k) => placed.x[k]),
    y: Float64Array.from(dated, (k) => placed.y[k]),
  }
  // Days, not clock times: none has 23 hours, and dates alone serve as well.
  const times = Float64Array.from(dated, (k) => columns.day[placed.index[k]] * 86_400_000)
  const { metric, permutations, seed } = settings
  const lattice = positionLattice(columns)
  const distances = [0, ...(settings.distances ?? defaultDistances(bandwidth, lattice))]
  const days = [0, ...settings.days]
  const pairs = pairsWithin(points, distances[distances.length - 1])
  const mostPairs = Math.floor(MOST_WORK / (permutations + 1))
  const base = {
    ...{ distances, days, metric, pairs, mostPairs, permutations, seed },
    n: dated.length,
    unplaced,
    undated: placed.index.length - dated.length,
    lattice,
  }
  if (pairs > mostPairs) return { ...base, table: null }
  const options = { distanceBands: distances, timeBandsDays: days, permutations, seed, metric }
  const { observed, expected, pValue } = await runSteps(
    nearRepeatSteps(points, times, options),
    context,
    'nearRepeat',
  )
  const adjusted = adjustPValues(pValue.flat(), 'fdr-bh')
  const columnsOfTable = days.length - 1
  const qValue = pValue.map((row, r) => row.map((_, c) => adjusted[r * columnsOfTable + c]))
  return { ...base, table: { observed, expected, pValue, qValue } }
}

/** Same place, then a street's length and its doubles: 100, 200 and 400 m for a bandwidth of 150 m; wider than rounded positions lie apart. */
export function defaultDistances(bandwidth: number, lattice: PositionLattice | null): number[] {
  const apart = lattice ? Math.hypot(lattice.stepX, lattice.stepY) : 0
  const step = Math.max(50, Math.round((bandwidth * 2) / 3 / 50) * 50, Math.ceil(apart / 50) * 50)
  return [1, step, 2 * step, 4 * step]
}

/**
 * About how many pairs lie within a distance, without looking at any of them: pairs in a cell and its neighbours, of whose surface (9 cells) the disc
 * takes π.
 */
function pairsWithin(points: Pick<PlacedPoints, 'x' | 'y'>, distance: number): number {
  const extent = extentOf(points)
  if (!extent) return 0
  const all = (points.x.length * (points.x.length - 1)) / 2
  const span = Math.max(extent.maxX - extent.minX, extent.maxY - extent.minY)
  if (!(distance * 2 < span)) return all
  const grid = gridFor(extent, Math.max(distance, span / 2000))
  const { counts } = countInCells(points, grid)
  const { columns, rows } = grid
  let near = 0
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const own = counts[row * columns + column]
      if (own === 0) continue
      let others = 0
      for (let r = Math.max(0, row - 1); r <= Math.min(rows - 1, row + 1); r++)
        for (let c = Math.max(0, column - 1); c <= Math.min(columns - 1, column + 1); c++)
          others += counts[r * columns + c]
      near += (own * (others - 1)) / 2
    }
  return Math.min(all, Math.round((near * Math.PI) / 9))
}
