import type { GridSpec } from '../../domain/grid.ts'
import { invalid, requirePositive } from '../argument.ts'
import { adjustPValues } from '../chance/adjustPValues.ts'
import { countInCells } from '../chance/countInCells.ts'
import { getisOrdGiStar } from '../chance/getisOrdGiStar.ts'
import { queenNeighbours } from '../chance/queenNeighbours.ts'
import { SQUARE_METRES_PER_KM2 } from '../density/kernel.ts'
import { cellAt, gridFor } from '../grid.ts'
import { isPlaced, type Points } from '../points.ts'
import { convexHull } from './convexHull.ts'
import { studyAreaExtent, studyAreaMask, type StudyArea } from './studyArea.ts'

/** Metres. On finer cells lone incidents come out as "significant". */
const SMALLEST_CELL = 200

export interface GiStarGrid {
  grid: GridSpec
  /** Incidents per cell of the study area (Σ weights); 0 outside. */
  counts: Float64Array
  /** 1 for cells whose centre lies in the study area. */
  inside: Uint8Array
  /** NaN outside the study area, as p and q. */
  z: Float64Array
  pValue: Float64Array
  /** Benjamini-Hochberg over the cells of the study area. */
  qValue: Float64Array
  /** Cells of the study area. */
  n: number
  /** Surface of those cells. */
  surfaceKm2: number
  /** Points without a position, and points with one outside the study area's cells. */
  dropped: number
  outside: number
}

/**
 * Gi* of counts on its own grid: cell = twice the bandwidth, at least 200 m; queen neighbours and self; over a study area.
 * Without points, and without areas: one cell outside the study area, n 0.
 * @param points metres; weights are summed
 * @param options.bandwidth of the density it goes with, in metres
 * @param options.studyArea the union of the loaded areas; where missing, what lies within one bandwidth of the points' convex hull
 * @throws RangeError for a bandwidth that is none, columns of unequal length, or where the study area holds no cell centre (it is smaller than a
 *   cell) or more cells than a grid may have
 */
export function giStarGrid(
  points: Points,
  options: { bandwidth: number; studyArea?: StudyArea | undefined },
): GiStarGrid {
  const { bandwidth } = options
  requirePositive('options.bandwidth', bandwidth)
  const area = options.studyArea ?? { hull: convexHull(points), distance: bandwidth }
  const extent = studyAreaExtent(area)
  const cellSize = Math.max(SMALLEST_CELL, 2 * bandwidth)
  const grid = gridFor(extent ?? { x: [], y: [] }, cellSize)
  const inside = extent ? studyAreaMask(grid, area) : new Uint8Array(1)
  if (options.studyArea && !inside.includes(1))
    throw invalid('options.studyArea', 'without a cell centre', `an area larger than a cell of ${cellSize} m`)
  const { counts, dropped } = countInCells(points, grid)
  let cells = 0
  for (let i = 0; i < counts.length; i++) {
    if (inside[i]) cells++
    else counts[i] = 0
  }
  let outside = 0
  for (let i = 0; i < points.x.length; i++) {
    if (!isPlaced(points, i)) continue
    const cell = cellAt(grid, points.x[i]!, points.y[i]!)
    if (cell < 0 || !inside[cell]) outside++
  }
  const { z, pValue, n } = getisOrdGiStar(counts, queenNeighbours(grid, { includeSelf: true, inside }))
  return {
    grid,
    counts,
    inside,
    z,
    pValue,
    qValue: adjustPValues(pValue, 'fdr-bh'),
    n,
    surfaceKm2: (cells * cellSize * cellSize) / SQUARE_METRES_PER_KM2,
    dropped,
    outside,
  }
}
