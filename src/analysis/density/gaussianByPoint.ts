import type { GridSpec } from '../../domain/grid.ts'
import type { Points } from '../points.ts'
import { part, type Steps } from '../steps.ts'
import { sortPointsByCell, type CellSortedPoints } from './cellSortedPoints.ts'
import { GAUSSIAN_CUT } from './gaussianCut.ts'
import type { KernelSums } from './kernel.ts'

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
  for (let k = 0; k < cells; k++) {
    if (sorted.start[k] === sorted.start[k + 1]) continue
    addCell(values, grid, sorted, k, s, reach, factorX)
    yield 0.1 + (0.9 * k) / cells
  }
  return { values, n: sorted.n, dropped: sorted.dropped }
}

/** Adds the kernels of the points of one cell. */
function addCell(
  values: Float64Array,
  { columns, rows }: GridSpec,
  { pq, w, start, firstColumn, firstRow, columns: width }: CellSortedPoints,
  k: number,
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
  for (let i = start[k]!; i < start[k + 1]!; i++) {
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
