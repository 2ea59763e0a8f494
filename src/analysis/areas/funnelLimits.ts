import poissonQuantile from '@stdlib/stats-base-dists-poisson-quantile'
import { requireLevel, requireNonNegative } from '../argument.ts'
import type { Interval } from '../compare/interval.ts'

/**
 * Control limits of a funnel plot: the counts between which an area with this expectation lies by chance, exact Poisson. A count
 * strictly below `lower` or strictly above `upper` has a tail probability below (1 − level)/2.
 * Source: Spiegelhalter (2005), Statistics in Medicine 24.
 * @param expected count under the common rate, 0 or above; 0 has the limits 0 and 0
 * @param level 0.95 unless said; funnels also draw 0.998
 * @throws RangeError for an expectation below 0 or not finite, a level outside (0, 1)
 */
export function funnelLimits(expected: number, level = 0.95): Interval {
  requireNonNegative('expected', expected)
  requireLevel('level', level)
  if (expected === 0) return { lower: 0, upper: 0, level }
  const tail = (1 - level) / 2
  // The quantile may be −0, which would be shown with its sign.
  return { lower: poissonQuantile(tail, expected) + 0, upper: poissonQuantile(1 - tail, expected), level }
}
