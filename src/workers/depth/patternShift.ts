import {
  centreX,
  centreY,
  patternTestByChanceSteps,
  spatialPointPatternTestSteps,
  type GridSpec,
  type PatternTestByChance,
} from '../../analysis/index.ts'
import type { Period } from '../../domain/period.ts'
import type { AnalysisEngine } from '../engine/analysisEngine.ts'
import type { ComparisonSpan } from '../engine/comparison.ts'
import { BEFORE, NOW, placedPoints, type PlacedPoints } from '../engine/placedPoints.ts'
import type { JobContext } from '../jobs.ts'
import { runSteps } from '../runSteps.ts'
import type { DepthQuestion } from './depthMethods.ts'
import { countInStudy, studyCells, type StudyCells } from './studyCells.ts'

export interface PatternShiftSettings {
  unit: 'cells' | 'areas'
}

/** Fewer on one side leave no pattern to compare. */
export const FEWEST_IN_A_PATTERN = 30
const SAMPLES = 200
const SEED = 1
/** Relabellings, fewer where many incidents make each one slow: some seconds of work. */
const RELABELLINGS = { most: 199, least: 19, draws: 50_000_000 }

/** A unit whose share has changed more than the samples do. */
export interface ShiftedUnit {
  /** Index of the area, or of the grid's cell. */
  unit: number
  before: number
  now: number
  /** Shares of all in the comparison and in the period. */
  shareBefore: number
  shareNow: number
  /** The samples' interval of its share now. */
  lower: number
  upper: number
  /** A larger share now than before. */
  more: boolean
  /** Centre of a cell in metres; null for an area. */
  at: [number, number] | null
}

export interface PatternShiftResult {
  unit: 'cells' | 'areas'
  period: Period | null
  comparison: ComparisonSpan
  /** Metres, and null where the units are areas. */
  cellSize: number | null
  grid: GridSpec | null
  study: StudyCells['kind'] | null
  now: number
  before: number
  /** With a position outside of all units, now and before together. */
  outside: number
  units: number
  /** Units with an incident in either of the two. */
  occupied: number
  /** Andresen's S of all units and of the occupied ones; null where nothing is tested. */
  s: number | null
  sRobust: number | null
  /** What had come of it had nothing moved; null where nothing is tested. */
  chance: PatternTestByChance | null
  samples: number
  seed: number
  /** Those that differ most first. */
  shifted: ShiftedUnit[]
}

/**
 * Whether the pattern of places has moved from the comparison to the period (Andresen's S). Obeys all filters but place; S counts whole incidents, so that
 * start times stand where hours are shared out.
 */
export async function computePatternShift(
  engine: AnalysisEngine,
  { selection, bandwidth, settings }: DepthQuestion<PatternShiftSettings>,
  context: JobContext,
): Promise<PatternShiftResult> {
  const whole =
    selection.timeMethod === 'aoristic' ? { ...selection, timeMethod: 'start' as const } : selection
  const { period, comparison } = engine.apply(whole)
  const points = { now: placedPoints(engine, NOW), before: placedPoints(engine, BEFORE) }
  const byArea = settings.unit === 'areas' && engine.areas.length > 1
  const study = byArea ? null : studyCells(engine, bandwidth)
  const count = (side: PlacedPoints) => (study ? countInStudy(study, side) : countByArea(engine, side))
  const now = count(points.now)
  const before = count(points.before)

  const occupied = Array.from(now.counts.keys()).filter((k) => now.counts[k] > 0 || before.counts[k] > 0)
  const nowTotal = points.now.total - now.outside
  const beforeTotal = points.before.total - before.outside
  const base = {
    unit: byArea ? ('areas' as const) : ('cells' as const),
    period,
    comparison,
    cellSize: study?.grid.cellSize ?? null,
    grid: study?.grid ?? null,
    study: study?.kind ?? null,
    now: nowTotal,
    before: beforeTotal,
    outside: now.outside + before.outside,
    units: now.counts.length,
    occupied: occupied.length,
    chance: null,
    samples: SAMPLES,
    seed: SEED,
  }
  if (!comparison.covered || Math.min(nowTotal, beforeTotal) < FEWEST_IN_A_PATTERN)
    return { ...base, s: null, sRobust: null, shifted: [] }

  // Units without any incident are alike by definition: they need no samples.
  const baseCounts = occupied.map((k) => before.counts[k])
  const testCounts = occupied.map((k) => now.counts[k])
  const options = { samples: SAMPLES, seed: SEED, robust: true }
  const steps = spatialPointPatternTestSteps(baseCounts, testCounts, options)
  const { sRobust, lower, upper } = await runSteps(steps, context, 'samples', { to: 0.1 })
  const perTest = SAMPLES * nowTotal
  const relabellings = Math.max(
    RELABELLINGS.least,
    Math.min(RELABELLINGS.most, Math.floor(RELABELLINGS.draws / perTest)),
  )
  const chance = await runSteps(
    patternTestByChanceSteps(baseCounts, testCounts, sRobust, { samples: SAMPLES, relabellings, seed: SEED }),
    context,
    'relabellings',
    { from: 0.1 },
  )
  const empty = now.counts.length - occupied.length
  const shifted = occupied.flatMap((k, i): ShiftedUnit[] => {
    const shareBefore = baseCounts[i] / beforeTotal
    const more = shareBefore < lower[i] - 1e-12
    if (!more && shareBefore <= upper[i] + 1e-12) return []
    const cell = study?.cells[k]
    return [
      {
        unit: cell ?? k,
        before: baseCounts[i],
        now: testCounts[i],
        shareBefore,
        shareNow: testCounts[i] / nowTotal,
        lower: lower[i],
        upper: upper[i],
        more,
        at: study && cell !== undefined ? centreOf(study.grid, cell) : null,
      },
    ]
  })
  const moved = ({ shareBefore, shareNow }: ShiftedUnit) => Math.abs(shareNow - shareBefore)
  return {
    ...base,
    s: (sRobust * occupied.length + empty) / now.counts.length,
    sRobust,
    chance,
    shifted: shifted.sort((a, b) => moved(b) - moved(a)),
  }
}

function centreOf(grid: GridSpec, cell: number): [number, number] {
  return [centreX(grid, cell % grid.columns), centreY(grid, Math.floor(cell / grid.columns))]
}

function countByArea({ areas, areaOf }: AnalysisEngine, points: PlacedPoints) {
  const counts = new Float64Array(areas.length)
  let outside = 0
  for (const row of points.index) {
    const area = areaOf ? areaOf[row] : -1
    if (area < 0) outside++
    else counts[area]++
  }
  return { counts, outside }
}
