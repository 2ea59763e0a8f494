import { countInCells, gridFor, studyAreaExtent, studyAreaMask, type GridSpec } from '../../analysis/index.ts'
import type { AnalysisEngine } from '../engine/analysisEngine.ts'
import type { PlacedPoints } from '../engine/placedPoints.ts'

/** Metres: cells on which incidents are counted are at least so wide (methods.md, Gi*). */
const SMALLEST_CELL = 200

/** The cells of the study area. */
export interface StudyCells {
  grid: GridSpec
  /** 1 where the cell belongs to the study area. */
  inside: Uint8Array
  /** Indices of those cells. */
  cells: Uint32Array
  kind: 'areas' | 'hull'
}

/**
 * The grid that counts are compared on: cell = twice the bandwidth, at least 200 m, over the study area (the loaded areas, else
 * what lies within a bandwidth of all incidents' hull). The same for every selection, so that periods can be compared.
 */
export function studyCells(engine: AnalysisEngine, bandwidth: number): StudyCells {
  const area = engine.studyArea(bandwidth)
  const extent = studyAreaExtent(area)
  const grid = gridFor(extent ?? { x: [], y: [] }, Math.max(SMALLEST_CELL, 2 * bandwidth))
  const inside = extent ? studyAreaMask(grid, area) : new Uint8Array(1)
  const cells = Uint32Array.from(inside.keys()).filter((cell) => inside[cell] === 1)
  return { grid, inside, cells, kind: engine.areas.length > 0 ? 'areas' : 'hull' }
}

/** Counts (Σ weights) by cell of the study area, in the order of `cells`, and what lies outside of it. */
export function countInStudy({ grid, cells }: StudyCells, points: Omit<PlacedPoints, 'index'>) {
  const { counts } = countInCells(points, grid)
  const inStudy = Float64Array.from(cells, (cell) => counts[cell])
  return { counts: inStudy, outside: points.total - inStudy.reduce((sum, count) => sum + count, 0) }
}
