import { invalid, requireFiniteValues, requireNonNegative, requireSameLength } from '../argument.ts'

export interface PredictiveAccuracy {
  /** Hit rate over surface share; 1 is no better than chance. */
  pai: number
  /** PAI over the best PAI that as many units could reach, 0 to 1. */
  pei: number
  /** n/N: the share of the incidents that fell into the chosen units. */
  hitRate: number
  /** a/A: the chosen units' share of all. */
  unitShare: number
}

/**
 * How well did a map foretell? Hit rate over surface share of the `units` highest predicted units: PAI = (n/N)/(a/A) (Chainey, Tompson & Uhlig
 * 2008, Security Journal 21); PEI = PAI over the best PAI that as many units could reach (Hunt 2016). `observed` is of the **next** period, never of the one
 * that the prediction was made of. Units of equal size; where predictions tie at the cut, the first in order is chosen. Where nothing was
 * observed: hit rate, PAI and PEI NaN.
 * @param observed incidents per unit, finite, not below 0; @param predicted any finite score per unit
 * @param units how many are chosen: a whole number, 1 to the number of units
 * @throws RangeError for columns of unequal length, values that are not such, or a number of units that cannot be chosen
 */
export function predictiveAccuracyIndex(
  observed: ArrayLike<number>,
  predicted: ArrayLike<number>,
  units: number,
): PredictiveAccuracy {
  requireSameLength('predicted', predicted, 'observed', observed)
  const all = observed.length
  if (!(Number.isSafeInteger(units) && units >= 1 && units <= all))
    throw invalid('units', units, `1 to ${all}`)
  requireFiniteValues('predicted', predicted)
  for (let i = 0; i < all; i++) requireNonNegative(`observed[${i}]`, observed[i]!)
  const byPrediction = Array.from({ length: all }, (_, i) => i).sort((a, b) => predicted[b]! - predicted[a]!)
  const byObservation = Float64Array.from(observed).sort().reverse()
  let hits = 0
  let best = 0
  let total = 0
  for (let i = 0; i < all; i++) {
    total += observed[i]!
    if (i >= units) continue
    hits += observed[byPrediction[i]!]!
    best += byObservation[i]!
  }
  const unitShare = units / all
  return { pai: hits / total / unitShare, pei: hits / best, hitRate: hits / total, unitShare }
}
