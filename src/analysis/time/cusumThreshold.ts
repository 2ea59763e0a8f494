import gammaln from '@stdlib/math-base-special-gammaln'
import { invalid, requireNonNegative, requirePositive } from '../argument.ts'
import { cusumReference } from './cusum.ts'

/** States to a standard deviation of the counts: the run length then agrees with simulation to well below a per cent. */
const STATES = 40
/** Counts rarer than this do not count. */
const RAREST = 1e-14
/** A cycle is followed until this share of it is left. */
const REST = 1e-12
const MOST_STEPS = 200_000
const LONGEST_RUN = 1e7

interface Shift {
  /** λ₀, expected count of a time step. */
  baseline: number
  /** λ₁, the count that is to be found out; not equal to the baseline. */
  alternative: number
}

/**
 * Mean number of time steps until a CUSUM (see cusum) first exceeds the threshold, where counts are Poisson with mean `rate`: at the baseline
 * the mean time between false alarms, at the alternative the mean delay of a true one. By a Markov chain over the sum's values (Brook & Evans
 * 1972, Biometrika 59; Lucas 1985, Technometrics 27), a value between two states shared out to both; the chain is followed from one return
 * to 0 to the next: run length = mean length of a cycle / probability that it ends in a signal.
 * @param options.threshold 0 or above; a signal is a sum above it
 * @param options.rate the baseline unless said
 * @returns time steps, 1 or more; Infinity beyond 10⁷
 * @throws RangeError for means that are not above 0, equal baseline and alternative, a threshold below 0
 */
export function cusumRunLength(options: Shift & { threshold: number; rate?: number }): number {
  const { baseline, alternative, threshold, rate = baseline } = options
  const k = cusumReference(options)
  requireShift(options)
  requireNonNegative('options.threshold', threshold)
  requirePositive('options.rate', rate)
  const sign = alternative > baseline ? 1 : -1
  const { first, probability } = poissonTable(rate)
  const states = Math.max(1, Math.ceil((threshold * STATES) / Math.sqrt(rate)))
  const width = threshold / states || 1
  let mass = new Float64Array(states + 1)
  let next = new Float64Array(states + 1)
  mass[0] = 1
  let [alive, length, signalled] = [1, 0, 0]
  for (let step = 0; alive > REST && step < MOST_STEPS; step++) {
    length += alive
    next.fill(0)
    alive = 0
    for (let i = 0; i <= states; i++) {
      const here = mass[i]!
      if (here === 0) continue
      for (let j = 0; j < probability.length; j++) {
        const value = i * width + sign * (first + j - k)
        if (value <= 0) continue
        const moved = here * probability[j]!
        if (value > threshold * (1 + 1e-12)) signalled += moved
        else {
          const at = Math.min(states - 1, Math.floor(value / width))
          const share = value / width - at
          next[at]! += moved * (1 - share)
          next[at + 1]! += moved * share
          alive += moved
        }
      }
    }
    // What is shared out to state 0 has come back.
    alive -= next[0]!
    next[0] = 0
    ;[mass, next] = [next, mass]
  }
  const run = length / signalled
  return run < LONGEST_RUN ? run : Infinity
}

/**
 * The threshold above which a CUSUM signals, so that false alarms come `averageRunLength` time steps apart on average where nothing changed.
 * @param options.averageRunLength above 1, at most 10⁶: 60 for one in five years of months
 * @returns threshold; the run length it gives (a little above the one asked for; more where even threshold 0 gives more), and the mean
 *   delay, in time steps, until a change to the alternative is found
 * @throws RangeError as cusumRunLength, and for a run length outside its bounds
 */
export function cusumThreshold(options: Shift & { averageRunLength: number }): {
  threshold: number
  averageRunLength: number
  delay: number
} {
  const { baseline, alternative, averageRunLength } = options
  requireShift(options)
  if (!(averageRunLength > 1 && averageRunLength <= 1e6))
    throw invalid('options.averageRunLength', averageRunLength, 'above 1, at most 1000000')
  const run = (threshold: number) => cusumRunLength({ baseline, alternative, threshold })
  let low = 0
  let high = Math.sqrt(baseline)
  if (run(0) >= averageRunLength) high = 0
  else while (run(high) < averageRunLength) [low, high] = [high, 2 * high]
  while (high - low > 1e-3 * Math.sqrt(baseline)) {
    const middle = (low + high) / 2
    if (run(middle) < averageRunLength) low = middle
    else high = middle
  }
  return {
    threshold: high,
    averageRunLength: run(high),
    delay: cusumRunLength({ baseline, alternative, threshold: high, rate: alternative }),
  }
}

function requireShift({ baseline, alternative }: Shift): void {
  if (alternative === baseline)
    throw invalid('options.alternative', alternative, `another count than options.baseline (${baseline})`)
}

/** P(X = first + j) of a Poisson count, without the outcomes that are rarer than counts. */
function poissonTable(mean: number): { first: number; probability: Float64Array } {
  const at = (count: number) => Math.exp(count * Math.log(mean) - mean - gammaln(count + 1))
  let first = Math.floor(mean)
  let last = first
  while (first > 0 && at(first - 1) > RAREST) first--
  while (at(last + 1) > RAREST) last++
  return { first, probability: Float64Array.from({ length: last - first + 1 }, (_, j) => at(first + j)) }
}
