import { finish, gridFor, kernelDensitySteps } from '../../analysis/index.ts'
import type { CoarseningEffect } from '../../ingest/index.ts'
import { defaultBandwidth, surfaceCell, surfaceExtent } from '../engine/extent.ts'

/** Share of the cells with any density that count as the densest. */
const TOP = 0.05

/** Positions in metres; both of one length, none missing. */
export interface Moved {
  before: { x: Float64Array; y: Float64Array }
  after: { x: Float64Array; y: Float64Array }
}

/**
 * What a coarsening does to the map: exact quartic densities of true and moved positions at the centres of one grid, that of the true
 * positions at their default bandwidth. Null where nothing has a position.
 */
export function coarseningEffect({ before, after }: Moved): CoarseningEffect | null {
  const extent = surfaceExtent(before.x, before.y)
  if (!extent) return null
  const bandwidth = defaultBandwidth(extent)
  const cell = surfaceCell(bandwidth, extent)
  const grid = gridFor(extent, cell, bandwidth)
  const density = (points: Moved['before']) =>
    finish(kernelDensitySteps(points, grid, { kernel: 'quartic', bandwidth })).values
  const truth = density(before)
  const moved = density(after)
  const peak = highest(truth)
  let largest = 0
  for (let i = 0; i < truth.length; i++) largest = Math.max(largest, Math.abs(truth[i] - moved[i]))
  return {
    bandwidth,
    cell,
    n: before.x.length,
    peakRatio: highest(moved) / peak,
    largestDifference: largest / peak,
    correlation: correlation(truth, moved),
    topCellsKept: topCellsKept(truth, moved),
    ...displacement(before, after),
  }
}

function highest(values: Float64Array): number {
  let max = 0
  for (const value of values) if (value > max) max = value
  return max
}

/** Pearson's r over the cells in which either has any density; 1 where they do not vary at all and agree. */
function correlation(a: Float64Array, b: Float64Array): number {
  let n = 0
  let [sumA, sumB] = [0, 0]
  for (let i = 0; i < a.length; i++)
    if (a[i] > 0 || b[i] > 0) {
      n++
      sumA += a[i]
      sumB += b[i]
    }
  let [ab, aa, bb] = [0, 0, 0]
  for (let i = 0; i < a.length; i++)
    if (a[i] > 0 || b[i] > 0) {
      const [da, db] = [a[i] - sumA / n, b[i] - sumB / n]
      ab += da * db
      aa += da * da
      bb += db * db
    }
  if (aa > 0 && bb > 0) return ab / Math.sqrt(aa * bb)
  return aa === bb ? 1 : 0
}

/** Fraction of the densest cells of `a` that are among as many densest of `b`; cells as dense as the last count too. */
function topCellsKept(a: Float64Array, b: Float64Array): number {
  const dense = a.filter((value) => value > 0)
  const count = Math.max(1, Math.ceil(TOP * dense.length))
  const fromA = nthHighest(dense, count)
  const fromB = nthHighest(b, count)
  let top = 0
  let kept = 0
  for (let i = 0; i < a.length; i++)
    if (a[i] >= fromA) {
      top++
      if (b[i] >= fromB && b[i] > 0) kept++
    }
  return kept / top
}

function nthHighest(values: Float64Array, n: number): number {
  const sorted = values.slice().sort()
  return sorted[Math.max(0, sorted.length - n)]
}

function displacement({ x, y }: Moved['before'], after: Moved['after']) {
  let sum = 0
  let largest = 0
  for (let i = 0; i < x.length; i++) {
    const metres = Math.hypot(after.x[i] - x[i], after.y[i] - y[i])
    sum += metres
    if (metres > largest) largest = metres
  }
  return { meanDisplacement: sum / x.length, largestDisplacement: largest }
}
