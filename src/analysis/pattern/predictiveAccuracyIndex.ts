import { invalid, requireSameLength } from '../argument.ts'

/**
 * Hit rate over surface share of the `units` highest predicted units: PAI = (n/N)/(a/A) (Chainey, Tompson & Uhlig 2008); PEI = PAI
 * over the best PAI that as many units could reach (Hunt 2016). `observed` is of the **next** period. Units of equal size; ties by
 * order. NaN where nothing was observed.
 * @param units 1 to the number of units
 */
export function predictiveAccuracyIndex(
  observed: ArrayLike<number>,
  predicted: ArrayLike<number>,
  units: number,
): { pai: number; pei: number } {
  requireSameLength('predicted', predicted, 'observed', observed)
  const all = observed.length
  if (!(Number.isSafeInteger(units) && units >= 1 && units <= all))
    throw invalid('units', units, `1 to ${all}`)
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
  return { pai: hits / total / (units / all), pei: hits / best }
}
