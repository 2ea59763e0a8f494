import type { GridSpec } from '../../domain/grid.ts'
import { cellAt, requireGrid } from '../grid.ts'
import { isPlaced, requirePoints, type Points } from '../points.ts'

/**
 * Points per cell (Σ weights where the points have weights), cells half-open.
 * @returns counts by cell, the points that were counted, those without a position and those outside the grid
 */
export function countInCells(
  points: Points,
  grid: GridSpec,
): { counts: Float64Array; n: number; dropped: number; outside: number } {
  requirePoints(points)
  requireGrid(grid)
  const counts = new Float64Array(grid.columns * grid.rows)
  let n = 0
  let outside = 0
  let dropped = 0
  for (let i = 0; i < points.x.length; i++) {
    if (!isPlaced(points, i)) {
      dropped++
      continue
    }
    const cell = cellAt(grid, points.x[i]!, points.y[i]!)
    if (cell < 0) outside++
    else {
      counts[cell]! += points.weight ? points.weight[i]! : 1
      n++
    }
  }
  return { counts, n, dropped, outside }
}
