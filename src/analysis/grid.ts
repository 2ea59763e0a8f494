import type { GridSpec } from '../domain/grid.ts'
import { invalid, requireNonNegative, requirePositive } from './argument.ts'
import { isPlaced, requirePoints, type Points } from './points.ts'

/** 4 096 × 4 096 cells: 134 MB of float64. */
export const MAX_CELLS = 16_777_216

/** Metres: south-west and north-east corners. */
export interface Extent {
  minX: number
  minY: number
  maxX: number
  maxY: number
}

/** @throws RangeError for sizes that are no grid, or for more than {@link MAX_CELLS} cells; allocates nothing. */
export function requireGrid(grid: GridSpec): void {
  requirePositive('grid.cellSize', grid.cellSize)
  if (!Number.isFinite(grid.originX)) throw invalid('grid.originX', grid.originX, 'a finite number of metres')
  if (!Number.isFinite(grid.originY)) throw invalid('grid.originY', grid.originY, 'a finite number of metres')
  requireShape(grid)
}

/** @throws RangeError unless columns and rows are whole, positive and at most {@link MAX_CELLS} together. */
export function requireShape({ columns, rows }: { columns: number; rows: number }): void {
  if (!(columns >= 1 && Number.isSafeInteger(columns)))
    throw invalid('grid.columns', columns, 'a whole number above 0')
  if (!(rows >= 1 && Number.isSafeInteger(rows))) throw invalid('grid.rows', rows, 'a whole number above 0')
  if (columns * rows > MAX_CELLS)
    throw invalid('grid.columns × grid.rows', columns * rows, `at most ${MAX_CELLS} cells`)
}

/** Bounding box of the placed points; null where there is none. */
export function extentOf(points: Points): Extent | null {
  requirePoints(points)
  const extent = { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity }
  for (let i = 0; i < points.x.length; i++) {
    if (!isPlaced(points, i)) continue
    const x = points.x[i]!
    const y = points.y[i]!
    if (x < extent.minX) extent.minX = x
    if (x > extent.maxX) extent.maxX = x
    if (y < extent.minY) extent.minY = y
    if (y > extent.maxY) extent.maxY = y
  }
  return extent.minX <= extent.maxX ? extent : null
}

/**
 * The grid that covers an extent with a margin on every side. Its origin is a whole multiple of the cell size, so that a
 * place falls into the same cell whatever else is loaded; a point on the upper edge has a cell of its own (half-open cells).
 * @param source points or an extent, in metres; without a placed point the grid is the one cell at the origin
 * @throws RangeError where the grid would have more than {@link MAX_CELLS} cells
 */
export function gridFor(source: Points | Extent, cellSize: number, margin = 0): GridSpec {
  requirePositive('cellSize', cellSize)
  requireNonNegative('margin', margin)
  const extent = 'minX' in source ? source : extentOf(source)
  if (!extent) return { originX: 0, originY: 0, cellSize, columns: 1, rows: 1 }
  const firstColumn = Math.floor((extent.minX - margin) / cellSize)
  const firstRow = Math.floor((extent.minY - margin) / cellSize)
  const grid: GridSpec = {
    originX: firstColumn * cellSize,
    originY: firstRow * cellSize,
    cellSize,
    columns: Math.floor((extent.maxX + margin) / cellSize) - firstColumn + 1,
    rows: Math.floor((extent.maxY + margin) / cellSize) - firstRow + 1,
  }
  requireGrid(grid)
  return grid
}

/** Index of the cell that holds a position, −1 outside the grid or where the position is NaN. */
export function cellAt(grid: GridSpec, x: number, y: number): number {
  const column = Math.floor((x - grid.originX) / grid.cellSize)
  const row = Math.floor((y - grid.originY) / grid.cellSize)
  return column >= 0 && column < grid.columns && row >= 0 && row < grid.rows
    ? row * grid.columns + column
    : -1
}

/** Easting of a column's centre. */
export function centreX(grid: GridSpec, column: number): number {
  return grid.originX + (column + 0.5) * grid.cellSize
}

/** Northing of a row's centre. */
export function centreY(grid: GridSpec, row: number): number {
  return grid.originY + (row + 0.5) * grid.cellSize
}
