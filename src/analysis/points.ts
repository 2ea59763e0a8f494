import { requireSameLength } from './argument.ts'

/** Columns of positions in metres of a projected CRS; `weight` is 1 where missing. A NaN position is a dropped point. */
export interface Points {
  x: ArrayLike<number>
  y: ArrayLike<number>
  weight?: ArrayLike<number>
}

/** @throws RangeError unless the columns are equally long. */
export function requirePoints(points: Points): void {
  requireSameLength('points.y', points.y, 'points.x', points.x)
  if (points.weight) requireSameLength('points.weight', points.weight, 'points.x', points.x)
}

/** Whether point i has a finite position and a finite weight. */
export function isPlaced(points: Points, i: number): boolean {
  return (
    Number.isFinite(points.x[i]) &&
    Number.isFinite(points.y[i]) &&
    (points.weight === undefined || Number.isFinite(points.weight[i]))
  )
}

/** Number of points that {@link isPlaced} lets through. */
export function countPlaced(points: Points): number {
  let n = 0
  for (let i = 0; i < points.x.length; i++) if (isPlaced(points, i)) n++
  return n
}
