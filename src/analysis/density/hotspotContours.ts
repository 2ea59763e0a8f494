import { contours } from 'd3-contour'
import type { GridSpec, MultiPolygon } from '../../domain/grid.ts'
import { invalid } from '../argument.ts'
import type { DensityResult } from './kernelDensity.ts'
import { nestRings } from './nestRings.ts'
import { requireCells } from './requireCells.ts'

/** Multiples of the mean of the non-zero cells that `incremental-mean` draws. */
export const INCREMENTAL_MEANS = [1, 2, 3, 5] as const

/** Mean of the cells above zero; 0 where there is none. */
export function meanOfNonZero(values: ArrayLike<number>): number {
  let sum = 0
  let cells = 0
  for (let i = 0; i < values.length; i++)
    if (values[i]! > 0) {
      sum += values[i]!
      cells++
    }
  return cells > 0 ? sum / cells : 0
}

/**
 * Regions where the density exceeds each level, as polygons in metres with their holes; values belong to cell centres and are
 * interpolated between them. A level that nothing exceeds gives an empty polygon.
 * @param options.levels incidents per km², or `incremental-mean`: 1, 2, 3 and 5 × the mean of the non-zero cells (Chainey, Tompson & Uhlig
 *   2008, Security Journal 21)
 * @throws RangeError unless the density holds a value a cell and every level is a finite number, 0 or above
 */
export function hotspotContours(
  density: Pick<DensityResult, 'values' | 'grid'>,
  options: { levels: 'incremental-mean' | number[] },
): { level: number; polygon: MultiPolygon }[] {
  const { levels } = options
  requireCells('density', density)
  if (levels !== 'incremental-mean' && !Array.isArray(levels))
    throw invalid('options.levels', levels, `'incremental-mean' or a list of densities`)
  const mean = levels === 'incremental-mean' ? meanOfNonZero(density.values) : 0
  const wanted = levels === 'incremental-mean' ? INCREMENTAL_MEANS.map((k) => k * mean) : levels
  return wanted.map((level) => ({ level, polygon: contourAbove(density.values, density.grid, level) }))
}

/** The region where interpolated values exceed the level, in metres; outer rings run counter-clockwise. */
export function contourAbove(values: Float64Array, grid: GridSpec, level: number): MultiPolygon {
  if (!(level >= 0 && Number.isFinite(level))) throw invalid('level', level, 'a density, 0 or above')
  // d3 takes values equal to the level as inside; one step up makes that "exceeds", also where all cells are equal.
  const above = level === 0 ? Number.MIN_VALUE : level * (1 + Number.EPSILON)
  const rings = contours()
    .size([grid.columns, grid.rows])
    .contour(values as unknown as number[], above)
    .coordinates.flat()
  for (const ring of rings) {
    // d3's outer rings run counter-clockwise on a screen, where y points down.
    ring.reverse()
    for (const position of ring) {
      // d3 puts the value of cell (i, j) at (i + ½, j + ½): in the cell's centre, as the grid does.
      position[0] = grid.originX + position[0]! * grid.cellSize
      position[1] = grid.originY + position[1]! * grid.cellSize
    }
  }
  return nestRings(rings)
}
