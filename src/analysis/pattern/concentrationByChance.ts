import { invalid, requireCount } from '../argument.ts'
import { seededRandom } from '../random.ts'
import { finish, type Steps } from '../steps.ts'

/** Incidents dealt between two yields: some milliseconds. */
const DEALT_PER_STEP = 300_000

export interface ConcentrationByChance {
  /** Units that hold half of the incidents, fullest first: mean over the deals, and the interval of 95 % of them. */
  halfUnits: { mean: number; lower: number; upper: number }
  /** Mean incidents of the fullest unit, of the second … */
  meanByRank: Float64Array
  n: number
  units: number
  permutations: number
  seed: number
}

/**
 * How concentrated n incidents look when they fall on equally likely units: where incidents are few a small share of the units holds half of
 * them without any place being worse than another (Bernasco & Steenbeek 2017, J. Quant. Criminol. 33; Mohler et al. 2019). Time grows as R × (n + N log N).
 * @param n whole number of incidents; @param units N, at least 1; @param options.permutations R, at least 1
 * @throws RangeError for a count or a seed that is none
 */
export function concentrationByChance(
  n: number,
  units: number,
  options: { permutations: number; seed: number },
): ConcentrationByChance {
  return finish(concentrationByChanceSteps(n, units, options))
}

/** {@link concentrationByChance} in pieces: the same figures. */
export function* concentrationByChanceSteps(
  n: number,
  units: number,
  { permutations, seed }: { permutations: number; seed: number },
): Steps<ConcentrationByChance> {
  requireCount('n', n)
  if (!(Number.isSafeInteger(units) && units >= 1)) throw invalid('units', units, 'a whole number above 0')
  if (!(Number.isSafeInteger(permutations) && permutations >= 1))
    throw invalid('options.permutations', permutations, 'a whole number above 0')
  const random = seededRandom(seed, 'options.seed')
  const counts = new Uint32Array(units)
  const sums = new Float64Array(units)
  const halves = new Float64Array(permutations)
  let since = 0
  for (let r = 0; r < permutations; r++) {
    counts.fill(0)
    for (let from = 0; from < n; from += DEALT_PER_STEP) {
      const count = Math.min(DEALT_PER_STEP, n - from)
      deal(counts, count, random)
      since += count
      if (since < DEALT_PER_STEP) continue
      since = 0
      yield (r + (from + count) / n) / permutations
    }
    counts.sort()
    halves[r] = addRanks(counts, sums, n / 2)
    since += 10 * units
  }
  halves.sort()
  const quantile = (p: number) => halves[Math.min(permutations - 1, Math.floor(p * permutations))]!
  return {
    halfUnits: {
      mean: halves.reduce((sum, half) => sum + half, 0) / permutations,
      lower: quantile(0.025),
      upper: quantile(0.975),
    },
    meanByRank: sums.map((sum) => sum / permutations),
    n,
    units,
    permutations,
    seed,
  }
}

function deal(counts: Uint32Array, n: number, random: () => number): void {
  for (let i = 0; i < n; i++) counts[Math.floor(random() * counts.length)]!++
}

/** Adds ascending counts to the sums, fullest first; returns how many hold at least half. */
function addRanks(ascending: Uint32Array, sums: Float64Array, half: number): number {
  const units = ascending.length
  let held = 0
  let used = 0
  for (let rank = 0; rank < units; rank++) {
    const count = ascending[units - 1 - rank]!
    if (held < half) used++
    held += count
    sums[rank]! += count
  }
  return used
}
