import type { GridSpec } from '../../domain/grid.ts'
import { cellAt, requireGrid } from '../grid.ts'
import { isPlaced, requirePoints, type Points } from '../points.ts'

/**
 * Points per cell (Σ weights where the points have weights), cells half-open [a, a + cellSize). Points are not moved: one on a border counts
 * in the cell that starts there.
 * @param points metres, as the grid; NaN is a point without a position; @param grid metres
 * @returns counts, one per cell (index = row × columns + column); the points that were counted, those without a position and those outside
 *   the grid, which together are all. Without points the counts are 0.
 * @throws RangeError for columns of unequal length, a weight below 0, or a grid that is none or too large
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
