import type { GridSpec } from '../../domain/grid.ts'
import type { Points } from '../points.ts'
import { part, type Steps } from '../steps.ts'
import { sortPointsByCell } from './cellSortedPoints.ts'
import { discRows } from './discRows.ts'
import type { KernelSums } from './kernel.ts'
import { addQuarticInside } from './quarticInside.ts'
import { addQuarticRims } from './quarticRims.ts'

/**
 * Σ wᵢ (1 − dᵢ²/h²)² over the points with dᵢ < h, at every cell centre: the definition itself, in O(n·h/cell + cells).
 *
 * Centres that **every** place in a source cell reaches get the cell's points together, as a polynomial from their power sums
 * (after SLAM, Chan, U, Choi & Xu, SIGMOD 2022); the rim of centres that some places reach and others do not is evaluated
 * point by point.
 *
 * @param bandwidth h in metres
 * @returns sums without the kernel's constant, row-major from the south-west
 */
export function* quarticSums(points: Points, grid: GridSpec, bandwidth: number): Steps<KernelSums> {
  const h = bandwidth / grid.cellSize
  const sorted = yield* part(sortPointsByCell(points, grid, Math.ceil(h + 0.5), h), 0, 0.3)
  const disc = discRows(h)
  const stride = oddLines(grid.columns)
  const sums = new Float64Array(grid.rows * stride)
  yield* part(addQuarticInside(sums, stride, grid, sorted, h, disc.inner), 0.3, 0.6)
  yield* part(addQuarticRims(sums, stride, grid, sorted, h, disc), 0.6, 1)
  const values = new Float64Array(grid.columns * grid.rows)
  for (let row = 0; row < grid.rows; row++)
    values.set(sums.subarray(row * stride, row * stride + grid.columns), row * grid.columns)
  return { values, n: sorted.n, dropped: sorted.dropped }
}

/**
 * Columns rounded up to an odd number of cache lines (of 8 numbers): with rows of a power of two all rows of a disc would
 * compete for the same few places of the cache.
 */
function oddLines(columns: number): number {
  const lines = Math.ceil(columns / 8)
  return 8 * (lines % 2 === 1 ? lines : lines + 1)
}
