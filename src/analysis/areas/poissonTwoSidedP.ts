import poissonCdf from '@stdlib/stats-base-dists-poisson-cdf'
import { requireNonNegative, requirePositive } from '../argument.ts'

/**
 * Exact two-sided p of a Poisson count: twice the smaller tail, at most 1. Below 1 − level exactly where the count lies outside
 * `funnelLimits(expected, level)`. A count of shares (aoristic hours) stands between two whole ones and gets the larger tail of both.
 * @param observed count, 0 or above; @param expected above 0
 */
export function poissonTwoSidedP(observed: number, expected: number): number {
  requireNonNegative('observed', observed)
  requirePositive('expected', expected)
  const below = poissonCdf(Math.ceil(observed), expected)
  const atLeast = Math.floor(observed)
  // 1 − F loses all digits far out in the tail; a p of that size is 0 on every screen.
  const above = atLeast === 0 ? 1 : 1 - poissonCdf(atLeast - 1, expected)
  return Math.min(1, 2 * Math.max(0, Math.min(below, above)))
}
