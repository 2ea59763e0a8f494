import { invalid, requireCount } from '../argument.ts'
import { seededRandom } from '../random.ts'
import { finish, type Steps } from '../steps.ts'

/** Incidents dealt between two yields: some milliseconds. */
const DEALT_PER_STEP = 500_000

export interface RepeatsByChanceOptions {
  /** How many places an incident could have fallen on, those without any included. */
  places: number
  /** R; 999 is usual; with 0 p is 1. */
  permutations: number
  /** A whole number: the same seed gives the same p, on every machine. */
  seed: number
}

export interface RepeatsByChance {
  /** Share of the incidents that lie on a place with another; NaN without incidents. */
  share: number
  /** Its exact mean where every place is equally likely: 1 − (1 − 1/M)ⁿ⁻¹. */
  expectedShare: number
  /** Places that chance gives k incidents, k = 0 to 20: M·Binomial(k; n, 1/M). */
  expectedPlaces: Float64Array
  /** (1 + deals with at least as large a share)/(R + 1): one-sided. */
  pValue: number
  /** The same of the fullest place: deals where some place has as many as the fullest has. */
  fullestPValue: number
  sided: 'one'
  n: number
  places: number
  permutations: number
  seed: number
}

/**
 * How many incidents would share a place with another if n incidents fell on M equally likely places: the occupancy problem (Feller 1968, An
 * Introduction to Probability Theory I, ch. II.5). Places differ in size and use, so that "more than chance" does not say why.
 * Time grows as (1 + R) × (n + M), memory as M.
 * @param counts incidents by place that has any, whole numbers
 * @throws RangeError for counts that are none, fewer places than counts, permutations that are no count, a seed that is no whole number
 */
export function repeatsByChance(counts: ArrayLike<number>, options: RepeatsByChanceOptions): RepeatsByChance {
  return finish(repeatsByChanceSteps(counts, options))
}

/** {@link repeatsByChance} in pieces: the same figures. */
export function* repeatsByChanceSteps(
  counts: ArrayLike<number>,
  { places, permutations, seed }: RepeatsByChanceOptions,
): Steps<RepeatsByChance> {
  requireCount('options.permutations', permutations)
  if (!(Number.isSafeInteger(places) && places >= Math.max(1, counts.length)))
    throw invalid('options.places', places, `a whole number, at least the ${counts.length} places of counts`)
  let n = 0
  let alone = 0
  let fullest = 0
  for (let i = 0; i < counts.length; i++) {
    requireCount(`counts[${i}]`, counts[i]!)
    n += counts[i]!
    if (counts[i] === 1) alone++
    if (counts[i]! > fullest) fullest = counts[i]!
  }
  const random = seededRandom(seed, 'options.seed')
  const room = new Uint32Array(places)
  let atLeast = 0
  let asFull = 0
  let since = 0
  for (let r = 0; r < permutations; r++) {
    let singles = 0
    room.fill(0)
    for (let from = 0; from < n; from += DEALT_PER_STEP) {
      const count = Math.min(DEALT_PER_STEP, n - from)
      singles += deal(room, count, random)
      since += count
      if (since < DEALT_PER_STEP) continue
      since = 0
      yield (r + (from + count) / n) / permutations
    }
    since += places
    if (singles <= alone) atLeast++
    if (room.some((held) => held >= fullest)) asFull++
  }
  return {
    share: n > 0 ? 1 - alone / n : NaN,
    expectedShare: n > 0 ? -Math.expm1((n - 1) * Math.log1p(-1 / places)) || 0 : NaN,
    expectedPlaces: occupancy(n, places),
    pValue: (1 + atLeast) / (permutations + 1),
    fullestPValue: (1 + asFull) / (permutations + 1),
    sided: 'one',
    n,
    places,
    permutations,
    seed,
  }
}

/** Deals incidents out; returns by how much the places with just one have grown. */
function deal(room: Uint32Array, count: number, random: () => number): number {
  const places = room.length
  let singles = 0
  for (let i = 0; i < count; i++) {
    const held = ++room[Math.floor(random() * places)]!
    if (held === 1) singles++
    else if (held === 2) singles--
  }
  return singles
}

/** Most incidents on a place that are told apart. */
const MOST = 20

function occupancy(n: number, places: number): Float64Array {
  const expected = new Float64Array(MOST + 1)
  if (places === 1) {
    if (n <= MOST) expected[n] = 1
    return expected
  }
  let probability = Math.exp(n * Math.log1p(-1 / places))
  for (let k = 0; k <= Math.min(n, MOST); k++) {
    expected[k] = places * probability
    probability *= (n - k) / (k + 1) / (places - 1)
  }
  return expected
}
