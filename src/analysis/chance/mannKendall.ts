import { requireFiniteValues } from '../argument.ts'
import { twoSidedP } from './normal.ts'

/**
 * Mann-Kendall test of a monotone trend: S = Σ sign(xⱼ − xᵢ) over i < j, Var S corrected for ties, z = (S ∓ 1)/√Var S; p two-sided
 * normal, which wants some ten values. z 0 and p 1 for fewer than three values or all equal. Values at equal steps of time, independent of each
 * other. Source: Mann (1945), Econometrica 13; Kendall (1975), Rank Correlation Methods.
 * @param series finite, in order of time
 * @throws RangeError for a value that is not finite
 */
export function mannKendall(series: ArrayLike<number>): {
  s: number
  z: number
  pValue: number
  sided: 'two'
} {
  requireFiniteValues('series', series)
  const n = series.length
  let s = 0
  const ties = new Map<number, number>()
  for (let i = 0; i < n; i++) {
    ties.set(series[i]!, (ties.get(series[i]!) ?? 0) + 1)
    for (let j = i + 1; j < n; j++) s += Math.sign(series[j]! - series[i]!)
  }
  let variance = n * (n - 1) * (2 * n + 5)
  for (const t of ties.values()) variance -= t * (t - 1) * (2 * t + 5)
  variance /= 18
  const z = n >= 3 && variance > 0 ? (s - Math.sign(s)) / Math.sqrt(variance) : 0
  return { s, z, pValue: twoSidedP(z), sided: 'two' }
}
