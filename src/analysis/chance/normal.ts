import erfc from '@stdlib/math-base-special-erfc'
import quantile from '@stdlib/stats-base-dists-normal-quantile'

/** Two-sided p of a standard normal z, accurate far out in the tails: P(|Z| ≥ |z|) = erfc(|z|/√2); never 0, NaN for NaN. */
export function twoSidedP(z: number): number {
  return Math.max(Number.MIN_VALUE, erfc(Math.abs(z) / Math.SQRT2))
}

/** Half-width of a two-sided normal interval in standard errors: 1.96 at level 0.95. */
export function normalHalfWidth(level: number): number {
  return quantile((1 + level) / 2, 0, 1)
}
