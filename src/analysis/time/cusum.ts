import { requireNonNegative, requirePositive } from '../argument.ts'

/**
 * Cumulative sum of a Poisson count series: Cₜ = max(0, Cₜ₋₁ + xₜ − k), C₀ = 0, k = (λ₁ − λ₀)/ln(λ₁/λ₀) (Lucas 1985). With an
 * alternative above the baseline it rises where counts rise; below it, max(0, Cₜ₋₁ + k − xₜ) rises where they fall: one-sided either
 * way. Where it stands for a signal says cusumThreshold. A season is not known to it: give it counts of the same length and season.
 * @param series counts by time step, 0 or above; none gives none
 * @param options.baseline λ₀, expected count of a time step
 * @param options.alternative λ₁, the count that is to be found out; equal to the baseline, k is λ₀ and the sum counts excess
 * @returns one sum a time step
 * @throws RangeError for means that are not above 0 and counts that are below 0 or not finite
 */
export function cusum(
  series: ArrayLike<number>,
  options: { baseline: number; alternative: number },
): Float64Array {
  const k = cusumReference(options)
  const rising = options.alternative >= options.baseline
  const sums = new Float64Array(series.length)
  let sum = 0
  for (let t = 0; t < sums.length; t++) {
    requireNonNegative(`series[${t}]`, series[t]!)
    sum = Math.max(0, sum + (rising ? series[t]! - k : k - series[t]!))
    sums[t] = sum
  }
  return sums
}

/** The reference value k; λ₀ where both are equal (its limit). */
export function cusumReference({ baseline, alternative }: { baseline: number; alternative: number }): number {
  requirePositive('options.baseline', baseline)
  requirePositive('options.alternative', alternative)
  return alternative === baseline ? baseline : (alternative - baseline) / Math.log(alternative / baseline)
}
