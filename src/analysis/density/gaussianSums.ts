import type { GridSpec } from '../../domain/grid.ts'
import { sortPointsByCell, type CellSortedPoints } from './cellSortedPoints.ts'
import type { Points } from '../points.ts'
import type { Steps } from '../steps.ts'
import type { KernelSums } from './kernel.ts'

/** Kernels are cut off this many σ away in either axis, where exp(−x²/2σ²) is 6·10⁻¹³. */
const CUT = 7.5

/**
 * Σ wᵢ exp(−dᵢ²/2σ²) at every cell centre, point by point; the kernel is a product of one factor per axis.
 * @param sigma in metres
 * @returns sums without the kernel's constant, row-major from the south-west
 */
export function* gaussianSums(points: Points, grid: GridSpec, sigma: number): Steps<KernelSums> {
  const s = sigma / grid.cellSize
  const reach = Math.ceil(CUT * s + 0.5)
  const sorted = sortPointsByCell(points, grid, reach, s)
  const values = new Float64Array(grid.columns * grid.rows)
  const factorX = new Float64Array(2 * reach + 1)
  for (let source = 0; source < sorted.rows; source++)
    for (let k = sorted.rowStart[source]!; k < sorted.rowStart[source + 1]!; k++) {
      addCell(values, grid, sorted, source + sorted.firstRow, k, s, reach, factorX)
      yield k / sorted.column.length
    }
  return { values, n: sorted.n, dropped: sorted.dropped }
}

/** Adds the kernels of the points of one cell. */
function addCell(
  values: Float64Array,
  { columns, rows }: GridSpec,
  sorted: CellSortedPoints,
  row: number,
  k: number,
  s: number,
  reach: number,
  factorX: Float64Array,
): void {
  const rowFrom = Math.max(0, row - reach)
  const rowTo = Math.min(rows, row + reach + 1)
  const column = sorted.column[k]!
  const from = Math.max(0, column - reach)
  const to = Math.min(columns, column + reach + 1)
  for (let i = sorted.pointStart[k]!; i < sorted.pointStart[k + 1]!; i++) {
    for (let t = from; t < to; t++) {
      const x = (t - column) / s - sorted.p[i]!
      factorX[t - from] = sorted.w[i]! * Math.exp(-0.5 * x * x)
    }
    for (let r = rowFrom; r < rowTo; r++) {
      const y = (r - row) / s - sorted.q[i]!
      const factorY = Math.exp(-0.5 * y * y)
      const at = r * columns
      for (let t = from; t < to; t++) values[at + t]! += factorY * factorX[t - from]!
    }
  }
}
