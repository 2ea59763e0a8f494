import { invalid, requireNonNegative, requirePositive, requireSameLength } from '../argument.ts'
import { adjustPValues } from '../chance/adjustPValues.ts'
import { empiricalBayesRates } from './empiricalBayesRates.ts'
import { funnelLimits } from './funnelLimits.ts'
import { poissonTwoSidedP } from './poissonTwoSidedP.ts'

/** Where a count lies: outside the outer or the inner limits, or within. */
export type FunnelPlace = 'farBelow' | 'below' | 'within' | 'above' | 'farAbove'

export interface AreaFunnel {
  /** ΣO/ΣP, per inhabitant. */
  rate: number
  /** Population × rate. */
  expected: Float64Array
  place: FunnelPlace[]
  /** Exact Poisson, two-sided. */
  pValue: Float64Array
  /** The same after Benjamini-Hochberg over the areas. */
  qValue: Float64Array
  /** Per inhabitant, shrunk towards the common rate (Marshall 1991). */
  smoothed: Float64Array
  /** Σ(O − E)²/E over n − 1: 1 where the areas differ by chance alone; NaN for one area. */
  dispersion: number
  inner: number
  outer: number
}

/**
 * Observed against expected counts of areas under their common rate (Spiegelhalter 2005, Stat. Med. 24): exact Poisson limits at 95 %
 * and 99.8 %, p-values, the spread of all areas together, smoothed rates.
 * @param counts 0 or above; @param population above 0, one per area
 * @throws RangeError for columns of unequal length, no area, or a population of none
 */
export function areaFunnel(counts: ArrayLike<number>, population: ArrayLike<number>): AreaFunnel {
  requireSameLength('population', population, 'counts', counts)
  if (counts.length === 0) throw invalid('counts.length', 0, '1 or above')
  const inner = 0.95
  const outer = 0.998
  let observed = 0
  let inhabitants = 0
  for (let i = 0; i < counts.length; i++) {
    requireNonNegative(`counts[${i}]`, counts[i]!)
    requirePositive(`population[${i}]`, population[i]!)
    observed += counts[i]!
    inhabitants += population[i]!
  }
  if (observed === 0) throw invalid('counts (sum)', 0, 'above 0')
  const rate = observed / inhabitants
  const expected = Float64Array.from(population, (p) => p * rate)
  let squares = 0
  const pValue = expected.map((e, i) => {
    squares += (counts[i]! - e) ** 2 / e
    return poissonTwoSidedP(counts[i]!, e)
  })
  const place = Array.from(expected, (e, i): FunnelPlace => {
    const near = funnelLimits(e, inner)
    const far = funnelLimits(e, outer)
    const o = counts[i]!
    if (o < far.lower) return 'farBelow'
    if (o > far.upper) return 'farAbove'
    return o < near.lower ? 'below' : o > near.upper ? 'above' : 'within'
  })
  return {
    rate,
    expected,
    place,
    pValue,
    qValue: adjustPValues(pValue, 'fdr-bh'),
    smoothed: empiricalBayesRates(counts, population).rates,
    dispersion: squares / (counts.length - 1),
    inner,
    outer,
  }
}
