import type { GridSpec } from '../../domain/grid.ts'
import { requireSameLength } from '../argument.ts'
import { requireGrid } from '../grid.ts'

/** @throws RangeError unless a surface's grid is one and holds a value a cell. */
export function requireCells(
  name: string,
  { values, grid }: { values: ArrayLike<number>; grid: GridSpec },
): void {
  requireGrid(grid)
  requireSameLength(`${name}.values`, values, `${name}.grid (cells)`, { length: grid.columns * grid.rows })
}
