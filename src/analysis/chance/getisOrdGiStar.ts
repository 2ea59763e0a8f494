import { momentsOfUnits, requireNeighbours, type Neighbours } from './neighbours.ts'
import { twoSidedP } from './normal.ts'

/**
 * Getis-Ord Gi*: does a unit with its neighbours hold more (z > 0) or less than a random spread of the values would?
 * z = (Σⱼwᵢⱼxⱼ − x̄Wᵢ) / (S·√((nΣⱼwᵢⱼ² − Wᵢ²)/(n − 1))), S² = Σx²/n − x̄²; p two-sided normal, of one test: many units want
 * `adjustPValues`. The starred form wants each unit among its own neighbours. Source: Ord & Getis (1995), Geogr. Anal. 27(4), eq. 14.
 *
 * Units with an empty row (outside the study area) are left out of n, x̄ and S; their z and p are NaN. Where all values are
 * equal, where there is one unit, or where everyone is everyone's neighbour there is no evidence: z 0, p 1. Without units both are
 * empty or all NaN, n 0.
 * @param values one per unit, finite, any unit of measure (z has none); @param neighbours one row per unit
 * @returns z and p, one per unit; n, the units with neighbours
 * @throws RangeError where there is not one finite value per row, or for {@link Neighbours} that are malformed
 */
export function getisOrdGiStar(
  values: ArrayLike<number>,
  neighbours: Neighbours,
): { z: Float64Array; pValue: Float64Array; n: number; sided: 'two' } {
  requireNeighbours(values, neighbours)
  const { offsets, indices, weights } = neighbours
  const units = values.length
  const { n, mean, variance } = momentsOfUnits(values, neighbours)
  const deviation = Math.sqrt(variance)

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
  return { z, pValue, n, sided: 'two' }
}
