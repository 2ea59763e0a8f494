import { rateRatio } from '../analysis/index.ts'

/** The change of a count on its comparison, with an exact 95 % interval. Fractions. */
export interface Change {
  now: number
  /** As counted in the comparison, not scaled. */
  before: number
  /** What the comparison would be over a period as long as the chosen one. */
  expected: number
  fraction: number
  lower: number
  upper: number
  /** The interval leaves "no change" out. */
  clear: boolean
  /** Fewer than ten on both sides: counts are shown, no percent, and nothing is ranked. */
  tooFew: boolean
  /** Fewer than ten on one side: a percent does not stand without its counts. */
  few: boolean
}

/** Below this count a percent is not shown without its counts, and a type is not ranked. */
export const FEW = 10

/**
 * Change from `before` over an exposure to `now` over another, in one unit (days, periods). Counts that are sums of shares of hours are rounded for
 * the interval, which is exact for whole counts.
 */
export function changeOn(now: number, before: number, exposureNow: number, exposureBefore: number): Change {
  const expected = exposureBefore > 0 ? (before * exposureNow) / exposureBefore : 0
  const [wholeNow, wholeBefore] = [Math.round(now), Math.round(before)]
  // Neither a short comparison that is scaled up nor years that are summed make a few into many.
  const tooFew = Math.max(now, Math.min(before, expected)) < FEW
  const few = Math.min(now, before, expected) < FEW
  if ((wholeNow === 0 && wholeBefore === 0) || exposureBefore <= 0 || exposureNow <= 0)
    return { now, before, expected, fraction: 0, lower: -1, upper: Infinity, clear: false, tooFew: true, few }
  const { interval } = rateRatio(wholeBefore, wholeNow, {
    exposureBefore,
    exposureAfter: exposureNow,
  })
  const lower = interval.lower - 1
  const upper = interval.upper - 1
  return {
    now,
    before,
    expected,
    fraction: expected > 0 ? now / expected - 1 : Infinity,
    lower,
    upper,
    clear: lower > 0 || upper < 0,
    tooFew,
    few,
  }
}
