import { invalid, requireCount, requireSameLength, requireSeed } from '../argument.ts'
import { seededRandom, shuffle } from '../random.ts'
import type { Steps } from '../steps.ts'
import { spatialPointPatternTestSteps } from './spatialPointPatternTest.ts'

/** A figure as observed, and what it is among the relabellings: mean and middle 95 %. */
export interface ByChance {
  observed: number
  mean: number
  lower: number
  upper: number
}

export interface PatternTestByChance {
  /** Robust S. */
  sRobust: ByChance
  /** Share of the incidents that would have to change area for the two to have the same shares: ½ Σ |share − share|. */
  dissimilarity: ByChance
  /** Of the dissimilarity, (1 + #≥)/(R + 1), one-sided: as much or more. */
  pValue: number
  relabellings: number
  seed: number
  sided: 'one'
}

const LEVEL = 0.95
/** Shares are sums of fractions: equal ones may differ in the last digits. */
const EQUAL = 1e-9

/**
 * What Andresen's S would be if **nothing** had moved. Its intervals hold only what drawing 85 % of one set does, not that both sets are samples:
 * S falls well below 1 between two halves of one pattern, the more so the fewer the incidents are. So which incidents are base and which are test is
 * drawn anew, as many of each as there are, and S computed again. S takes few values where areas are few; the verdict is therefore on the index of
 * dissimilarity (Duncan & Duncan 1955, Am. Sociol. Rev. 20) of the same relabellings, a permutation test of two samples.
 * @param observed robust S, as {@link spatialPointPatternTestSteps} gives it for the same samples and seed
 * Where either set is empty the dissimilarity is NaN and p is 1.
 * @throws RangeError as that, or for fewer than one relabelling
 */
export function* patternTestByChanceSteps(
  base: ArrayLike<number>,
  test: ArrayLike<number>,
  observed: number,
  options: { samples: number; relabellings: number; seed: number },
): Steps<PatternTestByChance> {
  const { samples, relabellings, seed } = options
  requireSameLength('test', test, 'base', base)
  requireSeed('options.seed', seed)
  if (!(Number.isSafeInteger(relabellings) && relabellings >= 1))
    throw invalid('options.relabellings', relabellings, 'a whole number, 1 or above')
  const pool: number[] = []
  let tested = 0
  for (let a = 0; a < base.length; a++) {
    requireCount(`base[${a}]`, base[a]!)
    requireCount(`test[${a}]`, test[a]!)
    tested += test[a]!
    for (let k = 0; k < base[a]! + test[a]!; k++) pool.push(a)
  }
  const incidents = Uint32Array.from(pool)
  const random = seededRandom(seed, 'options.seed')
  const sRobust = new Float64Array(relabellings)
  const dissimilarity = new Float64Array(relabellings)
  const counts = { base: new Float64Array(base.length), test: new Float64Array(base.length) }
  for (let r = 0; r < relabellings; r++) {
    shuffle(incidents, random, tested)
    counts.base.fill(0)
    counts.test.fill(0)
    incidents.forEach((area, k) => counts[k < tested ? 'test' : 'base'][area]!++)
    dissimilarity[r] = dissimilarityOf(counts.base, counts.test)
    const steps = spatialPointPatternTestSteps(counts.base, counts.test, { samples, seed, robust: true })
    for (;;) {
      const step = steps.next()
      if (step.done) {
        sRobust[r] = step.value.sRobust
        break
      }
      yield (r + step.value) / relabellings
    }
    yield (r + 1) / relabellings
  }
  const moved = dissimilarityOf(base, test)
  const asMuch = dissimilarity.filter((value) => value >= moved - EQUAL).length
  return {
    sRobust: byChance(observed, sRobust),
    dissimilarity: byChance(moved, dissimilarity),
    pValue: Number.isNaN(moved) ? 1 : (1 + asMuch) / (relabellings + 1),
    relabellings,
    seed,
    sided: 'one',
  }
}

function byChance(observed: number, values: Float64Array): ByChance {
  values.sort()
  const cut = Math.floor((values.length * (1 - LEVEL)) / 2)
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return { observed, mean, lower: values[cut]!, upper: values[values.length - 1 - cut]! }
}

function dissimilarityOf(base: ArrayLike<number>, test: ArrayLike<number>): number {
  let [baseTotal, testTotal, apart] = [0, 0, 0]
  for (let a = 0; a < base.length; a++) {
    baseTotal += base[a]!
    testTotal += test[a]!
  }
  for (let a = 0; a < base.length; a++) apart += Math.abs(base[a]! / baseTotal - test[a]! / testTotal)
  return apart / 2
}
