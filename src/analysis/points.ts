import { invalid, requireSameLength } from './argument.ts'

/** Columns of positions in metres of a projected CRS; `weight` is 1 where missing. A NaN position is a dropped point. */
export interface Points {
  x: ArrayLike<number>
  y: ArrayLike<number>
  weight?: ArrayLike<number>
}

/** @throws RangeError unless the columns are equally long and no weight is below 0. */
export function requirePoints(points: Points): void {
  requireSameLength('points.y', points.y, 'points.x', points.x)
  if (!points.weight) return
  requireSameLength('points.weight', points.weight, 'points.x', points.x)
  for (let i = 0; i < points.weight.length; i++)
    if (points.weight[i]! < 0) throw invalid(`points.weight[${i}]`, points.weight[i], '0 or above, or NaN')
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
