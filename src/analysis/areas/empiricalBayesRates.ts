import { invalid, requireNonNegative, requirePositive, requireSameLength } from '../argument.ts'

/**
 * Rates shrunk towards the common mean, the more the smaller the population (Marshall 1991, global): m = ΣO/ΣP, s² = ΣP(r − m)²/ΣP,
 * A = max(0, s² − m/P̄), θ = m + A/(A + m/P)·(r − m). Where counts vary no more than chance lets them (A = 0) all rates are m.
 * One area is its own mean. Areas where nobody lives have no rate to shrink: leave them out (rates() gives NaN for them).
 * @param counts 0 or above, whole or not; @param population above 0, one per count
 * @returns rates per inhabitant, their mean m and the variance A between areas; all 0 where nothing happened
 * @throws RangeError for columns of unequal length, no area, a count below 0 or not finite, a population not above 0
 */
export function empiricalBayesRates(
  counts: ArrayLike<number>,
  population: ArrayLike<number>,
): { rates: Float64Array; mean: number; variance: number } {
  requireSameLength('population', population, 'counts', counts)
  if (counts.length === 0) throw invalid('counts.length', 0, '1 or above')
  let observed = 0
  let inhabitants = 0
  for (let i = 0; i < counts.length; i++) {
    requireNonNegative(`counts[${i}]`, counts[i]!)
    requirePositive(`population[${i}]`, population[i]!)
    observed += counts[i]!
    inhabitants += population[i]!
  }
  const mean = observed / inhabitants
  let squares = 0
  for (let i = 0; i < counts.length; i++)
    squares += population[i]! * (counts[i]! / population[i]! - mean) ** 2
  const variance = Math.max(0, squares / inhabitants - mean / (inhabitants / counts.length))
  const rates = Float64Array.from(counts, (count, i) => {
    const shrinkage = variance > 0 ? variance / (variance + mean / population[i]!) : 0
    return mean + shrinkage * (count / population[i]! - mean)
  })
  return { rates, mean, variance }
}
