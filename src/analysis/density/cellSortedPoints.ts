import type { GridSpec } from '../../domain/grid.ts'
import { invalid } from '../argument.ts'
import { MAX_CELLS } from '../grid.ts'
import { isPlaced, type Points } from '../points.ts'

/**
 * The points that can reach a grid, sorted by the cell they lie in. The lattice is the grid's own, continued past its edges
 * by the kernel's reach and cut to the points' extent. Positions are local: from the centre of the point's own cell, in
 * bandwidths, so that a northing of 6.5 million costs no digits.
 */
export interface CellSortedPoints {
  /** Local position and weight, one per point in reach. */
  p: Float64Array
  q: Float64Array
  w: Float64Array
  /** First row of the lattice and number of rows; rows are numbered as the grid's, and may be negative. */
  firstRow: number
  rows: number
  /** Occupied cells of lattice row s are rowStart[s] … rowStart[s + 1] − 1. */
  rowStart: Uint32Array
  /** Column of an occupied cell, numbered as the grid's. */
  column: Int32Array
  /** Points of occupied cell k are pointStart[k] … pointStart[k + 1] − 1. */
  pointStart: Uint32Array
  /** All placed points, in reach or not. */
  n: number
  /** Points without a finite position and weight. */
  dropped: number
}

/**
 * @param reach how many cells past its own a point's kernel can reach
 * @param scale divisor of local positions, in cells (the bandwidth)
 */
export function sortPointsByCell(
  points: Points,
  grid: GridSpec,
  reach: number,
  scale: number,
): CellSortedPoints {
  const total = points.x.length
  const { originX, originY, cellSize, columns } = grid
  const span = latticeSpan(points, grid, reach)
  const width = span.lastColumn - span.firstColumn + 1
  const height = span.lastRow - span.firstRow + 1
  if (width * height > 4 * MAX_CELLS)
    throw invalid('options.bandwidth', `${scale} cells over ${columns} × ${grid.rows}`, 'a smaller bandwidth')

  const NOWHERE = 0xffffffff
  const cellOf = new Uint32Array(total).fill(NOWHERE)
  const start = new Uint32Array(width * height + 1)
  for (let i = 0; i < total; i++) {
    const column = Math.floor((points.x[i]! - originX) / cellSize) - span.firstColumn
    const row = Math.floor((points.y[i]! - originY) / cellSize) - span.firstRow
    if (!(column >= 0 && column < width && row >= 0 && row < height) || !isPlaced(points, i)) continue
    // A cell of weightless points would leave the rounding of its row where there is nothing.
    if (points.weight && points.weight[i] === 0) continue
    const cell = row * width + column
    cellOf[i] = cell
    start[cell + 1]!++
  }
  let occupied = 0
  for (let c = 0; c < width * height; c++) {
    if (start[c + 1]! > 0) occupied++
    start[c + 1]! += start[c]!
  }
  const kept = start[width * height]!
  const sorted: CellSortedPoints = {
    p: new Float64Array(kept),
    q: new Float64Array(kept),
    w: new Float64Array(kept),
    firstRow: span.firstRow,
    rows: height,
    rowStart: new Uint32Array(height + 1),
    column: new Int32Array(occupied),
    pointStart: new Uint32Array(occupied + 1),
    n: span.n,
    dropped: total - span.n,
  }
  let k = 0
  for (let row = 0; row < height; row++) {
    sorted.rowStart[row] = k
    for (let column = 0; column < width; column++) {
      const cell = row * width + column
      if (start[cell + 1] === start[cell]) continue
      sorted.column[k] = column + span.firstColumn
      sorted.pointStart[k++] = start[cell]!
    }
  }
  sorted.rowStart[height] = k
  sorted.pointStart[k] = kept

  const next = start
  for (let i = 0; i < total; i++) {
    const cell = cellOf[i]!
    if (cell === NOWHERE) continue
    const at = next[cell]!++
    const column = (cell % width) + span.firstColumn
    const row = Math.floor(cell / width) + span.firstRow
    sorted.p[at] = ((points.x[i]! - originX) / cellSize - column - 0.5) / scale
    sorted.q[at] = ((points.y[i]! - originY) / cellSize - row - 0.5) / scale
    sorted.w[at] = points.weight ? points.weight[i]! : 1
  }
  return sorted
}

function latticeSpan(points: Points, { originX, originY, cellSize, columns, rows }: GridSpec, reach: number) {
  let n = 0
  let minX = Infinity
  let minY = Infinity
  let maxX = -Infinity
  let maxY = -Infinity
  for (let i = 0; i < points.x.length; i++) {
    if (!isPlaced(points, i)) continue
    n++
    const x = points.x[i]!
    const y = points.y[i]!
    if (x < minX) minX = x
    if (x > maxX) maxX = x
    if (y < minY) minY = y
    if (y > maxY) maxY = y
  }
  if (n === 0) return { n, firstColumn: 0, lastColumn: -1, firstRow: 0, lastRow: -1 }
  const firstColumn = Math.max(-reach, Math.floor((minX - originX) / cellSize))
  const firstRow = Math.max(-reach, Math.floor((minY - originY) / cellSize))
  return {
    n,
    firstColumn,
    lastColumn: Math.max(
      firstColumn - 1,
      Math.min(columns - 1 + reach, Math.floor((maxX - originX) / cellSize)),
    ),
    firstRow,
    lastRow: Math.max(firstRow - 1, Math.min(rows - 1 + reach, Math.floor((maxY - originY) / cellSize))),
  }
}
