import type { Interval } from './interval.ts'
import { rateRatio, type ExposureOptions } from './rateRatio.ts'

/**
 * (after − before)/before as a fraction, exposure-weighted, with the exact interval of the rate ratio. Infinity where `before` is 0, NaN
 * where both are. Errors as {@link rateRatio}.
 */
export function percentChange(
  before: number,
  after: number,
  options: ExposureOptions = {},
): { change: number; interval: Interval } {
  const { ratio, interval } = rateRatio(before, after, options)
  return {
    change: ratio - 1,
    interval: { lower: interval.lower - 1, upper: interval.upper - 1, level: interval.level },
  }
}
