import { invalid, requireCount, requireSameLength } from '../argument.ts'
import { seededRandom, shuffle } from '../random.ts'

/** Of each test set this share is drawn, and of the samples' shares this much is kept (Andresen 2009). */
const DRAWN = 0.85
const LEVEL = 0.95

/**
 * Andresen's S (2009, Applied Geography 29): the share of areas whose share of the base incidents lies within what samples of the test
 * incidents give. Each sample draws 85 % of the test incidents without replacement; an area's interval is its samples' shares
 * without the lowest and highest 2.5 %. S near 1: the two patterns are alike.
 * @param base incidents per area, whole numbers; @param test likewise, in the same order of areas
 * @param options.samples 200 is usual
 * @param options.robust whether `value` is `sRobust`, which leaves out areas without any incident in either set: such areas are
 *   alike by definition and hide the rest
 */
export function spatialPointPatternTest(
  base: ArrayLike<number>,
  test: ArrayLike<number>,
  options: { samples: number; seed: number; robust: boolean },
): { s: number; sRobust: number; value: number; lower: Float64Array; upper: Float64Array } {
  const { samples, seed, robust } = options
  requireSameLength('test', test, 'base', base)
  if (!(Number.isSafeInteger(samples) && samples >= 2))
    throw invalid('options.samples', samples, 'a whole number, 2 or above')
  const areas = base.length
  const incidents: number[] = []
  let baseTotal = 0
  for (let a = 0; a < areas; a++) {
    requireCount(`base[${a}]`, base[a]!)
    requireCount(`test[${a}]`, test[a]!)
    baseTotal += base[a]!
    for (let k = 0; k < test[a]!; k++) incidents.push(a)
  }
  if (baseTotal === 0) throw invalid('base (total)', 0, 'at least one incident')
  if (incidents.length === 0) throw invalid('test (total)', 0, 'at least one incident')

  const pool = Uint32Array.from(incidents)
  const drawn = Math.max(1, Math.round(DRAWN * pool.length))
  const random = seededRandom(seed)
  const shares = Array.from({ length: areas }, () => new Float64Array(samples))
  for (let s = 0; s < samples; s++) {
    shuffle(pool, random, drawn)
    for (let k = 0; k < drawn; k++) shares[pool[k]!]![s]! += 1 / drawn
  }
  const cut = Math.floor((samples * (1 - LEVEL)) / 2)
  const lower = new Float64Array(areas)
  const upper = new Float64Array(areas)
  let alike = 0
  let empty = 0
  for (let a = 0; a < areas; a++) {
    const sorted = shares[a]!.sort()
    lower[a] = sorted[cut]!
    upper[a] = sorted[samples - 1 - cut]!
    const share = base[a]! / baseTotal
    if (base[a] === 0 && test[a] === 0) empty++
    // Shares are sums of 1/drawn: equal ones may differ in the last digits.
    if (share >= lower[a]! - 1e-12 && share <= upper[a]! + 1e-12) alike++
  }
  const s = alike / areas
  const sRobust = (alike - empty) / (areas - empty)
  return { s, sRobust, value: robust ? sRobust : s, lower, upper }
}
