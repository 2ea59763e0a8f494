import { invalid, requireCount, requireSameLength } from '../argument.ts'
import { seededRandom, shuffle } from '../random.ts'
import { finish, type Steps } from '../steps.ts'

/** Of each test set this share is drawn, and of the samples' shares this much is kept (Andresen 2009). */
const DRAWN = 0.85
const LEVEL = 0.95

/** Incidents drawn between two yields: some milliseconds. */
const DRAWN_PER_STEP = 300_000

export interface PatternTestOptions {
  /** 200 is usual; 2 or more. */
  samples: number
  /** A whole number: the same seed gives the same intervals, on every machine. */
  seed: number
  /**
   * Whether `value` is `sRobust`, which leaves out areas without any incident in either set: such areas are alike by definition and hide
   * the rest.
   */
  robust: boolean
}

export interface PatternTest {
  /** Of all areas, and of those with an incident in either set. */
  s: number
  sRobust: number
  /** The one of them that was asked for. */
  value: number
  /** The samples' interval of each area's share of the test incidents, fractions. */
  lower: Float64Array
  upper: Float64Array
}

/**
 * Andresen's S (2009, Applied Geography 29): the share of areas whose share of the base incidents lies within what samples of the test
 * incidents give. Each sample draws 85 % of the test incidents without replacement; an area's interval is its samples' shares
 * without the lowest and highest 2.5 %. S near 1: the two patterns are alike. Source of the robust variant: Andresen & Malleson (2011), J. Res. Crime
 * Delinq. 48; Wheeler, Steenbeek & Andresen (2018), Trans. GIS 22.
 * Time grows as samples × test incidents, memory as samples × areas.
 * @param base incidents per area, whole numbers; @param test likewise, in the same order of areas
 * @throws RangeError for columns of unequal length, counts that are no whole numbers, a set without incidents, fewer than two samples, or a
 *   seed that is no whole number
 */
export function spatialPointPatternTest(
  base: ArrayLike<number>,
  test: ArrayLike<number>,
  options: PatternTestOptions,
): PatternTest {
  return finish(spatialPointPatternTestSteps(base, test, options))
}

/** {@link spatialPointPatternTest} in pieces: the same figures. Bad input is refused before the first piece. */
export function spatialPointPatternTestSteps(
  base: ArrayLike<number>,
  test: ArrayLike<number>,
  options: PatternTestOptions,
): Steps<PatternTest> {
  const { samples, seed } = options
  requireSameLength('test', test, 'base', base)
  if (!(Number.isSafeInteger(samples) && samples >= 2))
    throw invalid('options.samples', samples, 'a whole number, 2 or above')
  const incidents: number[] = []
  let baseTotal = 0
  for (let a = 0; a < base.length; a++) {
    requireCount(`base[${a}]`, base[a]!)
    requireCount(`test[${a}]`, test[a]!)
    baseTotal += base[a]!
    for (let k = 0; k < test[a]!; k++) incidents.push(a)
  }
  if (baseTotal === 0) throw invalid('base (total)', 0, 'at least one incident')
  if (incidents.length === 0) throw invalid('test (total)', 0, 'at least one incident')

  const random = seededRandom(seed, 'options.seed')
  return patternSteps(base, test, Uint32Array.from(incidents), baseTotal, options, random)
}

function* patternSteps(
  base: ArrayLike<number>,
  test: ArrayLike<number>,
  pool: Uint32Array,
  baseTotal: number,
  { samples, robust }: PatternTestOptions,
  random: () => number,
): Steps<PatternTest> {
  const areas = base.length
  const drawn = Math.max(1, Math.round(DRAWN * pool.length))
  const counts = Array.from({ length: areas }, () => new Uint32Array(samples))
  let sinceYield = 0
  for (let s = 0; s < samples; s++) {
    shuffle(pool, random, drawn)
    for (let k = 0; k < drawn; k++) counts[pool[k]!]![s]!++
    sinceYield += drawn
    if (sinceYield < DRAWN_PER_STEP) continue
    sinceYield = 0
    yield (s + 1) / samples
  }
  const cut = Math.floor((samples * (1 - LEVEL)) / 2)
  const lower = new Float64Array(areas)
  const upper = new Float64Array(areas)
  let alike = 0
  let empty = 0
  for (let a = 0; a < areas; a++) {
    const sorted = counts[a]!.sort()
    lower[a] = sorted[cut]! / drawn
    upper[a] = sorted[samples - 1 - cut]! / drawn
    const share = base[a]! / baseTotal
    if (base[a] === 0 && test[a] === 0) empty++
    if (share >= lower[a]! && share <= upper[a]!) alike++
  }
  const s = alike / areas
  const sRobust = (alike - empty) / (areas - empty)
  return { s, sRobust, value: robust ? sRobust : s, lower, upper }
}
