import type { Steps } from '../../analysis/index.ts'
import { seededRandom } from '../../analysis/random.ts'

/** Runs from which the mean run length is read: its standard error is 3 % of it. */
const RUNS = 1000

/** Run lengths are cut at so many times the wanted mean: the tail is exponential, e^−8 of it lies beyond. */
const LONGEST = 8

/** A mean of run lengths as good as the wanted one. */
const CLOSE = 0.005

/**
 * The height that a Poisson CUSUM passes by chance once in `runLength` steps on average while nothing has changed
 * (average run length from 0), by simulation.
 * @param expected counts of a cycle of steps (one for a level baseline, twelve for calendar months), above 0
 * @param reference k of each of them
 * @param rising whether it adds x − k (true) or k − x
 * @param runLength steps between false alarms, above 1
 */
export function* alarmThreshold(
  expected: ArrayLike<number>,
  reference: ArrayLike<number>,
  { rising, runLength, seed }: { rising: boolean; runLength: number; seed: number },
): Steps<number> {
  const steps = Math.ceil(LONGEST * runLength)
  const random = seededRandom(seed)
  const draws = Array.from(expected, (mean) => poissonSampler(mean, random))
  const paths: Peak[][] = []
  for (let run = 0; run < RUNS; run++) {
    // Each run starts at its own place in the cycle.
    paths.push(peaksOf(draws, reference, rising, steps, Math.floor(random() * draws.length)))
    yield run / RUNS
  }
  let low = 0
  let high = paths.reduce((top, path) => Math.max(top, path.at(-1)?.sum ?? 0), 0)
  while (high - low > 1e-3 * Math.max(1, high)) {
    const middle = (low + high) / 2
    const mean = meanPassage(paths, middle, steps)
    if (Math.abs(mean / runLength - 1) < CLOSE) return middle
    if (mean < runLength) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** A new highest sum and the step at which it came. */
interface Peak {
  step: number
  sum: number
}

/** The successive highest sums of one run. */
function peaksOf(
  draws: readonly (() => number)[],
  reference: ArrayLike<number>,
  rising: boolean,
  steps: number,
  start: number,
): Peak[] {
  const peaks: Peak[] = []
  let sum = 0
  let highest = 0
  let phase = start
  for (let step = 1; step <= steps; step++) {
    const excess = draws[phase]!() - reference[phase]!
    phase = (phase + 1) % draws.length
    sum = Math.max(0, sum + (rising ? excess : -excess))
    if (sum > highest) {
      highest = sum
      peaks.push({ step, sum })
    }
  }
  return peaks
}

function meanPassage(paths: readonly Peak[][], height: number, steps: number): number {
  let total = 0
  for (const path of paths) {
    let from = 0
    let to = path.length
    while (from < to) {
      const middle = (from + to) >> 1
      if (path[middle]!.sum > height) to = middle
      else from = middle + 1
    }
    total += path[from]?.step ?? steps
  }
  return total / paths.length
}

/** Draws by the inverse of the distribution function, tabled to 12 standard deviations. */
function poissonSampler(mean: number, random: () => number): () => number {
  const first = Math.max(0, Math.floor(mean - 12 * Math.sqrt(mean) - 12))
  const last = Math.ceil(mean + 12 * Math.sqrt(mean) + 12)
  const table = new Float64Array(last - first + 1)
  // From the mode outwards, so that no probability underflows before it matters.
  const mode = Math.floor(mean) - first
  table[mode] = 1
  for (let k = mode + 1; k < table.length; k++) table[k] = (table[k - 1]! * mean) / (first + k)
  for (let k = mode - 1; k >= 0; k--) table[k] = (table[k + 1]! * (first + k + 1)) / mean
  let sum = 0
  for (let k = 0; k < table.length; k++) table[k] = sum += table[k]!
  return () => {
    const u = random() * sum
    let from = 0
    let to = table.length - 1
    while (from < to) {
      const middle = (from + to) >> 1
      if (table[middle]! > u) to = middle
      else from = middle + 1
    }
    return first + from
  }
}
