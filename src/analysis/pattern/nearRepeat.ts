import { invalid, requireCount, requireSameLength } from '../argument.ts'
import { isPlaced, requirePoints, type Points } from '../points.ts'
import { seededRandom, shuffle } from '../random.ts'

const DAY_MS = 86_400_000

/**
 * Knox test of near repeats: pairs of incidents close in space **and** time, against what the same places and times would give if times were dealt
 * out at random. Bands are [a, b) between the breaks, in metres and days; the last break may be Infinity. Incidents without
 * a place or time are left out. For dates without a clock time give the day number × 86 400 000, so that no change to summer
 * time makes a day of 23 hours.
 * @param options.permutations R; p = (1 + #≥)/(R + 1)
 * @param options.metric 'euclidean' unless said
 * @returns tables by distance band, then time band; expected is the exact mean over all permutations (pairs in the distance band × pairs
 *   in the time band / all pairs)
 */
export function nearRepeat(
  points: Points,
  timesUtcMs: ArrayLike<number>,
  options: {
    distanceBands: number[]
    timeBandsDays: number[]
    permutations: number
    seed: number
    metric?: 'euclidean' | 'manhattan'
  },
): { observed: number[][]; expected: number[][]; pValue: number[][] } {
  const { distanceBands, timeBandsDays, permutations, seed, metric = 'euclidean' } = options
  requirePoints(points)
  requireSameLength('timesUtcMs', timesUtcMs, 'points.x', points.x)
  requireBreaks('options.distanceBands', distanceBands)
  requireBreaks('options.timeBandsDays', timeBandsDays)
  requireCount('options.permutations', permutations)
  if (metric !== 'euclidean' && metric !== 'manhattan')
    throw invalid('options.metric', metric, `'euclidean' or 'manhattan'`)
  const random = seededRandom(seed)

  const used: number[] = []
  for (let i = 0; i < points.x.length; i++)
    if (isPlaced(points, i) && Number.isFinite(timesUtcMs[i])) used.push(i)
  const x = Float64Array.from(used, (i) => points.x[i]!)
  const y = Float64Array.from(used, (i) => points.y[i]!)
  const days = Float64Array.from(used, (i) => timesUtcMs[i]! / DAY_MS)
  const pairs = closePairs(x, y, distanceBands, metric)
  const rows = distanceBands.length - 1
  const columns = timeBandsDays.length - 1
  const inTime = pairsByTime(days, timeBandsDays)
  const inSpace = new Float64Array(rows)
  for (const band of pairs.band) inSpace[band]!++
  const all = (used.length * (used.length - 1)) / 2

  const observed = tabulate(pairs, days, timeBandsDays, rows)
  const atLeast = new Float64Array(rows * columns)
  for (let r = 0; r < permutations; r++) {
    shuffle(days, random)
    tabulate(pairs, days, timeBandsDays, rows).forEach((count, k) => {
      if (count >= observed[k]!) atLeast[k]!++
    })
  }
  const table = (value: (row: number, column: number) => number) =>
    Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (_, column) => value(row, column)),
    )
  return {
    observed: table((row, column) => observed[row * columns + column]!),
    expected: table((row, column) => (all > 0 ? (inSpace[row]! * inTime[column]!) / all : 0)),
    pValue: table((row, column) => (1 + atLeast[row * columns + column]!) / (permutations + 1)),
  }
}

function requireBreaks(name: string, breaks: readonly number[]): void {
  if (breaks.length < 2 || !(breaks[0]! >= 0) || breaks.some((b, i) => i > 0 && !(b > breaks[i - 1]!)))
    throw invalid(name, `[${breaks.join(', ')}]`, 'two or more ascending breaks from 0 up')
}

/** Index of the band [a, b) that holds a value, −1 outside all. */
function bandOf(value: number, breaks: readonly number[]): number {
  if (!(value >= breaks[0]!)) return -1
  for (let b = 1; b < breaks.length; b++) if (value < breaks[b]!) return b - 1
  return -1
}

interface ClosePairs {
  first: number[]
  second: number[]
  band: number[]
}

/** Pairs whose distance falls into a band; sorted by x, so that far ones are not looked at. */
function closePairs(x: Float64Array, y: Float64Array, breaks: readonly number[], metric: string): ClosePairs {
  const order = Array.from(x.keys()).sort((a, b) => x[a]! - x[b]!)
  const farthest = breaks[breaks.length - 1]!
  const pairs: ClosePairs = { first: [], second: [], band: [] }
  for (let a = 0; a < order.length; a++)
    for (let b = a + 1; b < order.length; b++) {
      const i = order[a]!
      const j = order[b]!
      const dx = x[j]! - x[i]!
      if (dx > farthest) break
      const dy = Math.abs(y[j]! - y[i]!)
      const band = bandOf(metric === 'manhattan' ? dx + dy : Math.hypot(dx, dy), breaks)
      if (band < 0) continue
      pairs.first.push(i)
      pairs.second.push(j)
      pairs.band.push(band)
    }
  return pairs
}

function tabulate(
  { first, second, band }: ClosePairs,
  days: Float64Array,
  breaks: readonly number[],
  rows: number,
) {
  const columns = breaks.length - 1
  const counts = new Float64Array(rows * columns)
  for (let k = 0; k < band.length; k++) {
    const column = bandOf(Math.abs(days[first[k]!]! - days[second[k]!]!), breaks)
    if (column >= 0) counts[band[k]! * columns + column]!++
  }
  return counts
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
