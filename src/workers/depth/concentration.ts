import { concentration, type GridSpec } from '../../analysis/index.ts'
import { concentrationByChanceSteps } from '../../analysis/pattern/concentrationByChance.ts'
import type { AnalysisEngine } from '../engine/analysisEngine.ts'
import { NOW, placedPoints } from '../engine/placedPoints.ts'
import type { JobContext } from '../jobs.ts'
import { runSteps } from '../runSteps.ts'
import type { DepthQuestion } from './depthMethods.ts'
import { countInStudy, studyCells } from './studyCells.ts'

export interface ConcentrationSettings {
  /** What incidents are counted by. */
  unit: 'cells' | 'areas'
}

export interface ConcentrationResult {
  unit: 'cells' | 'areas'
  /** The cells' grid; null where the units are areas. */
  grid: GridSpec | null
  study: 'areas' | 'hull'
  /** Incidents by unit, fullest first (Σ weights where hours are shared out). */
  counts: Float64Array
  /** The units in that order: indices of the grid's cells, or of the areas. */
  units: Uint32Array
  n: number
  outside: number
  gini: number
  generalisedGini: number
  shareOfUnits: { incidents: number; units: number }[]
  /** What equal cells would hold by chance; null for areas, which are not equally likely. */
  chance: {
    halfUnits: { mean: number; lower: number; upper: number }
    meanByRank: Float64Array
    permutations: number
    seed: number
  } | null
}

const CHANCE = { permutations: 99, seed: 1 }

/**
 * How unevenly the incidents of the period lie over the cells of the study area, or over the areas, and how unevenly chance would lay them. The
 * place filter is left out.
 */
export async function computeConcentration(
  engine: AnalysisEngine,
  { selection, bandwidth, settings }: DepthQuestion<ConcentrationSettings>,
  context: JobContext,
): Promise<ConcentrationResult> {
  engine.apply(selection)
  const points = placedPoints(engine, NOW)
  const byArea = settings.unit === 'areas' && engine.areas.length > 1
  const counted = byArea ? countInAreas(engine, points) : countCells(engine, points, bandwidth)
  const order = Uint32Array.from(counted.counts.keys()).sort(
    (a, b) => counted.counts[b] - counted.counts[a] || a - b,
  )
  const counts = Float64Array.from(order, (unit) => counted.counts[unit])
  const { gini, generalisedGini, shareOfUnits } = concentration(counts)
  const n = counts.reduce((sum, count) => sum + count, 0)
  const tried =
    byArea || n < 1
      ? null
      : await runSteps(
          concentrationByChanceSteps(Math.round(n), counts.length, CHANCE),
          context,
          'concentration',
        )
  return {
    unit: byArea ? 'areas' : 'cells',
    grid: counted.grid,
    study: counted.study,
    counts,
    units: order.map((unit) => counted.cells?.[unit] ?? unit),
    n,
    outside: counted.outside,
    gini,
    generalisedGini,
    shareOfUnits,
    chance: tried && { halfUnits: tried.halfUnits, meanByRank: tried.meanByRank, ...CHANCE },
  }
}

type Placed = ReturnType<typeof placedPoints>

function countCells(engine: AnalysisEngine, points: Placed, bandwidth: number) {
  const study = studyCells(engine, bandwidth)
  return { ...countInStudy(study, points), grid: study.grid, cells: study.cells, study: study.kind }
}

function countInAreas({ areas, areaOf }: AnalysisEngine, points: Placed) {
  const counts = new Float64Array(areas.length)
  let outside = 0
  points.index.forEach((row, k) => {
    const weight = points.weight ? points.weight[k] : 1
    const area = areaOf ? areaOf[row] : -1
    if (area < 0) outside += weight
    else counts[area] += weight
  })
  return { counts, outside, grid: null, cells: null, study: 'areas' as const }
}
