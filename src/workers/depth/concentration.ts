import { concentration } from '../../analysis/index.ts'
import type { AnalysisEngine } from '../engine/analysisEngine.ts'
import { NOW, placedPoints } from '../engine/placedPoints.ts'
import type { DepthQuestion } from './depthMethods.ts'
import { countInStudy, studyCells } from './studyCells.ts'

export interface ConcentrationSettings {
  /** What incidents are counted by. */
  unit: 'cells' | 'areas'
}

export interface ConcentrationResult {
  unit: 'cells' | 'areas'
  /** Metres; null where the units are areas. */
  cellSize: number | null
  /** Incidents by unit, fullest first (Σ weights where hours are shared out). */
  counts: Float64Array
  n: number
  outside: number
  gini: number
  generalisedGini: number
  shareOfUnits: { incidents: number; units: number }[]
}

/** How unevenly the incidents of the period lie over the cells of the study area, or over the areas. The place filter is left out. */
export function computeConcentration(
  engine: AnalysisEngine,
  { selection, bandwidth, settings }: DepthQuestion<ConcentrationSettings>,
): ConcentrationResult {
  engine.apply(selection)
  const points = placedPoints(engine, NOW)
  const byArea = settings.unit === 'areas' && engine.areas.length > 1
  const { counts, outside, cellSize } = byArea
    ? { ...countInAreas(engine, points), cellSize: null }
    : countCells(engine, points, bandwidth)
  counts.sort().reverse()
  const n = counts.reduce((sum, count) => sum + count, 0)
  return { unit: byArea ? 'areas' : 'cells', cellSize, counts, n, outside, ...concentration(counts) }
}

type Placed = ReturnType<typeof placedPoints>

function countCells(engine: AnalysisEngine, points: Placed, bandwidth: number) {
  const study = studyCells(engine, bandwidth)
  return { ...countInStudy(study, points), cellSize: study.grid.cellSize }
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
  return { counts, outside }
}
