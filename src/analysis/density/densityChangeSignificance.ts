import type { GridSpec } from '../../domain/grid.ts'
import { invalid, requirePositive, requireSameLength, requireSeed } from '../argument.ts'
import { adjustPValues } from '../chance/adjustPValues.ts'
import { requireGrid } from '../grid.ts'
import { countPlaced, requirePoints, type Points } from '../points.ts'
import { seededRandom, shuffle } from '../random.ts'
import { finish, part, type Steps } from '../steps.ts'
import { kernelPeak, SQUARE_METRES_PER_KM2 } from './kernel.ts'
import { kernelFootprints, PAIRS_PER_SLICE, underKernel, type KernelFootprints } from './kernelFootprints.ts'
import { pooledPlaces, snapped, type PooledPlaces } from './pooledPlaces.ts'

export interface ChangeSignificanceOptions {
  /** Radius of the quartic, metres. */
  bandwidth: number
  /** Length of each period in years. */
  yearsBefore: number
  yearsAfter: number
  /** Cells are tested where both periods together have at least this Σ (1 − d²/h²)²; hence at least as many incidents within h. */
  fewest: number
  seed: number
  /** 999 unless given. */
  permutations?: number
  /** 1 where a cell belongs to the study area; all of them unless given. */
  inside?: ArrayLike<number>
}

/** One value a cell of the grid, row-major from the south-west. */
export interface ChangeSignificance {
  /** after/yearsAfter − before/yearsBefore, per km² and year. */
  difference: Float64Array
  /** Mean of the difference over all relabellings, exact: what the whole's own change gives a place with as much under the kernel. */
  expected: Float64Array
  /** Two-sided about `expected`; NaN where not tested. */
  pValue: Float64Array
  /** `pValue` with the false discovery rate held over the tested cells (Benjamini-Hochberg); NaN where not tested. */
  qValue: Float64Array
  /** Σ (1 − d²/h²)² of both periods together. */
  under: Float64Array
  tested: number
  /** Cells of the study area with something under the kernel, but too little to be tested. */
  tooFew: number
  nBefore: number
  nAfter: number
  /** Points without a position or a weight. */
  dropped: number
  /** The points count at the centre of their cell: with so many the exact places would cost too much. */
  snapped: boolean
  permutations: number
  seed: number
  sided: 'two'
  unit: 'per km² and year'
}

export const PERMUTATIONS = 999
/** Sums that differ by less than this share of all that lies there are equal: in another order they differ in their last digits. */
const EQUAL = 1e-9
/** Pairs of cell and place kept in memory, 12 bytes each; with more the points are moved to their cells' centres. */
const MOST_PAIRS = 4_000_000
/** Pairs summed between two yields: some milliseconds. */
const PAIRS_PER_STEP = 4_000_000
/** Relabellings that are summed side by side: one pass over the pairs serves them all. */
const LANES = 4

/**
 * Monte-Carlo significance of a change of density by **random relabelling**: the places stay, which of the pooled points are of the
 * period after is drawn anew, as many as there are (Kelsall & Diggle 1995, Statist. Med. 14, for two periods in place of two kinds).
 * By cell p = (1 + #|d* − μ| ≥ |d − μ|)/(R + 1), μ the mean over all relabellings; q = p with the false discovery rate held over the tested
 * cells. So q < 0.05 says that the place changed otherwise than the whole did; the lengths of the periods scale d and leave p as it is.
 *
 * Weights stay with their points. The same points give the same p in whatever order they come.
 * @param before metres; NaN is a point without a position
 * @throws RangeError for bad input, or where a period has no point
 */
export function densityChangeSignificance(
  before: Points,
  after: Points,
  grid: GridSpec,
  options: ChangeSignificanceOptions,
): ChangeSignificance {
  return finish(densityChangeSignificanceSteps(before, after, grid, options))
}

/** {@link densityChangeSignificance} in pieces. Bad input is refused before the first. */
export function densityChangeSignificanceSteps(
  before: Points,
  after: Points,
  grid: GridSpec,
  options: ChangeSignificanceOptions,
): Steps<ChangeSignificance> {
  requirePoints(before)
  requirePoints(after)
  requireGrid(grid)
  requirePositive('options.bandwidth', options.bandwidth)
  requirePositive('options.yearsBefore', options.yearsBefore)
  requirePositive('options.yearsAfter', options.yearsAfter)
  requirePositive('options.fewest', options.fewest)
  requireSeed('options.seed', options.seed)
  const { permutations = PERMUTATIONS, inside } = options
  if (!(Number.isSafeInteger(permutations) && permutations >= 1))
    throw invalid('options.permutations', permutations, 'a whole number, 1 or above')
  if (inside) requireSameLength('options.inside', inside, 'the grid', { length: grid.columns * grid.rows })
  if (countPlaced(before) === 0) throw invalid('before (placed)', 0, 'at least 1')
  if (countPlaced(after) === 0) throw invalid('after (placed)', 0, 'at least 1')
  return significanceSteps(before, after, grid, { ...options, permutations })
}

function* significanceSteps(
  before: Points,
  after: Points,
  grid: GridSpec,
  options: ChangeSignificanceOptions & { permutations: number },
): Steps<ChangeSignificance> {
  const { bandwidth, yearsBefore, yearsAfter, fewest, permutations, seed } = options
  const exact = yield* part(pooledPlaces(before, after), 0, 0.02)
  const { nBefore, nAfter } = exact
  const sums = yield* part(kernelSums(exact, grid, bandwidth), 0.02, 0.04)
  const testedFrom = ({ all }: { all: Float64Array }) => ofStudyArea(all, fewest, options.inside)
  let tested = testedFrom(sums)
  const isSnapped = sums.pairs > MOST_PAIRS
  const pooled = isSnapped ? yield* part(snapped(exact, grid), 0.04, 0.05) : exact
  const used = isSnapped ? yield* part(kernelSums(pooled, grid, bandwidth), 0.05, 0.06) : sums
  if (isSnapped) tested = testedFrom(used)
  const { x, y } = pooled
  const footprints = yield* part(kernelFootprints(x, y, grid, bandwidth, tested), 0.06, 0.07)
  yield 0.07

  const drawsAfter = nAfter <= nBefore
  const drawn = drawsAfter ? nAfter : nBefore
  const meanShare = drawn / (nBefore + nAfter)
  const side = drawsAfter ? used.after : Float64Array.from(used.all, (sum, cell) => sum - used.after[cell]!)
  const observed = Float64Array.from(footprints.cells, (cell) => {
    const all = used.all[cell]!
    return Math.abs(side[cell]! - meanShare * all) - EQUAL * all
  })
  const mean = Float64Array.from(footprints.cells, (cell) => meanShare * used.all[cell]!)
  const asFar = new Uint32Array(footprints.cells.length)

  const random = seededRandom(seed, 'options.seed')
  const order = Uint32Array.from(pooled.placeOf.keys())
  const lanes = new Float64Array(pooled.x.length * LANES)
  const perStep = Math.max(1, Math.floor(PAIRS_PER_STEP / (footprints.place.length + drawn + 1) / LANES))
  for (let done = 0, step = 0; done < permutations; step++) {
    const lanesNow = Math.min(LANES, permutations - done)
    lanes.fill(0)
    for (let lane = 0; lane < lanesNow; lane++) {
      shuffle(order, random, drawn)
      draw(order, drawn, pooled, lanes, lane)
    }
    countAsFar(footprints, lanes, lanesNow, mean, observed, asFar)
    done += lanesNow
    if (step % perStep === 0) yield 0.07 + (0.93 * done) / permutations
  }

  const size = grid.columns * grid.rows
  const pValue = new Float64Array(size).fill(NaN)
  footprints.cells.forEach((cell, t) => (pValue[cell] = (1 + asFar[t]!) / (permutations + 1)))
  const scale = SQUARE_METRES_PER_KM2 * kernelPeak('quartic', bandwidth)
  const shareAfter = nAfter / (nBefore + nAfter)
  const change = (all: number, ofAfter: number) =>
    scale * (ofAfter / yearsAfter - (all - ofAfter) / yearsBefore)
  let tooFew = 0
  for (let cell = 0; cell < size; cell++)
    if (used.all[cell]! > 0 && tested[cell] === 0 && options.inside?.[cell] !== 0) tooFew++
  return {
    difference: Float64Array.from(sums.all, (all, cell) => change(all, sums.after[cell]!)),
    expected: Float64Array.from(sums.all, (all) => change(all, shareAfter * all)),
    pValue,
    qValue: adjustPValues(pValue, 'fdr-bh'),
    under: sums.all,
    tested: footprints.cells.length,
    tooFew,
    nBefore,
    nAfter,
    dropped: exact.dropped,
    snapped: isSnapped,
    permutations,
    seed,
    sided: 'two',
    unit: 'per km² and year',
  }
}

interface KernelSums {
  /** Of all points, and of those after. */
  all: Float64Array
  after: Float64Array
  /** Of cell and place. */
  pairs: number
}

/** Σ w (1 − d²/h²)² at every cell, in pieces; and how many pairs that took. */
function* kernelSums(pooled: PooledPlaces, grid: GridSpec, bandwidth: number): Steps<KernelSums> {
  const all = new Float64Array(grid.columns * grid.rows)
  const after = new Float64Array(all.length)
  let pairs = 0
  const add = (i: number) => {
    const held = pooled.held[i]!
    const heldAfter = pooled.heldAfter[i]!
    underKernel(pooled.x[i]!, pooled.y[i]!, grid, bandwidth, (cell, value) => {
      all[cell]! += held * value
      after[cell]! += heldAfter * value
      pairs++
    })
  }
  let yielded = 0
  for (let i = 0; i < pooled.x.length; i++) {
    add(i)
    if (pairs - yielded < PAIRS_PER_SLICE) continue
    yielded = pairs
    yield i / pooled.x.length
  }
  return { all, after, pairs }
}

function ofStudyArea(all: Float64Array, fewest: number, inside?: ArrayLike<number>): Uint8Array {
  return Uint8Array.from(all, (sum, cell) => (sum >= fewest * (1 - EQUAL) && inside?.[cell] !== 0 ? 1 : 0))
}

/** Adds the drawn points' weights to their places in one lane. */
function draw(
  order: Uint32Array,
  drawn: number,
  { placeOf, weight }: PooledPlaces,
  lanes: Float64Array,
  lane: number,
): void {
  for (let k = 0; k < drawn; k++) {
    const point = order[k]!
    lanes[placeOf[point]! * LANES + lane]! += weight[point]!
  }
}

function countAsFar(
  { offsets, place, kernel, cells }: KernelFootprints,
  lanes: Float64Array,
  lanesNow: number,
  mean: Float64Array,
  observed: Float64Array,
  asFar: Uint32Array,
): void {
  for (let t = 0; t < cells.length; t++) {
    let a = 0, b = 0, c = 0, d = 0 // prettier-ignore
    const end = offsets[t + 1]!
    for (let k = offsets[t]!; k < end; k++) {
      const value = kernel[k]!
      const at = place[k]! * LANES
      a += value * lanes[at]!
      b += value * lanes[at + 1]!
      c += value * lanes[at + 2]!
      d += value * lanes[at + 3]!
    }
    const centre = mean[t]!
    const least = observed[t]!
    let count = Math.abs(a - centre) >= least ? 1 : 0
    if (lanesNow > 1 && Math.abs(b - centre) >= least) count++
    if (lanesNow > 2 && Math.abs(c - centre) >= least) count++
    if (lanesNow > 3 && Math.abs(d - centre) >= least) count++
    asFar[t]! += count
  }
}
