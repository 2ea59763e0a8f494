import type { GridSpec } from '../../domain/grid.ts'
import { invalid, requireNonNegative, requirePositive, requireSameLength, requireSeed } from '../argument.ts'
import { cellAt, requireGrid } from '../grid.ts'
import { isPlaced, requirePoints, type Points } from '../points.ts'
import { seededRandom, shuffle } from '../random.ts'
import { finish, type Steps } from '../steps.ts'
import { kernelPeak, SQUARE_METRES_PER_KM2 } from './kernel.ts'

export interface RiskToleranceOptions {
  /** Radius of the quartic, metres. */
  bandwidth: number
  /** Incidents per km² that are added to both densities. */
  delta: number
  /** Cells are tested where the two types together have at least this Σ (1 − d²/h²)²; hence at least as many incidents within h. */
  fewest: number
  /** 999 is usual. */
  permutations: number
  seed: number
}

export interface RiskTolerance {
  /** log((g₁ + δ)/(g₀ + δ)) of densities scaled to equal totals; NaN where too few lie. */
  logRatio: Float64Array
  /** Two-sided: twice the smaller tail, at most 1; NaN where too few lie. */
  pValue: Float64Array
  /** Σ of squared log ratios over the tested cells, and the share of labellings that give as much: are the two spread alike at all? */
  global: { statistic: number; pValue: number }
  /** Points that took part, and those without a position or outside the grid. */
  n: number
  dropped: number
  permutations: number
  seed: number
  sided: 'two'
}

/** Log ratios that differ by less are equal: sums in another order differ in their last digits. */
const EQUAL = 1e-9

/**
 * Monte-Carlo tolerance of a relative-risk surface by **random labelling** (Kelsall & Diggle 1995, Statist. Med. 14): the places stay, which of
 * them are cases is drawn anew, as many as there are. By cell p = 2·min(1 + #≥, 1 + #≤)/(R + 1), at most 1: each cell is a test of its own. Over all
 * cells Σ log² is compared one-sidedly, p = (1 + #≥)/(R + 1).
 *
 * Both densities are scaled to the mean of the two totals, so that 0 is "as expected". Points count at the centre of their cell, in what is
 * observed and in every labelling alike: a cell of a quarter of the bandwidth or less keeps that small. Weights stay with their points.
 * @param isCase one flag a point
 * @throws RangeError for bad input, or where a side has no weight on the grid
 */
export function relativeRiskTolerance(
  points: Points,
  isCase: ArrayLike<number>,
  grid: GridSpec,
  options: RiskToleranceOptions,
): RiskTolerance {
  return finish(relativeRiskToleranceSteps(points, isCase, grid, options))
}

/** {@link relativeRiskTolerance} in pieces. Bad input is refused before the first. */
export function relativeRiskToleranceSteps(
  points: Points,
  isCase: ArrayLike<number>,
  grid: GridSpec,
  options: RiskToleranceOptions,
): Steps<RiskTolerance> {
  requirePoints(points)
  requireSameLength('isCase', isCase, 'points.x', points.x)
  requireGrid(grid)
  requirePositive('options.bandwidth', options.bandwidth)
  requireNonNegative('options.delta', options.delta)
  requirePositive('options.fewest', options.fewest)
  requireSeed('options.seed', options.seed)
  if (!(Number.isSafeInteger(options.permutations) && options.permutations >= 1))
    throw invalid('options.permutations', options.permutations, 'a whole number, 1 or above')
  const placed = placeOnGrid(points, isCase, grid, options.bandwidth)
  if (!(placed.caseWeight > 0)) throw invalid('isCase', 'no case on the grid', 'a case with a weight')
  if (!(placed.weight - placed.caseWeight > 0))
    throw invalid('isCase', 'no control on the grid', 'a control with a weight')
  return toleranceSteps(placed, grid, options)
}

interface Placed {
  /** Cell of each point that takes part, in a lattice with a rim of `reach` cells; cases first. */
  cell: Uint32Array
  weightOf: Float64Array
  cases: number
  caseWeight: number
  weight: number
  dropped: number
  /** Cells of the rim, and columns and cells of the lattice. */
  reach: number
  columns: number
  size: number
}

function placeOnGrid(points: Points, isCase: ArrayLike<number>, grid: GridSpec, bandwidth: number): Placed {
  const reach = Math.ceil(bandwidth / grid.cellSize)
  const columns = grid.columns + 2 * reach
  const size = columns * (grid.rows + 2 * reach)
  const cell: number[] = []
  const weightOf: number[] = []
  let cases = 0
  let caseWeight = 0
  let weight = 0
  for (const wanted of [true, false])
    for (let i = 0; i < points.x.length; i++) {
      if (!!isCase[i] !== wanted || !isPlaced(points, i)) continue
      const at = cellAt(grid, points.x[i]!, points.y[i]!)
      if (at < 0) continue
      const w = points.weight ? points.weight[i]! : 1
      cell.push((Math.floor(at / grid.columns) + reach) * columns + (at % grid.columns) + reach)
      weightOf.push(w)
      weight += w
      if (!wanted) continue
      cases++
      caseWeight += w
    }
  return {
    cell: Uint32Array.from(cell),
    weightOf: Float64Array.from(weightOf),
    cases,
    caseWeight,
    weight,
    dropped: points.x.length - cell.length,
    reach,
    columns,
    size,
  }
}

function* toleranceSteps(
  placed: Placed,
  grid: GridSpec,
  { bandwidth, delta, fewest, permutations, seed }: RiskToleranceOptions,
): Steps<RiskTolerance> {
  const { cell, weightOf, cases, weight, size } = placed
  const n = cell.length
  const stencil = quarticStencil(bandwidth / grid.cellSize, placed.reach, placed.columns)
  const bins = new Float64Array(size)
  const all = new Float64Array(size)
  for (let i = 0; i < n; i++) bins[cell[i]!]! += weightOf[i]!
  spread(all, bins, stencil)
  const tested = testedCells(all, grid, placed, fewest)

  const scale = SQUARE_METRES_PER_KM2 * kernelPeak('quartic', bandwidth)
  const sums = new Float64Array(size)
  const ratios = new Float64Array(tested.length)
  /** Log ratios where the points `order[0] … order[count − 1]` are the cases, or, as `others`, the controls. */
  const logRatios = (order: Uint32Array, count: number, others: boolean) => {
    bins.fill(0)
    sums.fill(0)
    let drawn = 0
    for (let k = 0; k < count; k++) {
      const i = order[k]!
      bins[cell[i]!]! += weightOf[i]!
      drawn += weightOf[i]!
    }
    spread(sums, bins, stencil)
    const perDrawn = (scale * weight) / (2 * drawn)
    const perRest = (scale * weight) / (2 * (weight - drawn))
    let statistic = 0
    for (let t = 0; t < tested.length; t++) {
      const own = sums[tested[t]!]!
      const left = all[tested[t]!]! - own
      // What rounding leaves of nothing is nothing.
      const rest = left > EQUAL * own ? left : 0
      const ratio = Math.log((perDrawn * own + delta) / (perRest * rest + delta))
      ratios[t] = others ? -ratio : ratio
      statistic += ratio * ratio
    }
    return statistic
  }

  const order = Uint32Array.from({ length: n }, (_, i) => i)
  const statistic = logRatios(order, cases, false)
  const observed = ratios.slice()
  yield 0.01

  // The rarer of the two is drawn: the rest are the others.
  const drawsControls = cases > n - cases
  const count = drawsControls ? n - cases : cases
  const random = seededRandom(seed, 'options.seed')
  const above = new Uint32Array(tested.length)
  const below = new Uint32Array(tested.length)
  let asMuch = 0
  for (let r = 0; r < permutations; r++) {
    shuffle(order, random, count)
    if (logRatios(order, count, drawsControls) >= statistic * (1 - EQUAL)) asMuch++
    countTails(ratios, observed, above, below)
    yield 0.01 + (0.99 * (r + 1)) / permutations
  }

  const logRatio = new Float64Array(grid.columns * grid.rows).fill(NaN)
  const pValue = new Float64Array(logRatio.length).fill(NaN)
  tested.forEach((at, t) => {
    const row = Math.floor(at / placed.columns) - placed.reach
    const own = row * grid.columns + (at % placed.columns) - placed.reach
    logRatio[own] = observed[t]!
    pValue[own] = Math.min(1, (2 * (1 + Math.min(above[t]!, below[t]!))) / (permutations + 1))
  })
  return {
    logRatio,
    pValue,
    global: { statistic, pValue: (1 + asMuch) / (permutations + 1) },
    n,
    dropped: placed.dropped,
    permutations,
    seed,
    sided: 'two',
  }
}

function countTails(ratios: Float64Array, observed: Float64Array, above: Uint32Array, below: Uint32Array) {
  for (let t = 0; t < ratios.length; t++) {
    const difference = ratios[t]! - observed[t]!
    // Infinite ratios (δ 0) are equal where both are, though their difference is none.
    const equal = ratios[t] === observed[t]
    if (equal || difference >= -EQUAL) above[t]!++
    if (equal || difference <= EQUAL) below[t]!++
  }
}

interface Stencil {
  offset: Int32Array
  weight: Float64Array
}

/** (1 − d²/h²)² at the centres within h cells. */
function quarticStencil(h: number, reach: number, columns: number): Stencil {
  const offset: number[] = []
  const weight: number[] = []
  for (let dy = -reach; dy <= reach; dy++)
    for (let dx = -reach; dx <= reach; dx++) {
      const u = 1 - (dx * dx + dy * dy) / (h * h)
      if (u <= 0) continue
      offset.push(dy * columns + dx)
      weight.push(u * u)
    }
  return { offset: Int32Array.from(offset), weight: Float64Array.from(weight) }
}

function spread(sums: Float64Array, bins: Float64Array, { offset, weight }: Stencil): void {
  for (let at = 0; at < bins.length; at++) {
    const held = bins[at]!
    if (held === 0) continue
    for (let k = 0; k < offset.length; k++) sums[at + offset[k]!]! += held * weight[k]!
  }
}

function testedCells(
  all: Float64Array,
  grid: GridSpec,
  { reach, columns }: Placed,
  fewest: number,
): Uint32Array {
  const tested: number[] = []
  for (let row = 0; row < grid.rows; row++)
    for (let column = 0; column < grid.columns; column++) {
      const at = (row + reach) * columns + column + reach
      if (all[at]! >= fewest) tested.push(at)
    }
  return Uint32Array.from(tested)
}
