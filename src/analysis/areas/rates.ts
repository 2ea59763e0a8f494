import { invalid, requireCount, requireLevel, requirePositive, requireSameLength } from '../argument.ts'
import { poissonLimits } from './poissonLimits.ts'

/**
 * Counts per `per` inhabitants with exact Poisson limits (Garwood 1936). Where nobody is known to live (population NaN, 0 or below) all
 * three are NaN: an area without a rate is not one with rate 0. A count of 0 has rate 0 and an upper limit above it.
 * @param counts whole numbers; @param population one per count
 * @param per such as 1 000 or 100 000
 * @param level of the two-sided limits, 0.95 unless said
 * @returns columns as long as the counts; empty for none
 * @throws RangeError for columns of unequal length, counts that are not whole or below 0, an infinite population, `per` not above 0
 */
export function rates(
  counts: ArrayLike<number>,
  population: ArrayLike<number>,
  per: number,
  level = 0.95,
): { rates: Float64Array; lower: Float64Array; upper: Float64Array; per: number; level: number } {
  requireSameLength('population', population, 'counts', counts)
  requirePositive('per', per)
  requireLevel('level', level)
  const result = {
    rates: new Float64Array(counts.length).fill(NaN),
    lower: new Float64Array(counts.length).fill(NaN),
    upper: new Float64Array(counts.length).fill(NaN),
    per,
    level,
  }
  for (let i = 0; i < counts.length; i++) {
    requireCount(`counts[${i}]`, counts[i]!)
    if (population[i] === Infinity)
      throw invalid(`population[${i}]`, Infinity, 'a finite number, or NaN where unknown')
    const scale = per / population[i]!
    if (!(population[i]! > 0)) continue
    const limits = poissonLimits(counts[i]!, level)
    result.rates[i] = counts[i]! * scale
    result.lower[i] = limits.lower * scale
    result.upper[i] = limits.upper * scale
  }
  return result
}
