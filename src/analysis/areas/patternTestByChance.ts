import { invalid, requireCount, requireSameLength, requireSeed } from '../argument.ts'
import { seededRandom, shuffle } from '../random.ts'
import type { Steps } from '../steps.ts'
import { spatialPointPatternTestSteps } from './spatialPointPatternTest.ts'

export interface PatternTestByChance {
  /** S of each relabelling, ascending: of the areas with an incident in either set, and of all. */
  sRobust: Float64Array
  s: Float64Array
  /** Middle 95 % of them and their mean. */
  robust: { mean: number; lower: number; upper: number }
  /** (1 + #≤)/(R + 1), one-sided: as little likeness as observed, or less. */
  pValue: number
  relabellings: number
  seed: number
  sided: 'one'
}

const LEVEL = 0.95
/** S is a share of some areas: equal ones may differ in the last digits. */
const EQUAL = 1e-9

/**
 * What Andresen's S would be if **nothing** had moved. Its intervals hold only what drawing 85 % of one set does, not that both sets are samples:
 * S falls well below 1 between two halves of the same pattern, the more so the fewer the incidents are. So which incidents are base and which are test is
 * drawn anew, as many of each as there are, and S computed again.
 * @param observed S of the robust variant, as {@link spatialPointPatternTestSteps} gives it for the same samples and seed
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
  const s = new Float64Array(relabellings)
  const sRobust = new Float64Array(relabellings)
  const counts = { base: new Float64Array(base.length), test: new Float64Array(base.length) }
  for (let r = 0; r < relabellings; r++) {
    shuffle(incidents, random, tested)
    counts.base.fill(0)
    counts.test.fill(0)
    incidents.forEach((area, k) => counts[k < tested ? 'test' : 'base'][area]!++)
    const steps = spatialPointPatternTestSteps(counts.base, counts.test, { samples, seed, robust: true })
    for (;;) {
      const step = steps.next()
      if (step.done) {
        s[r] = step.value.s
        sRobust[r] = step.value.sRobust
        break
      }
      yield (r + step.value) / relabellings
    }
    yield (r + 1) / relabellings
  }
  s.sort()
  sRobust.sort()
  const cut = Math.floor((relabellings * (1 - LEVEL)) / 2)
  const asLittle = sRobust.filter((value) => value <= observed + EQUAL).length
  return {
    sRobust,
    s,
    robust: {
      mean: sRobust.reduce((sum, value) => sum + value, 0) / relabellings,
      lower: sRobust[cut]!,
      upper: sRobust[relabellings - 1 - cut]!,
    },
    pValue: (1 + asLittle) / (relabellings + 1),
    relabellings,
    seed,
    sided: 'one',
  }
}
