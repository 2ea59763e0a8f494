import gammaQuantile from '@stdlib/stats-base-dists-gamma-quantile'
import { requireCount, requireLevel } from '../argument.ts'
import type { Interval } from '../compare/interval.ts'

/** Exact (Garwood 1936) interval of a Poisson mean from one count, by gamma quantiles. */
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
