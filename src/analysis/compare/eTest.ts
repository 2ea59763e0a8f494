import gammaln from '@stdlib/math-base-special-gammaln'
import { requireCount } from '../argument.ts'

/** Probabilities further than this many standard deviations from the mean do not count (10⁻²³): no smaller p is told apart from 0. */
const REACH = 10

/**
 * Two-sided p that two Poisson counts of equal exposure have the same rate: P(|T| ≥ |t|) with T = (X₁ − X₂)/√(X₁ + X₂) and
 * both rates estimated as half the sum. More powerful than the conditional test for small counts. 1 where both are 0.
 * Source: Krishnamoorthy & Thomson (2004), J. Stat. Plan. Inference 119.
 * @returns above 0, at most 1
 * @throws RangeError for counts that are not whole or below 0
 */
export function eTest(before: number, after: number): number {
  requireCount('before', before)
  requireCount('after', after)
  if (before === after) return 1
  const rate = (before + after) / 2
  const limit = ((after - before) * (after - before)) / (before + after)
  const reach = REACH * Math.sqrt(rate) + 30
  const first = Math.max(0, Math.floor(rate - reach))
  const last = Math.ceil(rate + reach)
  const probability = new Float64Array(last - first + 1)
  for (let k = first; k <= last; k++)
    probability[k - first] = Math.exp(k * Math.log(rate) - rate - gammaln(k + 1))
  const upTo = new Float64Array(probability.length + 1)
  for (let k = 0; k < probability.length; k++) upTo[k + 1] = upTo[k]! + probability[k]!

  // (x₁ − x₂)² ≥ t²(x₁ + x₂), but for rounding; x₂ fails in an interval round x₁ whose ends rise with x₁.
  const extreme = (x1: number, x2: number) => (x1 - x2) ** 2 >= limit * (x1 + x2) * (1 - 1e-12) && x1 + x2 > 0
  let low = first
  let high = first
  let p = 0
  for (let x1 = first; x1 <= last; x1++) {
    while (low < x1 && extreme(x1, low)) low++
    high = Math.max(high, x1)
    while (high <= last && !extreme(x1, high)) high++
    const between = low <= x1 ? upTo[Math.min(high, last + 1) - first]! - upTo[low - first]! : 0
    p += probability[x1 - first]! * (upTo[upTo.length - 1]! - between)
  }
  return Math.max(Number.MIN_VALUE, Math.min(1, p))
}
