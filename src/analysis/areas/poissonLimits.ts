import gammaQuantile from '@stdlib/stats-base-dists-gamma-quantile'
import { requireCount, requireLevel } from '../argument.ts'
import type { Interval } from '../compare/interval.ts'

/**
 * Exact interval of a Poisson mean from one count, by gamma quantiles (Garwood 1936): at most (1 − level)/2 lies beyond each limit, so that it
 * holds the mean in at least `level` of all samples. From 0 for a count of 0.
 * @param level 0.95 unless said
 * @throws RangeError for a count that is not whole or below 0, a level outside (0, 1)
 */
export function poissonLimits(count: number, level = 0.95): Interval {
  requireCount('count', count)
  requireLevel('level', level)
  const tail = (1 - level) / 2
  return {
    lower: count === 0 ? 0 : gammaQuantile(tail, count, 1),
    upper: gammaQuantile(1 - tail, count + 1, 1),
    level,
  }
}
