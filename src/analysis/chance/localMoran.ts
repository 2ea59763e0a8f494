import { requireCount } from '../argument.ts'
import { seededRandom, shuffle } from '../random.ts'
import { finish, type Steps } from '../steps.ts'
import { momentsOfUnits, requireNeighbours, type Neighbours } from './neighbours.ts'

/** Draws between two yields: some milliseconds. */
const DRAWS_PER_STEP = 100_000

export interface LocalMoranOptions {
  /** Whether each row's weights are divided by their sum. */
  rowStandardised: boolean
  /** R of the conditional permutation; 999 is usual; with 0 every p is 1. */
  permutations: number
  /** A whole number: the same seed gives the same p, on every machine. */
  seed: number
}

export interface LocalMoranResult {
  /** Iᵢ, one a unit; NaN for a unit without neighbours. */
  statistic: Float64Array
  /** One-sided pseudo p on the side of the observed Iᵢ, 1/(R + 1) to 1. */
  pValue: Float64Array
  /** The same folded to both sides: twice the one-sided, at most 1. */
  pValueTwoSided: Float64Array
  /** What `pValue` is. */
  sided: 'one'
  /** Units with neighbours. */
  n: number
  permutations: number
  seed: number
}

/**
 * Local Moran Iᵢ = (xᵢ − x̄) Σⱼwᵢⱼ(xⱼ − x̄)/m₂, m₂ = Σ(x − x̄)²/n (Anselin 1995, Geogr. Anal. 27(2)): above 0 among alike (high by high,
 * low by low), below 0 an outlier. Pseudo p by conditional permutation: xᵢ stays, its neighbours' values are drawn without replacement
 * from the others; p = (1 + #)/(R + 1) with # the permuted Iᵢ at least as extreme **on the observed side: one-sided**, as pysal's
 * esda; many units want `adjustPValues`. A unit among its own neighbours keeps its own value.
 *
 * Units with an empty row are left out; theirs are NaN. Where all values are equal, or a row's weights are all 0: 0 and p 1.
 * Time grows as units × (units + R × neighbours), memory as the units.
 * @param values one per unit, finite; @param neighbours one row per unit
 * @throws RangeError where there is not one finite value per row, for {@link Neighbours} that are malformed, for permutations
 *   that are no count, or a seed that is no whole number
 */
export function localMoran(
  values: ArrayLike<number>,
  neighbours: Neighbours,
  options: LocalMoranOptions,
): LocalMoranResult {
  return finish(localMoranSteps(values, neighbours, options))
}

/** {@link localMoran} in pieces: the same figures. Bad input is refused before the first piece. */
export function localMoranSteps(
  values: ArrayLike<number>,
  neighbours: Neighbours,
  options: LocalMoranOptions,
): Steps<LocalMoranResult> {
  requireNeighbours(values, neighbours)
  requireCount('options.permutations', options.permutations)
  return moranSteps(values, neighbours, options, seededRandom(options.seed, 'options.seed'))
}

function* moranSteps(
  values: ArrayLike<number>,
  neighbours: Neighbours,
  { rowStandardised, permutations, seed }: LocalMoranOptions,
  random: () => number,
): Steps<LocalMoranResult> {
  const { offsets } = neighbours
  const units = Uint32Array.from(values, (_, i) => i).filter((i) => offsets[i + 1]! > offsets[i]!)
  const { mean, variance } = momentsOfUnits(values, neighbours)
  const study: Study = {
    deviations: Float64Array.from(values, (value) => value - mean),
    ofUnits: Float64Array.from(units, (i) => values[i]! - mean),
    pool: new Float64Array(units.length),
    variance,
  }
  const result: LocalMoranResult = {
    statistic: new Float64Array(values.length).fill(NaN),
    pValue: new Float64Array(values.length).fill(NaN),
    pValueTwoSided: new Float64Array(values.length).fill(NaN),
    sided: 'one',
    n: units.length,
    permutations,
    seed,
  }
  let draws = 0
  for (let u = 0; u < units.length; u++) {
    const i = units[u]!
    const row = rowOf(neighbours, i, study.deviations)
    const { statistic, extreme } = permuteUnit(study, u, row, rowStandardised, permutations, random)
    result.statistic[i] = statistic
    result.pValue[i] = (1 + extreme) / (permutations + 1)
    result.pValueTwoSided[i] = Math.min(1, 2 * result.pValue[i]!)
    draws += permutations * row.weights.length + units.length
    if (draws >= DRAWS_PER_STEP) {
      draws = 0
      yield (u + 1) / units.length
    }
  }
  return result
}

interface Study {
  /** x − x̄ by unit, and of the units with neighbours only. */
  deviations: Float64Array
  ofUnits: Float64Array
  /** Room for the values that are drawn from. */
  pool: Float64Array
  variance: number
}

interface Row {
  /** Of the others. */
  weights: Float64Array
  total: number
  lag: number
  /** What the unit itself adds to its lag where it is its own neighbour. */
  own: number
}

function rowOf({ offsets, indices, weights }: Neighbours, i: number, deviations: Float64Array): Row {
  const others: number[] = []
  let total = 0
  let lag = 0
  let own = 0
  for (let k = offsets[i]!; k < offsets[i + 1]!; k++) {
    const w = weights ? weights[k]! : 1
    const j = indices[k]!
    total += w
    lag += w * deviations[j]!
    if (j === i) own += w * deviations[i]!
    else others.push(w)
  }
  return { weights: Float64Array.from(others), total, lag, own }
}

/** Iᵢ of the u-th unit, and how many permuted ones are at least as extreme on its side. */
function permuteUnit(
  { ofUnits, pool, variance }: Study,
  u: number,
  { weights, total, lag, own }: Row,
  rowStandardised: boolean,
  permutations: number,
  random: () => number,
): { statistic: number; extreme: number } {
  const divisor = variance * (rowStandardised ? total : 1)
  const scale = divisor > 0 ? ofUnits[u]! / divisor : 0
  const statistic = scale === 0 ? 0 : scale * lag
  const last = pool.length - 1
  // The others stand in the first places of the pool, the unit itself in the last.
  pool.set(ofUnits)
  pool[u] = pool[last]!
  pool[last] = ofUnits[u]!
  const count = weights.length
  let atLeast = 0
  let atMost = 0
  for (let r = 0; r < permutations; r++) {
    shuffle(pool, random, Math.min(count, last), last)
    let drawn = own
    for (let k = 0; k < count; k++) drawn += weights[k]! * pool[k]!
    const slack = 1e-12 * (Math.abs(scale * drawn) + Math.abs(statistic))
    if (scale * drawn >= statistic - slack) atLeast++
    if (scale * drawn <= statistic + slack) atMost++
  }
  return { statistic, extreme: Math.min(atLeast, atMost) }
}
