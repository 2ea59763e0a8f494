import type { GridSpec } from '../../domain/grid.ts'
import { invalid, requirePositive } from '../argument.ts'
import type { DensityResult } from './kernelDensity.ts'
import { requireCells } from './requireCells.ts'

/**
 * Change of density in incidents per km² and year: after/yearsAfter − before/yearsBefore, cell by cell.
 * @param options.yearsBefore length of each period in years, above 0
 * @throws RangeError unless both hold a value a cell of the same grid, with the same kernel and bandwidth, and both lengths are above 0
 */
export function densityChange(
  before: DensityResult,
  after: DensityResult,
  options: { yearsBefore: number; yearsAfter: number },
): DensityResult {
  const { yearsBefore, yearsAfter } = options
  requirePositive('options.yearsBefore', yearsBefore)
  requirePositive('options.yearsAfter', yearsAfter)
  requireCells('before', before)
  requireCells('after', after)
  requireSameGrid('after.grid', after.grid, before.grid)
  if (after.kernel !== before.kernel || after.bandwidth !== before.bandwidth)
    throw invalid(
      'after',
      `${after.kernel} ${after.bandwidth} m`,
      `${before.kernel} ${before.bandwidth} m, as before`,
    )
  return {
    ...after,
    values: after.values.map((value, i) => value / yearsAfter - before.values[i]! / yearsBefore),
    n: before.n + after.n,
    dropped: before.dropped + after.dropped,
  }
}

/** @throws RangeError unless two grids are the same */
export function requireSameGrid(name: string, grid: GridSpec, other: GridSpec): void {
  for (const key of ['originX', 'originY', 'cellSize', 'columns', 'rows'] as const)
    if (grid[key] !== other[key])
      throw invalid(`${name}.${key}`, grid[key], `${other[key]}, as the other grid has`)
}
