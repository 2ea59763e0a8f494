import betaQuantile from '@stdlib/stats-base-dists-beta-quantile'
import { requireCount, requireLevel, requirePositive } from '../argument.ts'
import { binomialTwoSidedP } from './binomialTwoSidedP.ts'
import type { Interval } from './interval.ts'

export interface ExposureOptions {
  /** Days, inhabitants …: only their ratio matters; 1 unless said. */
  exposureBefore?: number
  exposureAfter?: number
  /** 0.95 unless said. */
  level?: number
}

/**
 * Ratio of two Poisson rates, after/before, exposure-weighted, with an exact interval: given the total, `after` is binomial, its
 * Clopper-Pearson limits become those of the ratio. p: exact two-sided test of ratio 1. The same as R's poisson.test.
 * Where `before` is 0 the ratio and its upper limit are Infinity; where both are 0 the ratio is NaN, the interval [0, ∞), p 1.
 * @throws RangeError for counts that are not whole or below 0, exposures not above 0
 */
export function rateRatio(
  before: number,
  after: number,
  options: ExposureOptions = {},
): { ratio: number; interval: Interval; pValue: number } {
  const { exposureBefore = 1, exposureAfter = 1, level = 0.95 } = options
  requireCount('before', before)
  requireCount('after', after)
  requirePositive('options.exposureBefore', exposureBefore)
  requirePositive('options.exposureAfter', exposureAfter)
  requireLevel('options.level', level)
  const perOdds = exposureBefore / exposureAfter
  const tail = (1 - level) / 2
  const lowest = after === 0 ? 0 : betaQuantile(tail, after, before + 1)
  const highest = before === 0 ? 1 : betaQuantile(1 - tail, after + 1, before)
  return {
    ratio: (after / before) * perOdds,
    interval: { lower: odds(lowest) * perOdds, upper: odds(highest) * perOdds, level },
    pValue: binomialTwoSidedP(after, before + after, exposureAfter / (exposureBefore + exposureAfter)),
  }
}

function odds(share: number): number {
  return share === 1 ? Infinity : share / (1 - share)
}
