import { requireNonNegative } from '../argument.ts'
import { requireSameGrid } from './densityChange.ts'
import type { DensityResult } from './kernelDensity.ts'

/**
 * Log relative risk log((f₁ + δ)/(f₀ + δ)) of cases to controls, cell by cell (Bithell 1990; δ keeps empty places near 0). Densities are
 * taken as given, per km²: where totals differ the surface is shifted by a constant. NaN where both are 0 and δ is 0.
 * @param options.delta in incidents per km², 0 or above
 */
export function relativeRisk(
  cases: DensityResult,
  controls: DensityResult,
  options: { delta: number },
): Float64Array {
  const { delta } = options
  requireNonNegative('options.delta', delta)
  requireSameGrid('controls.grid', controls.grid, cases.grid)
  return cases.values.map((value, i) => Math.log((value + delta) / (controls.values[i]! + delta)))
}
