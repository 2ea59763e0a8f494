import { requirePositive, requireSameLength } from '../argument.ts'
import { poissonLimits } from './poissonLimits.ts'

/**
 * Counts per `per` inhabitants with exact Poisson limits; NaN where the population is unknown, zero or below.
 * @param per such as 1 000 or 100 000
 */
export function rates(
  counts: ArrayLike<number>,
  population: ArrayLike<number>,
  per: number,
  level = 0.95,
): { rates: Float64Array; lower: Float64Array; upper: Float64Array; per: number; level: number } {
  requireSameLength('population', population, 'counts', counts)
  requirePositive('per', per)
  const result = {
    rates: new Float64Array(counts.length).fill(NaN),
    lower: new Float64Array(counts.length).fill(NaN),
    upper: new Float64Array(counts.length).fill(NaN),
    per,
    level,
  }
  for (let i = 0; i < counts.length; i++) {
    const scale = per / population[i]!
    if (!(population[i]! > 0)) continue
    const limits = poissonLimits(counts[i]!, level)
    result.rates[i] = counts[i]! * scale
    result.lower[i] = limits.lower * scale
    result.upper[i] = limits.upper * scale
  }
  return result
}
