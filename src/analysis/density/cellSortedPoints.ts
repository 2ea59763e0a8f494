import type { GridSpec } from '../../domain/grid.ts'
import { invalid } from '../argument.ts'
import { MAX_CELLS } from '../grid.ts'
import type { Points } from '../points.ts'
import type { Steps } from '../steps.ts'

/**
 * The points that can reach a grid, sorted by the cell they lie in. The lattice is the grid's own, continued past its edges
 * by the kernel's reach and cut to the points' extent. Positions are local: from the centre of the point's own cell, in
 * bandwidths, so that a northing of 6.5 million costs no digits.
 */
export interface CellSortedPoints {
  /** Local positions p₀, q₀, p₁, q₁ … of the points in reach: both of a point lie in one line of the cache. */
  pq: Float64Array
  /** Weights in the same order; null where all are 1. */
  w: Float64Array | null
  /** South-west cell of the lattice, numbered as the grid's cells: may be negative. */
  firstColumn: number
  firstRow: number
  columns: number
  rows: number
  /** Points of lattice cell c = (row − firstRow) × columns + (column − firstColumn) are start[c] … start[c + 1] − 1. */
  start: Uint32Array
  /** All placed points, in reach or not. */
  n: number
  /** Points without a finite position and weight. */
  dropped: number
}

/** Cell of a point that takes no part. */
const NOWHERE = 0xffffffff
/** Points handled between two yields. */
const PIECE = 262_144

/**
 * @param reach how many cells past its own a point's kernel can reach
 * @param scale divisor of local positions, in cells (the bandwidth)
 */
export function* sortPointsByCell(
  points: Points,
  grid: GridSpec,
  reach: number,
  scale: number,
): Steps<CellSortedPoints> {
  // One kind of array, so that the loops are compiled for it alone.
  const x = float64(points.x)
  const y = float64(points.y)
  const w = points.weight ? float64(points.weight) : null
  const total = x.length
  const lattice = latticeOf(x, y, w, grid, reach)
  const cells = lattice.columns * lattice.rows
  if (cells > 4 * MAX_CELLS)
    throw invalid(
      'options.bandwidth',
      `${scale} cells over ${grid.columns} × ${grid.rows}`,
      'a smaller bandwidth',
    )
  yield 0.1

  const cellOf = new Uint32Array(total)
  const start = new Uint32Array(cells + 1)
  for (let i = 0; i < total; i += PIECE) {
    countByCell(x, y, w, i, Math.min(total, i + PIECE), grid, lattice, cellOf, start)
    yield 0.1 + (0.4 * i) / total
  }
  let kept = 0
  for (let c = 0; c <= cells; c++) {
    const count = start[c]!
    start[c] = kept
    kept += count
  }
  const pq = new Float64Array(2 * kept)
  const weights = w ? new Float64Array(kept) : null
  for (let i = 0; i < total; i += PIECE) {
    placeByCell(x, y, w, i, Math.min(total, i + PIECE), grid, scale, cellOf, start, pq, weights)
    yield 0.5 + (0.5 * i) / total
  }
  // Placing has moved each start to the next cell's.
  start.copyWithin(1, 0, cells)
  start[0] = 0
  const { n, ...span } = lattice
  return { pq, w: weights, ...span, start, n, dropped: total - n }
}

function float64(column: ArrayLike<number>): Float64Array {
  return column instanceof Float64Array ? column : new Float64Array(column)
}

interface Lattice {
  firstColumn: number
  firstRow: number
  columns: number
  rows: number
  n: number
}

function latticeOf(
  x: Float64Array,
  y: Float64Array,
  w: Float64Array | null,
  { originX, originY, cellSize, columns, rows }: GridSpec,
  reach: number,
): Lattice {
  let n = 0
  let minX = Infinity
  let minY = Infinity
  let maxX = -Infinity
  let maxY = -Infinity
  for (let i = 0; i < x.length; i++) {
    const px = x[i]!
    const py = y[i]!
    if (!Number.isFinite(px) || !Number.isFinite(py) || (w !== null && !Number.isFinite(w[i]!))) continue
    n++
    if (px < minX) minX = px
    if (px > maxX) maxX = px
    if (py < minY) minY = py
    if (py > maxY) maxY = py
  }
  if (n === 0) return { firstColumn: 0, firstRow: 0, columns: 0, rows: 0, n }
  const firstColumn = Math.max(-reach, Math.floor((minX - originX) / cellSize))
  const firstRow = Math.max(-reach, Math.floor((minY - originY) / cellSize))
  const lastColumn = Math.min(columns - 1 + reach, Math.floor((maxX - originX) / cellSize))
  const lastRow = Math.min(rows - 1 + reach, Math.floor((maxY - originY) / cellSize))
  return {
    firstColumn,
    firstRow,
    columns: Math.max(0, lastColumn - firstColumn + 1),
    rows: Math.max(0, lastRow - firstRow + 1),
    n,
  }
}

/** Writes the lattice cell of points `from` … `to` − 1 and counts them by cell. */
function countByCell(
  x: Float64Array,
  y: Float64Array,
  w: Float64Array | null,
  from: number,
  to: number,
  { originX, originY, cellSize }: GridSpec,
  { firstColumn, firstRow, columns, rows }: Lattice,
  cellOf: Uint32Array,
  counts: Uint32Array,
): void {
  for (let i = from; i < to; i++) {
    const column = Math.floor((x[i]! - originX) / cellSize) - firstColumn
    const row = Math.floor((y[i]! - originY) / cellSize) - firstRow
    const inside = column >= 0 && column < columns && row >= 0 && row < rows
    // A cell of weightless points would leave the rounding of its row where there is nothing; NaN is no weight.
    if (!inside || (w !== null && !(w[i]! > 0 && w[i]! < Infinity))) {
      cellOf[i] = NOWHERE
      continue
    }
    const cell = row * columns + column
    cellOf[i] = cell
    counts[cell]!++
  }
}

/** Puts points `from` … `to` − 1 where their cells stand; `next` is moved on. */
function placeByCell(
  x: Float64Array,
  y: Float64Array,
  w: Float64Array | null,
  from: number,
  to: number,
  { originX, originY, cellSize }: GridSpec,
  scale: number,
  cellOf: Uint32Array,
  next: Uint32Array,
  pq: Float64Array,
  weights: Float64Array | null,
): void {
  for (let i = from; i < to; i++) {
    const cell = cellOf[i]!
    if (cell === NOWHERE) continue
    const at = next[cell]!
    next[cell] = at + 1
    const u = (x[i]! - originX) / cellSize
    const v = (y[i]! - originY) / cellSize
    pq[2 * at] = (u - Math.floor(u) - 0.5) / scale
    pq[2 * at + 1] = (v - Math.floor(v) - 0.5) / scale
    if (w !== null && weights !== null) weights[at] = w[i]!
  }
}
