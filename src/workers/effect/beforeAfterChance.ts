import {
  cellAt,
  centreX,
  centreY,
  densityChangeSignificanceSteps,
  gridFor,
  studyAreaMask,
  type ChangeSignificance,
  type Extent,
  type GridSpec,
} from '../../analysis/index.ts'
import { cellRegions, type CellRegion } from '../depth/cellRegions.ts'
import { FEWEST_UNDER_KERNEL, loneIncident } from '../depth/surfacePair.ts'
import type { AnalysisEngine } from '../engine/analysisEngine.ts'
import { surfaceCell } from '../engine/extent.ts'
import type { JobContext } from '../jobs.ts'
import { runSteps } from '../runSteps.ts'
import {
  CHANCE,
  type BeforeAfterChance,
  type BeforeAfterQuestion,
  type ClearPlace,
} from './beforeAfterMessages.ts'
import { bothSides, type BothSides, type SidePoints } from './beforeAfterPoints.ts'

/** Two-sided, the false discovery rate over the tested cells. */
export const CHANCE_LEVEL = 0.05
const SEED = 1
/** Most cells that the difference is tested on. */
const MOST_CELLS = 250_000
/** A region with fewer is no place (methods.md, Disclosure: k = 5). */
const FEWEST_AT_A_PLACE = 5

/** The difference after − before, and where it is more than chance; null where a period has no length or nothing placed in it. */
export async function beforeAfterChance(
  engine: AnalysisEngine,
  question: BeforeAfterQuestion,
  context: JobContext,
): Promise<BeforeAfterChance | null> {
  const { extent } = engine.summary
  const sides = bothSides(engine, question)
  const { before, after, counts } = sides
  const { yearsBefore, yearsAfter } = counts
  if (!extent || !(yearsBefore > 0) || !(yearsAfter > 0) || !before.x.length || !after.x.length) return null
  const { bandwidth } = question
  const grid = gridFor(extent, testedCell(bandwidth, extent), bandwidth)
  const steps = densityChangeSignificanceSteps(before, after, grid, {
    bandwidth,
    yearsBefore,
    yearsAfter,
    fewest: FEWEST_UNDER_KERNEL,
    seed: SEED,
    permutations: relabellings(before.x.length + after.x.length),
    inside: studyAreaMask(grid, engine.studyArea(bandwidth)),
  })
  const found = await runSteps(steps, context, 'relabelling')
  const verdict = verdicts(found)
  const { places, placesTooFew } = clearPlaces(grid, found, verdict, sides)
  const cellKm2 = grid.cellSize ** 2 / 1e6
  return {
    ...counts,
    grid,
    bandwidth,
    difference: Float32Array.from(found.difference),
    expected: Float32Array.from(found.expected),
    support: Float32Array.from(found.under, (under) => under / FEWEST_UNDER_KERNEL),
    pValue: Float32Array.from(found.pValue),
    qValue: Float32Array.from(found.qValue),
    verdict,
    tested: found.tested,
    mayBeChance: verdict.reduce(
      (count, one) => count + (one === CHANCE.mayBeChance || one === CHANCE.lag ? 1 : 0),
      0,
    ),
    tooFew: found.tooFew,
    largest: verdict.reduce(
      (most, one, cell) =>
        one === CHANCE.untested ? most : Math.max(most, Math.abs(found.difference[cell])),
      0,
    ),
    loneIncident: loneIncident(bandwidth) / Math.min(yearsBefore, yearsAfter),
    places,
    placesTooFew,
    permutations: found.permutations,
    seed: found.seed,
    snapped: found.snapped,
    // The least p is 1/(R + 1): k cells of it have q = m/(k (R + 1)).
    smallestKm2: (found.tested / (CHANCE_LEVEL * (found.permutations + 1))) * cellKm2,
  }
}

/** The least p is 1/(R + 1): with more of them a smaller place can be told from chance, and few points are drawn fast. */
function relabellings(n: number): number {
  return n <= 5_000 ? 9_999 : n <= 50_000 ? 4_999 : 999
}

/** As the surfaces, coarser only where that would be too many cells. */
function testedCell(bandwidth: number, extent: Extent): number {
  const surface = (extent.maxX - extent.minX + 2 * bandwidth) * (extent.maxY - extent.minY + 2 * bandwidth)
  return Math.max(surfaceCell(bandwidth, extent), Math.ceil(Math.sqrt(surface / MOST_CELLS) / 10) * 10)
}

function verdicts({ qValue, difference, expected }: ChangeSignificance): Uint8Array {
  return Uint8Array.from(qValue, (q, cell) => {
    if (Number.isNaN(q)) return CHANCE.untested
    if (q >= CHANCE_LEVEL) return CHANCE.mayBeChance
    const change = difference[cell]!
    const beyond = change - expected[cell]!
    if (change > 0 && beyond > 0) return CHANCE.rise
    if (change < 0 && beyond < 0) return CHANCE.fall
    return CHANCE.lag
  })
}

function clearPlaces(
  grid: GridSpec,
  { difference, qValue }: ChangeSignificance,
  verdict: Uint8Array,
  { before, after }: BothSides,
): { places: ClearPlace[]; placesTooFew: number } {
  const labels = Int8Array.from(verdict, (one) => (one === CHANCE.rise || one === CHANCE.fall ? one : -1))
  const beforeIn = countIn(grid, before)
  const afterIn = countIn(grid, after)
  const all = cellRegions(labels, grid).map(({ label, cells }: CellRegion): ClearPlace => {
    const most = cells.reduce((a, b) => (Math.abs(difference[b]!) > Math.abs(difference[a]!) ? b : a))
    const sum = (counts: Float64Array) => cells.reduce((total, cell) => total + counts[cell]!, 0)
    return {
      direction: label === CHANCE.rise ? 'rise' : 'fall',
      x: centreX(grid, most % grid.columns),
      y: centreY(grid, Math.floor(most / grid.columns)),
      change: difference[most]!,
      before: sum(beforeIn),
      after: sum(afterIn),
      surfaceKm2: (cells.length * grid.cellSize ** 2) / 1e6,
      qValue: cells.reduce((least, cell) => Math.min(least, qValue[cell]!), 1),
    }
  })
  const places = all.filter((place) => place.before + place.after >= FEWEST_AT_A_PLACE)
  places.sort((a, b) => b.before + b.after - a.before - a.after)
  return { places, placesTooFew: all.length - places.length }
}

function countIn(grid: GridSpec, { x, y, weight }: SidePoints): Float64Array {
  const counts = new Float64Array(grid.columns * grid.rows)
  for (let i = 0; i < x.length; i++) {
    const cell = cellAt(grid, x[i]!, y[i]!)
    if (cell >= 0) counts[cell]! += weight ? weight[i]! : 1
  }
  return counts
}
