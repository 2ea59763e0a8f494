import { requireSameLength } from '../argument.ts'
import type { Neighbours } from './neighbours.ts'
import { twoSidedP } from './normal.ts'

/**
 * Getis-Ord Gi*: does a unit with its neighbours hold more (z > 0) or less than a random spread of the values would?
 * z = (Σⱼwᵢⱼxⱼ − x̄Wᵢ) / (S·√((nΣⱼwᵢⱼ² − Wᵢ²)/(n − 1))), S² = Σx²/n − x̄²; p two-sided normal, of one test: many units want
 * `adjustPValues`. The starred form wants each unit among its own neighbours. Source: Ord & Getis (1995), Geogr. Anal. 27(4).
 *
 * Units with an empty row (outside the study area) are left out of n, x̄ and S; their z and p are NaN. Where all values are
 * equal there is no evidence: z 0, p 1.
 * @param values one per unit
 * @throws RangeError where there is not one value per row of the neighbours
 */
export function getisOrdGiStar(
  values: ArrayLike<number>,
  neighbours: Neighbours,
): { z: Float64Array; pValue: Float64Array; n: number } {
  const { offsets, indices, weights } = neighbours
  requireSameLength('values', values, 'neighbours', { length: offsets.length - 1 })
  const units = values.length
  let n = 0
  let sum = 0
  for (let i = 0; i < units; i++)
    if (offsets[i + 1]! > offsets[i]!) {
      n++
      sum += values[i]!
    }
  const mean = sum / n
  let squares = 0
  for (let i = 0; i < units; i++) if (offsets[i + 1]! > offsets[i]!) squares += (values[i]! - mean) ** 2
  const deviation = Math.sqrt(squares / n)

  const z = new Float64Array(units).fill(NaN)
  const pValue = new Float64Array(units).fill(NaN)
  for (let i = 0; i < units; i++) {
    if (offsets[i + 1] === offsets[i]) continue
    let local = 0
    let weightSum = 0
    let weightSquares = 0
    for (let k = offsets[i]!; k < offsets[i + 1]!; k++) {
      const w = weights ? weights[k]! : 1
      local += w * values[indices[k]!]!
      weightSum += w
      weightSquares += w * w
    }
    const spread = deviation * Math.sqrt(Math.max(0, n * weightSquares - weightSum * weightSum) / (n - 1))
    z[i] = spread > 0 ? (local - mean * weightSum) / spread : 0
    pValue[i] = twoSidedP(z[i]!)
  }
  return { z, pValue, n }
}
