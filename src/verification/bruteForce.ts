import type { GridSpec } from '../domain/grid.ts'
import type { Places } from './places.ts'

/**
 * Kernel density by its definition, every place for every cell centre: 10⁶ · Σ wᵢ K(dᵢ) incidents per km², quartic K = 3/(πh²)(1 − d²/h²)²,
 * gaussian K = exp(−d²/2σ²)/(2πσ²). Shares no code with src/analysis.
 * @param reach leaves out what lies this many bandwidths away or further, as programs do that cut the gaussian off
 */
export function densityByDefinition(
  { x, y, weight }: Places,
  grid: GridSpec,
  kernel: 'quartic' | 'gaussian',
  bandwidth: number,
  reach = Infinity,
): Float64Array {
  const values = new Float64Array(grid.columns * grid.rows)
  for (let cell = 0; cell < values.length; cell++) {
    const cx = grid.originX + ((cell % grid.columns) + 0.5) * grid.cellSize
    const cy = grid.originY + (Math.floor(cell / grid.columns) + 0.5) * grid.cellSize
    let sum = 0
    for (let i = 0; i < x.length; i++) {
      const dx = (x[i]! - cx) / bandwidth
      const dy = (y[i]! - cy) / bandwidth
      const s = dx * dx + dy * dy
      if (s >= reach * reach) continue
      const w = weight ? weight[i]! : 1
      if (kernel === 'gaussian') sum += (w * Math.exp(-s / 2)) / (2 * Math.PI)
      else if (s < 1) sum += w * (3 / Math.PI) * (1 - s) * (1 - s)
    }
    values[cell] = (1e6 * sum) / (bandwidth * bandwidth)
  }
  return values
}

/** Largest difference of two grids as a share of the second one's peak. */
export function worstDifference(values: ArrayLike<number>, truth: ArrayLike<number>): number {
  let worst = 0
  let peak = 0
  for (let cell = 0; cell < truth.length; cell++) {
    const off = Math.abs(values[cell]! - truth[cell]!)
    if (!(off <= worst)) worst = off
    peak = Math.max(peak, truth[cell]!)
  }
  return worst / peak
}
