import { requireNonNegative } from '../argument.ts'
import { requireSameGrid } from './densityChange.ts'
import type { DensityResult } from './kernelDensity.ts'
import { requireCells } from './requireCells.ts'

/**
 * Log relative risk log((f₁ + δ)/(f₀ + δ)) of cases to controls, cell by cell (Bithell 1990, Statistics in Medicine 9; δ keeps empty
 * places near 0). Densities are taken as given, per km², and not normalised to 1: where the totals differ the surface is
 * shifted by log(N₁/N₀), so that only its shape, not its zero, tells of risk. Exchanging cases and controls changes its sign. With δ 0 it is
 * ±Infinity where one of both is 0, NaN where both are.
 * @param options.delta in incidents per km², 0 or above
 * @throws RangeError unless both hold a value a cell of the same grid and δ is 0 or above
 */
export function relativeRisk(
  cases: DensityResult,
  controls: DensityResult,
  options: { delta: number },
): Float64Array {
  const { delta } = options
  requireNonNegative('options.delta', delta)
  requireCells('cases', cases)
  requireCells('controls', controls)
  requireSameGrid('controls.grid', controls.grid, cases.grid)
  return cases.values.map((value, i) => Math.log((value + delta) / (controls.values[i]! + delta)))
}
