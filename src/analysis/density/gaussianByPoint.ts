import type { GridSpec } from '../../domain/grid.ts'
import type { Points } from '../points.ts'
import { part, type Steps } from '../steps.ts'
import { sortPointsByCell, type CellSortedPoints } from './cellSortedPoints.ts'
import { GAUSSIAN_CUT } from './gaussianCut.ts'
import type { KernelSums } from './kernel.ts'

/** Centres evaluated between two yields. */
const CENTRES_A_PIECE = 4_000_000

/**
 * Σ wᵢ exp(−dᵢ²/2σ²) at every cell centre, point by point; the kernel is a product of one factor per axis. O(n · (15σ/cell)²).
 * @param sigma in metres
 */
export function* gaussianByPoint(points: Points, grid: GridSpec, sigma: number): Steps<KernelSums> {
  const s = sigma / grid.cellSize
  const reach = Math.ceil(GAUSSIAN_CUT * s + 0.5)
  const sorted = yield* part(sortPointsByCell(points, grid, reach, s), 0, 0.1)
  const values = new Float64Array(grid.columns * grid.rows)
  const factorX = new Float64Array(2 * reach + 1)
  const cells = sorted.columns * sorted.rows
  const piece = Math.max(1, Math.floor(CENTRES_A_PIECE / (Math.min(grid.columns, 2 * reach) * Math.min(grid.rows, 2 * reach)))) // prettier-ignore
  for (let k = 0; k < cells; k++) {
    const end = sorted.start[k + 1]!
    for (let from = sorted.start[k]!; from < end; from += piece) {
      addPoints(values, grid, sorted, k, from, Math.min(end, from + piece), s, reach, factorX)
      yield 0.1 + (0.9 * k) / cells
    }
  }
  return { values, n: sorted.n, dropped: sorted.dropped }
}

/** Adds the kernels of points from … end − 1 of cell k. */
function addPoints(
  values: Float64Array,
  { columns, rows }: GridSpec,
  { pq, w, firstColumn, firstRow, columns: width }: CellSortedPoints,
  k: number,
  first: number,
  end: number,
  s: number,
  reach: number,
  factorX: Float64Array,
): void {
  const row = firstRow + Math.floor(k / width)
  const column = firstColumn + (k % width)
  const rowFrom = Math.max(0, row - reach)
  const rowTo = Math.min(rows, row + reach + 1)
  const from = Math.max(0, column - reach)
  const to = Math.min(columns, column + reach + 1)
  for (let i = first; i < end; i++) {
    const weight = w ? w[i]! : 1
    for (let t = from; t < to; t++) {
      const x = (t - column) / s - pq[2 * i]!
      factorX[t - from] = weight * Math.exp(-0.5 * x * x)
    }
    for (let r = rowFrom; r < rowTo; r++) {
      const y = (r - row) / s - pq[2 * i + 1]!
      const factorY = Math.exp(-0.5 * y * y)
      const at = r * columns
      for (let t = from; t < to; t++) values[at + t]! += factorY * factorX[t - from]!
    }
  }
}
