import type { GridSpec } from '../../../src/domain/grid.ts'
import type { Points } from '../../../src/analysis/index.ts'

/** The definition, point by point and cell by cell. */
export function bruteForceDensity(
  points: Points,
  grid: GridSpec,
  kernel: 'quartic' | 'gaussian',
  bandwidth: number,
): Float64Array {
  const values = new Float64Array(grid.columns * grid.rows)
  for (let cell = 0; cell < values.length; cell++) {
    const x = grid.originX + ((cell % grid.columns) + 0.5) * grid.cellSize
    const y = grid.originY + (Math.floor(cell / grid.columns) + 0.5) * grid.cellSize
    let sum = 0
    for (let i = 0; i < points.x.length; i++) {
      const s = ((points.x[i]! - x) ** 2 + (points.y[i]! - y) ** 2) / bandwidth ** 2
      const weight = points.weight ? points.weight[i]! : 1
      if (!Number.isFinite(s + weight)) continue
      if (kernel === 'quartic') sum += s < 1 ? weight * (3 / Math.PI) * (1 - s) ** 2 : 0
      else sum += (weight * Math.exp(-s / 2)) / (2 * Math.PI)
    }
    values[cell] = (1e6 * sum) / bandwidth ** 2
  }
  return values
}

/** Largest difference of two grids as a share of the second's peak. */
export function worstDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let worst = 0
  let peak = 0
  for (let i = 0; i < b.length; i++) {
    worst = Math.max(worst, Math.abs(a[i]! - b[i]!))
    peak = Math.max(peak, b[i]!)
  }
  return peak === 0 ? worst : worst / peak
}
