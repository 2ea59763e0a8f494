import {
  kernelDensitySteps,
  predictiveAccuracyIndex,
  type GridSpec,
  type Points,
} from '../../analysis/index.ts'
import { binomialTwoSidedP } from '../../analysis/compare/binomialTwoSidedP.ts'
import { seededRandom, shuffle } from '../../analysis/random.ts'
import type { Period } from '../../domain/period.ts'
import type { AnalysisEngine } from '../engine/analysisEngine.ts'
import type { JobContext } from '../jobs.ts'
import { runSteps } from '../runSteps.ts'
import { datedPoints, pointsOf } from './datedPoints.ts'
import type { DepthQuestion } from './depthMethods.ts'
import { rollsOf, yearBefore } from './rolls.ts'
import { countInStudy, studyCells, type StudyCells } from './studyCells.ts'

export interface BackTestSettings {
  step: 'month' | 'quarter'
  /** Months of incidents that each map is made of; null = twelve where the data allow some rolls of it, else fewer. */
  history: 3 | 6 | 12 | null
  /** Share of the cells that the sentence and the map speak of. */
  share: 0.01 | 0.02 | 0.05 | 0.1
}

/** What a map is made of: density of the history at a multiple of the bandwidth, counts, or the same period a year before. */
export type PredictorId = 'density' | 'half' | 'double' | 'quadruple' | 'counts' | 'lastYear'

export interface Predictor {
  id: PredictorId
  /** Metres; null for counts. */
  bandwidth: number | null
  /** Rolls that it could be made for. */
  rolls: number
  /** Hits and incidents of those rolls together, by share. */
  hits: number[]
  observed: number
  /** Of the rolls together: hit share over share of cells, and over the best that as many cells could have. */
  pai: number[]
  pei: number[]
  /** Hits of the best choice of as many cells, of the same rolls. */
  best: number[]
  /** Incidents that the density hit and this one did not, and the other way round; p of the two (sign test, two-sided). */
  onlyDensity: number[]
  onlyThis: number[]
  pValue: number[]
  /** Each roll's own PAI by share; NaN where it observed nothing or was not made. */
  paiByRoll: number[][]
}

export interface Roll {
  period: Period
  history: Period
  /** Incidents in the study cells: of the history, and of the period that followed. */
  historyN: number
  observed: number
}

export interface BackTestResult {
  step: 'month' | 'quarter'
  history: number
  shares: readonly number[]
  /** The share that is spoken of. */
  share: number
  /** Cells that each share is. */
  units: number[]
  grid: GridSpec
  cells: number
  studyKind: 'areas' | 'hull'
  rolls: Roll[]
  predictors: Predictor[]
  /** Hits by number of cells, 0 … a fifth of them, of the density and of the best choice. */
  curve: { density: Float64Array; best: Float64Array }
  /** Incidents of the latest roll's map: grid cells in the order of their prediction, and what was observed in them. */
  latest: { order: Uint32Array; observed: Float64Array } | null
  /** Incidents of the periods outside of the study cells. */
  outside: number
  /** Cells of equal prediction come in an order drawn with it. */
  seed: number
  bandwidth: number
}

const SHARES = [0.01, 0.02, 0.05, 0.1] as const
const SEED = 1
const CURVE_SHARE = 0.2
/** Most places in all that densities are evaluated at. */
const MOST_PLACES = 4_000_000
/** Multiples of the bandwidth; the map that the others are held against comes first. */
const FACTORS = { density: 1, half: 0.5, double: 2, quadruple: 4, lastYear: 1 } as const
const ids: readonly PredictorId[] = ['density', 'half', 'double', 'quadruple', 'lastYear', 'counts']

/** Rolling back-test: each map is made of the months before a period, and judged on that period alone. */
export async function computeBackTest(
  engine: AnalysisEngine,
  { selection, bandwidth, settings }: DepthQuestion<BackTestSettings>,
  context: JobContext,
): Promise<BackTestResult> {
  engine.apply(selection)
  const points = datedPoints(engine)
  const study = studyCells(engine, bandwidth)
  const span = engine.summary.span ?? { from: 0, to: 0 }
  const { history, rolls: periods } = rollsOf(span, settings)
  const cells = study.cells.length
  const units = SHARES.map((share) => Math.max(1, Math.round(share * cells)))
  const ranks = tieOrder(cells)
  const places = placesPerSide(study, FACTORS.half * bandwidth)
  const tallies = new Map(ids.map((id) => [id, newTally(units.length, periods.length)]))
  const curve = {
    density: new Float64Array(Math.floor(CURVE_SHARE * cells) + 1),
    best: new Float64Array(Math.floor(CURVE_SHARE * cells) + 1),
  }
  const rolls: Roll[] = []
  let latest: BackTestResult['latest'] = null
  let outside = 0
  const inOrder = (values: Float64Array) => Float64Array.from(ranks, (cell) => values[cell])

  for (const [r, { period, history: before }] of periods.entries()) {
    const next = countInStudy(study, pointsOf(points, period))
    const past = pointsOf(points, before)
    const lastYear = yearBefore(period)
    const pastCounts = countInStudy(study, past).counts
    const observed = inOrder(next.counts)
    outside += next.outside
    rolls.push({ period, history: before, historyN: sum(pastCounts), observed: sum(observed) })
    const best = topSums(observed, observed, curve.best.length)
    best.forEach((hits, n) => (curve.best[n] += hits))

    let map: Float64Array | null = null
    for (const [k, id] of ids.entries()) {
      if (id === 'lastYear' && lastYear.from < span.from) continue
      const part = (i: number) => (r + i / ids.length) / periods.length
      const predicted =
        id === 'counts'
          ? pastCounts
          : await densityInCells(
              study,
              id === 'lastYear' ? pointsOf(points, lastYear) : past,
              { bandwidth: FACTORS[id] * bandwidth, places },
              context,
              { from: part(k), to: part(k + 1) },
            )
      const ordered = inOrder(predicted)
      map ??= ordered
      addRoll(tallies.get(id)!, r, observed, ordered, map, units)
    }
    if (!map) continue
    topSums(observed, map, curve.density.length).forEach((hits, n) => (curve.density[n] += hits))
    latest = {
      order: descending(map).map((i) => study.cells[ranks[i]]),
      observed: onGrid(study, next.counts),
    }
    context.progress((r + 1) / periods.length, 'backTest')
    await context.breathe()
  }

  return {
    step: settings.step,
    history,
    shares: SHARES,
    share: settings.share,
    units,
    grid: study.grid,
    cells,
    studyKind: study.kind,
    rolls,
    predictors: ids.map((id) => finished(id, tallies.get(id)!, bandwidth, units, cells)),
    curve,
    latest,
    outside,
    seed: SEED,
    bandwidth,
  }
}

/**
 * Places a side at which a cell's density is evaluated, four to a kernel's width, so that the narrowest is not missed between
 * the centres.
 */
function placesPerSide({ grid }: StudyCells, narrowest: number): number {
  const wanted = Math.min(16, Math.max(4, Math.ceil((2 * grid.cellSize) / narrowest)))
  const most = Math.floor(Math.sqrt(MOST_PLACES / (grid.columns * grid.rows)))
  return Math.max(1, Math.min(wanted, most))
}

/** Mean density by cell of the study area. */
async function densityInCells(
  { grid, cells }: StudyCells,
  points: Points,
  { bandwidth, places }: { bandwidth: number; places: number },
  context: JobContext,
  range: { from: number; to: number },
): Promise<Float64Array> {
  const fine: GridSpec = {
    ...grid,
    cellSize: grid.cellSize / places,
    columns: grid.columns * places,
    rows: grid.rows * places,
  }
  const pieces = kernelDensitySteps(points, fine, { kernel: 'quartic', bandwidth })
  const { values } = await runSteps(pieces, context, 'backTest', range)
  return Float64Array.from(cells, (cell) => {
    const column = (cell % grid.columns) * places
    const row = Math.floor(cell / grid.columns) * places
    let total = 0
    for (let y = row; y < row + places; y++)
      for (let x = column; x < column + places; x++) total += values[y * fine.columns + x]
    return total / (places * places)
  })
}

/** An order of the cells in which those of equal prediction are taken: drawn, so that no corner of the map is favoured. */
function tieOrder(cells: number): Uint32Array {
  const order = Uint32Array.from({ length: cells }, (_, i) => i)
  shuffle(order, seededRandom(SEED))
  return order
}

function descending(values: Float64Array): Uint32Array {
  return Uint32Array.from(values.keys()).sort((a, b) => values[b] - values[a] || a - b)
}

/** Observed in the first 0, 1, 2 … cells by prediction. */
function topSums(observed: Float64Array, predicted: Float64Array, length: number): Float64Array {
  const order = descending(predicted)
  const sums = new Float64Array(length)
  for (let n = 1; n < length; n++) sums[n] = sums[n - 1] + observed[order[n - 1]]
  return sums
}

interface RollTally {
  hits: number[]
  best: number[]
  onlyDensity: number[]
  onlyThis: number[]
  observed: number
  rolls: number
  paiByRoll: number[][]
}

function newTally(shares: number, rolls: number): RollTally {
  const paiByRoll = Array.from({ length: rolls }, () => new Array<number>(shares).fill(NaN))
  const zeros = () => new Array<number>(shares).fill(0)
  return {
    hits: zeros(),
    best: zeros(),
    onlyDensity: zeros(),
    onlyThis: zeros(),
    observed: 0,
    rolls: 0,
    paiByRoll,
  }
}

function addRoll(
  tally: RollTally,
  roll: number,
  observed: Float64Array,
  predicted: Float64Array,
  density: Float64Array,
  units: readonly number[],
): void {
  tally.rolls++
  tally.observed += sum(observed)
  const hits = topSums(observed, predicted, units.at(-1)! + 1)
  const best = topSums(observed, observed, units.at(-1)! + 1)
  const [order, densityOrder] = [descending(predicted), descending(density)]
  units.forEach((count, s) => {
    const chosen = new Set(order.subarray(0, count))
    const byDensity = new Set(densityOrder.subarray(0, count))
    for (const cell of byDensity) if (!chosen.has(cell)) tally.onlyDensity[s] += observed[cell]
    for (const cell of chosen) if (!byDensity.has(cell)) tally.onlyThis[s] += observed[cell]
    tally.hits[s] += hits[count]
    tally.best[s] += best[count]
    tally.paiByRoll[roll][s] = predictiveAccuracyIndex(observed, predicted, count).pai
  })
}

function finished(
  id: PredictorId,
  tally: RollTally,
  bandwidth: number,
  units: readonly number[],
  cells: number,
): Predictor {
  const { hits, best, observed, onlyDensity, onlyThis } = tally
  return {
    id,
    bandwidth: id === 'counts' ? null : FACTORS[id] * bandwidth,
    ...tally,
    pai: hits.map((value, s) => value / observed / (units[s] / cells)),
    pei: hits.map((value, s) => value / best[s]),
    // Shares of hours are no trials: their sums are rounded to whole incidents.
    pValue: onlyDensity.map((n, s) => {
      const [a, b] = [Math.round(n), Math.round(onlyThis[s])]
      return a + b === 0 ? 1 : binomialTwoSidedP(a, a + b, 0.5)
    }),
  }
}

function onGrid({ grid, cells }: StudyCells, counts: Float64Array): Float64Array {
  const all = new Float64Array(grid.columns * grid.rows)
  cells.forEach((cell, i) => (all[cell] = counts[i]))
  return all
}

function sum(values: ArrayLike<number>): number {
  let total = 0
  for (let i = 0; i < values.length; i++) total += values[i]
  return total
}
