import { invalid, requireSameLength } from '../argument.ts'

/**
 * Spatial weights in compressed rows, one row per unit: the neighbours of unit i are indices[offsets[i]] …
 * indices[offsets[i + 1] − 1]; weights are 1 where missing. A unit with an empty row takes no part.
 */
export interface Neighbours {
  offsets: Uint32Array
  indices: Uint32Array
  weights?: Float64Array
}

/**
 * Holds values and their neighbours together.
 * @throws RangeError unless there is one value a row, the rows follow each other from 0 to the end of the indices, every index is
 *   a unit, weights (one an index) are finite and not below 0, and every value that is used is finite
 */
export function requireNeighbours(values: ArrayLike<number>, neighbours: Neighbours): void {
  const { offsets, indices, weights } = neighbours
  if (offsets.length === 0 || offsets[0] !== 0)
    throw invalid('neighbours.offsets[0]', offsets[0], '0, and one more offset than units')
  const units = offsets.length - 1
  requireSameLength('values', values, 'neighbours', { length: units })
  if (offsets[units] !== indices.length)
    throw invalid(`neighbours.offsets[${units}]`, offsets[units], `${indices.length}, the end of the indices`)
  if (weights) requireSameLength('neighbours.weights', weights, 'neighbours.indices', indices)
  for (let i = 0; i < units; i++) {
    if (offsets[i + 1]! < offsets[i]!)
      throw invalid(`neighbours.offsets[${i + 1}]`, offsets[i + 1], `${offsets[i]} or above`)
    if (offsets[i + 1]! > offsets[i]!) requireValue(values, i)
  }
  for (let k = 0; k < indices.length; k++) {
    if (indices[k]! >= units) throw invalid(`neighbours.indices[${k}]`, indices[k], `a unit, below ${units}`)
    requireValue(values, indices[k]!)
    if (weights && !(weights[k]! >= 0 && Number.isFinite(weights[k])))
      throw invalid(`neighbours.weights[${k}]`, weights[k], 'a finite number, 0 or above')
  }
}

function requireValue(values: ArrayLike<number>, i: number): void {
  if (!Number.isFinite(values[i])) throw invalid(`values[${i}]`, values[i], 'a finite number')
}

/**
 * Mean and variance (divisor n) of the values that have a row. The variance is exactly 0 where they are all equal, whatever rounding
 * does to their mean: 25 times 0.1 is no evidence of anything.
 */
export function momentsOfUnits(
  values: ArrayLike<number>,
  { offsets }: Neighbours,
): { n: number; mean: number; variance: number } {
  let n = 0
  let sum = 0
  let least = Infinity
  let most = -Infinity
  for (let i = 0; i < values.length; i++) {
    if (offsets[i + 1] === offsets[i]) continue
    n++
    sum += values[i]!
    least = Math.min(least, values[i]!)
    most = Math.max(most, values[i]!)
  }
  const mean = sum / n
  let squares = 0
  if (most > least)
    for (let i = 0; i < values.length; i++)
      if (offsets[i + 1] !== offsets[i]) squares += (values[i]! - mean) ** 2
  return { n, mean, variance: n > 0 ? squares / n : 0 }
}
