import { invalid } from '../argument.ts'
import { bandOf } from './bands.ts'

/** 800 MB of pairs. */
export const MAX_PAIRS = 200_000_000
/** Candidate pairs looked at between two yields: some milliseconds. */
const CANDIDATES_PER_STEP = 1_000_000

export type Metric = 'euclidean' | 'manhattan'

/**
 * Pairs of points whose distance falls into a band, each once, in rows by first point and band: those of the point at position p in
 * band b are second[offsets[p × bands + b]] … second[offsets[p × bands + b + 1] − 1], as positions in `order`. Four bytes a pair.
 */
export interface ClosePairs {
  /** Indices of the points, in an order in which near ones stand near each other. */
  order: Uint32Array
  offsets: Uint32Array
  second: Uint32Array
}

/**
 * Finds the close pairs by buckets as wide as the last break: time grows as the points and the pairs within some 1½ times that reach.
 * @param breaks ascending, metres; the last may be Infinity
 * @param most pairs that may be stored
 * @throws RangeError before allocating where there are more
 */
export function* closePairs(
  x: Float64Array,
  y: Float64Array,
  breaks: readonly number[],
  metric: Metric,
  most = MAX_PAIRS,
): Generator<number, ClosePairs, void> {
  const buckets = sortIntoBuckets(x, y, breaks[breaks.length - 1]!)
  const search: Search = { ...buckets, bands: distanceBands(breaks, metric) }
  const n = x.length
  const bands = breaks.length - 1
  const offsets = new Uint32Array(n * bands + 1)
  let looked = 0
  let pairs = 0
  for (let p = 0; p < n; p++) {
    const { found, candidates } = countFrom(search, p, offsets)
    pairs += found
    looked += candidates
    if (pairs > most)
      throw invalid(
        'options.distanceBands',
        `[${breaks.join(', ')}] with more than ${most} pairs`,
        `bands that hold at most ${most} pairs: shorter ones, or fewer incidents`,
      )
    if (looked < CANDIDATES_PER_STEP) continue
    looked = 0
    yield p / n / 2
  }
  for (let k = 0; k < n * bands; k++) offsets[k + 1]! += offsets[k]!
  const second = new Uint32Array(pairs)
  const next = offsets.slice(0, n * bands)
  for (let p = 0; p < n; p++) {
    looked += fillFrom(search, p, next, second)
    if (looked < CANDIDATES_PER_STEP) continue
    looked = 0
    yield 0.5 + p / n / 2
  }
  return { order: buckets.order, offsets, second }
}

interface Buckets {
  order: Uint32Array
  /** Positions in that order. */
  x: Float64Array
  y: Float64Array
  /** First position of each bucket, row by row from the south, and the end. */
  start: Uint32Array
  columns: number
  rows: number
  bucket: Uint32Array
}

interface Search extends Buckets {
  bands: DistanceBands
}

function sortIntoBuckets(x: Float64Array, y: Float64Array, reach: number): Buckets {
  const n = x.length
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let i = 0; i < n; i++) {
    minX = Math.min(minX, x[i]!)
    maxX = Math.max(maxX, x[i]!)
    minY = Math.min(minY, y[i]!)
    maxY = Math.max(maxY, y[i]!)
  }
  // No more than a million buckets, however short the reach.
  const size = Math.max(reach, (maxX - minX) / 1000, (maxY - minY) / 1000)
  const columns = n > 0 && size < Infinity ? Math.floor((maxX - minX) / size) + 1 : 1
  const rows = n > 0 && size < Infinity ? Math.floor((maxY - minY) / size) + 1 : 1
  const bucketOf = (i: number) =>
    Math.floor((y[i]! - minY) / size) * columns + Math.floor((x[i]! - minX) / size)
  const start = new Uint32Array(columns * rows + 1)
  for (let i = 0; i < n; i++) start[bucketOf(i) + 1]!++
  for (let b = 0; b < columns * rows; b++) start[b + 1]! += start[b]!
  const next = start.slice()
  const order = new Uint32Array(n)
  for (let i = 0; i < n; i++) order[next[bucketOf(i)]!++] = i
  return {
    order,
    x: Float64Array.from(order, (i) => x[i]!),
    y: Float64Array.from(order, (i) => y[i]!),
    start,
    columns,
    rows,
    bucket: Uint32Array.from(order, bucketOf),
  }
}

/**
 * The two runs of positions in which partners of p that have not met it yet may stand: the rest of its bucket with the bucket to the
 * east, and the three buckets to the north.
 */
function runsOf({ start, columns, rows, bucket }: Buckets, p: number): [number, number, number, number] {
  const b = bucket[p]!
  const column = b % columns
  const east = column + 1 < columns ? 1 : 0
  const west = column > 0 ? 1 : 0
  const north = b + columns
  return b < columns * (rows - 1)
    ? [p + 1, start[b + east + 1]!, start[north - west]!, start[north + east + 1]!]
    : [p + 1, start[b + east + 1]!, 0, 0]
}

function countFrom(search: Search, p: number, offsets: Uint32Array): { found: number; candidates: number } {
  const [from, to, fromNorth, toNorth] = runsOf(search, p)
  const found = countRun(search, p, from, to, offsets) + countRun(search, p, fromNorth, toNorth, offsets)
  return { found, candidates: to - from + toNorth - fromNorth }
}

function fillFrom(search: Search, p: number, next: Uint32Array, second: Uint32Array): number {
  const [from, to, fromNorth, toNorth] = runsOf(search, p)
  fillRun(search, p, from, to, next, second)
  fillRun(search, p, fromNorth, toNorth, next, second)
  return to - from + toNorth - fromNorth
}

function countRun(search: Search, p: number, from: number, to: number, offsets: Uint32Array): number {
  const { x, y, bands } = search
  const first = p * bands.count + 1
  const px = x[p]!
  const py = y[p]!
  let found = 0
  for (let q = from; q < to; q++) {
    const band = bandOfPair(x[q]! - px, y[q]! - py, bands)
    if (band < 0) continue
    offsets[first + band]!++
    found++
  }
  return found
}

function fillRun(
  search: Search,
  p: number,
  from: number,
  to: number,
  next: Uint32Array,
  second: Uint32Array,
): void {
  const { x, y, bands } = search
  const first = p * bands.count
  const px = x[p]!
  const py = y[p]!
  for (let q = from; q < to; q++) {
    const band = bandOfPair(x[q]! - px, y[q]! - py, bands)
    if (band >= 0) second[next[first + band]!++] = q
  }
}

interface DistanceBands {
  count: number
  breaks: readonly number[]
  /** Squares of the breaks, less and more what rounding could do. */
  below: Float64Array
  above: Float64Array
  manhattan: boolean
}

function distanceBands(breaks: readonly number[], metric: Metric): DistanceBands {
  return {
    count: breaks.length - 1,
    breaks,
    below: Float64Array.from(breaks, (b) => b * b * (1 - 1e-12)),
    above: Float64Array.from(breaks, (b) => b * b * (1 + 1e-12)),
    manhattan: metric === 'manhattan',
  }
}

/** Squares decide; only beside a break, where their rounding could, the distance itself does. */
function bandOfPair(
  dx: number,
  dy: number,
  { count, breaks, below, above, manhattan }: DistanceBands,
): number {
  if (manhattan) return bandOf(Math.abs(dx) + Math.abs(dy), breaks)
  const square = dx * dx + dy * dy
  if (square > above[count]!) return -1
  for (let b = 0; b <= count; b++) {
    if (square < below[b]!) return b - 1
    if (square <= above[b]!) return bandOf(Math.hypot(dx, dy), breaks)
  }
  return -1
}
