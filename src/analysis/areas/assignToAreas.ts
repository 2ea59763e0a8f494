import type { MultiPolygon } from '../../domain/grid.ts'
import { requireSameLength } from '../argument.ts'
import { areaIndex } from './areaIndex.ts'

/**
 * Index of the (first) area that holds each position, −1 for none or for NaN. Metres; see areaIndex.
 * @param x as many as y; none gives none
 * @throws RangeError for columns of unequal length, or a corner that is not finite
 */
export function assignToAreas(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  areas: readonly MultiPolygon[],
): Int32Array {
  requireSameLength('y', y, 'x', x)
  const index = areaIndex(areas)
  const assigned = new Int32Array(x.length)
  for (let i = 0; i < assigned.length; i++) assigned[i] = index.find(x[i]!, y[i]!)
  return assigned
}
