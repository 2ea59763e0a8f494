import { invalid, requireCount, requireSameLength } from '../argument.ts'
import { isPlaced, requirePoints, type Points } from '../points.ts'
import { seededRandom, shuffle } from '../random.ts'
import { finish, part, type Steps } from '../steps.ts'
import { bandOf, requireBreaks } from './bands.ts'
import { closePairs, type ClosePairs, type Metric } from './closePairs.ts'

const DAY_MS = 86_400_000
/** Pairs compared in time between two yields: some milliseconds. */
const PAIRS_PER_STEP = 1_000_000
/** Of the whole computation, what the finding of pairs is said to be. */
const FINDING = 0.1

export interface NearRepeatOptions {
  /** Breaks of the bands [a, b), metres, ascending from 0 up; the last may be Infinity. */
  distanceBands: number[]
  /** The same in days. */
  timeBandsDays: number[]
  /** R; 99 to 999 are usual; with 0 every p is 1. */
  permutations: number
  /** A whole number: the same seed gives the same p, on every machine. */
  seed: number
  /** 'euclidean' unless said; 'manhattan' is |Δx| + |Δy|. */
  metric?: Metric
}

/** Tables by distance band, then time band. */
export interface NearRepeatResult {
  /** Pairs of incidents. */
  observed: number[][]
  /** The exact mean over all permutations: pairs in the distance band × pairs in the time band / all pairs. */
  expected: number[][]
  /** (1 + permutations with at least as many pairs)/(R + 1). */
  pValue: number[][]
  /** What `pValue` tells of: more pairs than chance gives, never fewer. */
  sided: 'one'
  /** Incidents with a place and a time, and those without. */
  n: number
  dropped: number
  permutations: number
  seed: number
  metric: Metric
}

/**
 * Knox test of near repeats: pairs of incidents close in space **and** time, against what the same places and times would give if times were dealt
 * out at random. Source: Knox (1964), Appl. Stat. 13; as test of near repeats Johnson et al. (2007), J. Quant. Criminol. 23.
 *
 * Incidents without a place or time are left out; weights are not used. For dates without a clock time give the day number × 86 400 000, so
 * that no change to summer time makes a day of 23 hours. Without a pair in a band: observed 0 and p 1.
 *
 * Time grows as n + (1 + R) × pairs within the last distance, memory as those pairs (4 bytes each): an incident twice as dense has four times
 * the pairs.
 * @param points metres; @param timesUtcMs one per point, NaN where missing
 * @throws RangeError for columns of unequal length, breaks that do not ascend, permutations that are no count, a seed that is no
 *   whole number, or more than 200 million pairs in the distance bands (said before they are stored)
 */
export function nearRepeat(
  points: Points,
  timesUtcMs: ArrayLike<number>,
  options: NearRepeatOptions,
): NearRepeatResult {
  return finish(nearRepeatSteps(points, timesUtcMs, options))
}

/** {@link nearRepeat} in pieces: the same figures. Bad input is refused before the first piece, too many pairs where they are found. */
export function nearRepeatSteps(
  points: Points,
  timesUtcMs: ArrayLike<number>,
  options: NearRepeatOptions,
): Steps<NearRepeatResult> {
  requirePoints(points)
  requireSameLength('timesUtcMs', timesUtcMs, 'points.x', points.x)
  requireBreaks('options.distanceBands', options.distanceBands)
  requireBreaks('options.timeBandsDays', options.timeBandsDays)
  requireCount('options.permutations', options.permutations)
  const { metric = 'euclidean' } = options
  if (metric !== 'euclidean' && metric !== 'manhattan')
    throw invalid('options.metric', metric, `'euclidean' or 'manhattan'`)
  const random = seededRandom(options.seed, 'options.seed')
  return knoxSteps(points, timesUtcMs, { ...options, metric }, random)
}

function* knoxSteps(
  points: Points,
  timesUtcMs: ArrayLike<number>,
  { distanceBands, timeBandsDays, permutations, seed, metric }: Required<NearRepeatOptions>,
  random: () => number,
): Steps<NearRepeatResult> {
  const used: number[] = []
  for (let i = 0; i < points.x.length; i++)
    if (isPlaced(points, i) && Number.isFinite(timesUtcMs[i])) used.push(i)
  const n = used.length
  const x = Float64Array.from(used, (i) => points.x[i]!)
  const y = Float64Array.from(used, (i) => points.y[i]!)
  const days = Float64Array.from(used, (i) => timesUtcMs[i]! / DAY_MS)
  const pairs = yield* part(closePairs(x, y, distanceBands, metric), 0, FINDING)
  const rows = distanceBands.length - 1
  const columns = timeBandsDays.length - 1
  const slices = slicesOf(pairs, n, rows)

  const observed = new Float64Array(rows * columns)
  const atLeast = new Float64Array(rows * columns)
  const counts = new Float64Array(rows * columns)
  const dealt = new Float64Array(n)
  for (let r = 0; r <= permutations; r++) {
    // Round 0 is the times as they were.
    if (r > 0) shuffle(days, random)
    for (let p = 0; p < n; p++) dealt[p] = days[pairs.order[p]!]!
    counts.fill(0)
    for (let s = 0; s + 1 < slices.length; s++) {
      tabulate(pairs, slices[s]!, slices[s + 1]!, dealt, timeBandsDays, rows, counts)
      yield FINDING + ((1 - FINDING) * (r + (s + 1) / slices.length)) / (permutations + 1)
    }
    if (r === 0) observed.set(counts)
    else counts.forEach((count, k) => count >= observed[k]! && atLeast[k]!++)
  }

  const inTime = pairsByTime(days, timeBandsDays)
  const inSpace = pairsByBand(pairs, n, rows)
  const all = (n * (n - 1)) / 2
  const table = (value: (row: number, column: number) => number) =>
    Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (_, column) => value(row, column)),
    )
  return {
    observed: table((row, column) => observed[row * columns + column]!),
    expected: table((row, column) => (all > 0 ? (inSpace[row]! * inTime[column]!) / all : 0)),
    pValue: table((row, column) => (1 + atLeast[row * columns + column]!) / (permutations + 1)),
    sided: 'one',
    n,
    dropped: points.x.length - n,
    permutations,
    seed,
    metric,
  }
}

/** First points of runs of some {@link PAIRS_PER_STEP} pairs, and the end. */
function slicesOf({ offsets }: ClosePairs, n: number, rows: number): number[] {
  const slices = [0]
  let done = 0
  for (let p = 0; p < n; p++) {
    if (offsets[(p + 1) * rows]! - done < PAIRS_PER_STEP) continue
    slices.push(p + 1)
    done = offsets[(p + 1) * rows]!
  }
  if (slices[slices.length - 1] !== n) slices.push(n)
  return slices
}

/** Adds the pairs of the first points from-to to the table. */
function tabulate(
  { offsets, second }: ClosePairs,
  from: number,
  to: number,
  days: Float64Array,
  breaks: readonly number[],
  rows: number,
  counts: Float64Array,
): void {
  const columns = breaks.length - 1
  const longest = breaks[columns]!
  for (let p = from; p < to; p++) {
    const day = days[p]!
    for (let row = 0; row < rows; row++) {
      const end = offsets[p * rows + row + 1]!
      for (let k = offsets[p * rows + row]!; k < end; k++) {
        const lag = Math.abs(day - days[second[k]!]!)
        if (lag >= longest) continue
        const column = bandOf(lag, breaks)
        if (column >= 0) counts[row * columns + column]!++
      }
    }
  }
}

function pairsByBand({ offsets }: ClosePairs, n: number, rows: number): Float64Array {
  const inSpace = new Float64Array(rows)
  for (let k = 0; k < n * rows; k++) inSpace[k % rows]! += offsets[k + 1]! - offsets[k]!
  return inSpace
}

/** Pairs of all incidents by time band, whatever their distance. */
function pairsByTime(days: Float64Array, breaks: readonly number[]): number[] {
  const sorted = Float64Array.from(days).sort()
  const within = breaks.map((limit) => {
    let count = 0
    let j = 0
    for (let i = 0; i < sorted.length; i++) {
      while (sorted[i]! - sorted[j]! >= limit && j < i) j++
      count += i - j
    }
    return count
  })
  return breaks.slice(1).map((_, band) => within[band + 1]! - within[band]!)
}
