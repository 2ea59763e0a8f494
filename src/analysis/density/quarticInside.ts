import type { GridSpec } from '../../domain/grid.ts'
import type { Steps } from '../steps.ts'
import type { CellSortedPoints } from './cellSortedPoints.ts'

/** Columns of a band in bandwidths: coordinates from its middle stay within ±4 and a little, their fourth power within some 300. */
const BAND = 8
/** Slots of all rows at work together, above which bands are narrower: 42 MB. */
const SLOTS_AT_WORK = 1_048_576
/** Coefficients of the kernel's sum over a cell, as a polynomial in both coordinates of a centre. */
const COEFFICIENTS = 9
/** Coefficients of a quartic in x: the running sum's state. */
const SLOTS = 5

/**
 * Adds, at every centre that all of a source cell's square reaches, the kernels of the cell's points.
 *
 * There the sum over a cell's points is one polynomial of degree four in the centre's coordinates. For one row of centres it
 * is a quartic in x, entered into a running sum where the row comes within reach and left where it ceases to be. Running
 * sums start afresh in each band of columns, in coordinates from the band's middle: far coordinates to the fourth power would
 * cancel catastrophically. Rows of centres above and below a source row share the even and odd parts of its polynomials.
 *
 * @param values sums, `stride` a row
 * @param h bandwidth in cells
 * @param inner half-widths by row distance, of {@link discRows}
 */
export function* addQuarticInside(
  values: Float64Array,
  stride: number,
  grid: GridSpec,
  sorted: CellSortedPoints,
  h: number,
  inner: Int32Array,
): Steps<void> {
  let height = 0
  while (height < inner.length && inner[height]! >= 0) height++
  if (height === 0 || sorted.columns === 0) return
  const lines = Math.min(grid.rows, 2 * height - 1) + 1
  const width = Math.min(
    grid.columns,
    Math.max(8, Math.ceil(2 * h), Math.min(Math.ceil(BAND * h), Math.ceil(SLOTS_AT_WORK / lines))),
  )
  const band = createBand(width, inner[0]!, lines)
  const firstRow = Math.max(sorted.firstRow, 1 - height)
  const lastRow = Math.min(sorted.firstRow + sorted.rows, grid.rows + height - 1) - 1
  for (let left = 0; left < grid.columns; left += width) {
    band.left = left
    band.right = Math.min(grid.columns, left + width)
    for (let source = firstRow; source <= lastRow; source++) {
      if (collectCells(band, sorted, source, h) > 0)
        for (let away = 0; away < height; away++)
          enterCells(band, lineOf(band, source + away, grid.rows), lineOf(band, away > 0 ? source - away : -1, grid.rows), away / h, inner[away]!) // prettier-ignore
      // No later source row reaches this row of centres.
      const row = source - height + 1
      if (row >= 0) leaveRow(values, stride, band, row, h)
      yield (left + (width * (source - firstRow)) / (lastRow - firstRow + 1)) / (grid.columns + width)
    }
    for (let row = Math.max(0, lastRow - height + 2); row < Math.min(grid.rows, lastRow + height); row++)
      leaveRow(values, stride, band, row, h)
  }
}

/** A band of columns, the cells on either side that reach into it, and the rows of centres at work. */
interface Band {
  /** Columns left … right − 1 of the grid. */
  left: number
  right: number
  /** Columns of half a disc: cells as far outside the band reach into it. */
  half: number
  /** Lines of the ring: rows of centres that a source row reaches, and a last one for rows outside the grid, never read. */
  lines: number
  /** Slots of a line: changes of the running sums by column from `left` on, and those past the band, never read. */
  line: number
  changes: Float64Array
  /** Number of runs of cells at work that begin or end, by the same slots. */
  marks: Int32Array
  /** Of the source row: coefficients and column, counted from `left`, of each occupied cell. */
  coefficients: Float64Array
  columns: Int32Array
  count: number
}

function createBand(width: number, half: number, lines: number): Band {
  const line = width + 1
  return {
    left: 0,
    right: 0,
    half,
    lines,
    line,
    changes: new Float64Array(lines * line * SLOTS),
    marks: new Int32Array(lines * line),
    coefficients: new Float64Array((width + 2 * half) * COEFFICIENTS),
    columns: new Int32Array(width + 2 * half),
    count: 0,
  }
}

/** First slot of a row's line in the ring. */
function lineOf({ lines, line }: Band, row: number, rows: number): number {
  return line * (row >= 0 && row < rows ? row % (lines - 1) : lines - 1)
}

/** Collects the polynomials of a source row's cells that reach into the band; gives their number. */
function collectCells(band: Band, sorted: CellSortedPoints, row: number, h: number): number {
  const { left, right, half, coefficients, columns } = band
  const { pq, w, start, firstColumn } = sorted
  const at = (row - sorted.firstRow) * sorted.columns - firstColumn
  const from = Math.max(firstColumn, left - half)
  const to = Math.min(firstColumn + sorted.columns, right + half)
  const middle = left + (right - left - 1) / 2
  let count = 0
  let first = from < to ? start[at + from]! : 0
  for (let column = from; column < to; column++) {
    const last = start[at + column + 1]!
    if (last === first) continue
    const shift = (column - middle) / h
    // Power sums Σ w xᵃ yᵇ, x from the band's middle, y from the row's.
    let m00 = 0, m10 = 0, m20 = 0, m30 = 0, m40 = 0 // prettier-ignore
    let m01 = 0, m11 = 0, m21 = 0, m02 = 0, m12 = 0, m22 = 0, m03 = 0, m04 = 0 // prettier-ignore
    for (let i = first; i < last; i++) {
      const x = pq[2 * i]! + shift
      const y = pq[2 * i + 1]!
      const weight = w === null ? 1 : w[i]!
      const xx = x * x
      const yy = y * y
      const wx = weight * x
      const wxx = weight * xx
      const wy = weight * y
      const wyy = weight * yy
      m00 += weight
      m10 += wx
      m20 += wxx
      m30 += wxx * x
      m40 += wxx * xx
      m01 += wy
      m11 += wx * y
      m21 += wxx * y
      m02 += wyy
      m12 += wx * yy
      m22 += wxx * yy
      m03 += wyy * y
      m04 += wyy * yy
    }
    // ((1 − (Y − y)²) − (X − x)²)² summed, by powers of X and Y; those of X²Y², XY², Y³ and Y⁴ follow from these.
    const c = count * COEFFICIENTS
    coefficients[c] = m00
    coefficients[c + 1] = -4 * m10
    coefficients[c + 2] = 6 * m20 - 2 * m00 + 2 * m02
    coefficients[c + 3] = -4 * m01
    coefficients[c + 4] = 4 * (m10 - m30 - m12)
    coefficients[c + 5] = 8 * m11
    coefficients[c + 6] = m40 - 2 * m20 + 2 * m22 + m00 - 2 * m02 + m04
    coefficients[c + 7] = 4 * (m01 - m21 - m03)
    coefficients[c + 8] = 2 * m20 - 2 * m00 + 6 * m02
    columns[count++] = column - left
    first = last
  }
  band.count = count
  return count
}

/** Enters the collected cells into the rows of centres at distance ±y, and leaves them past their interval. */
function enterCells(
  { changes, marks, coefficients, columns, count, line }: Band,
  up: number,
  down: number,
  y: number,
  half: number,
): void {
  const yy = y * y
  const yy2 = 2 * yy
  const above = up * SLOTS
  const toBelow = (down - up) * SLOTS
  for (let k = 0; k < count; k++) {
    const c = k * COEFFICIENTS
    const b4 = coefficients[c]!
    const b3 = coefficients[c + 1]!
    const odd2 = coefficients[c + 3]!
    const even2 = coefficients[c + 2]! + yy2 * b4
    const even1 = coefficients[c + 4]! + yy * b3
    const odd1 = y * coefficients[c + 5]!
    const even0 = coefficients[c + 6]! + yy * (coefficients[c + 8]! + yy * b4)
    const odd0 = y * (coefficients[c + 7]! + yy * odd2)
    const by2 = y * odd2
    const column = columns[k]!
    const first = column - half
    const last = column + half + 1
    if (last <= 0 || first >= line - 1) continue
    const a = above + SLOTS * (first > 0 ? first : 0)
    const aa = above + SLOTS * (last < line ? last : line - 1)
    const b = a + toBelow
    const bb = aa + toBelow
    const up2 = even2 + by2
    const up1 = even1 + odd1
    const up0 = even0 + odd0
    changes[a]! += b4
    changes[a + 1]! += b3
    changes[a + 2]! += up2
    changes[a + 3]! += up1
    changes[a + 4]! += up0
    changes[aa]! -= b4
    changes[aa + 1]! -= b3
    changes[aa + 2]! -= up2
    changes[aa + 3]! -= up1
    changes[aa + 4]! -= up0
    const down2 = even2 - by2
    const down1 = even1 - odd1
    const down0 = even0 - odd0
    changes[b]! += b4
    changes[b + 1]! += b3
    changes[b + 2]! += down2
    changes[b + 3]! += down1
    changes[b + 4]! += down0
    changes[bb]! -= b4
    changes[bb + 1]! -= b3
    changes[bb + 2]! -= down2
    changes[bb + 3]! -= down1
    changes[bb + 4]! -= down0
  }
  // Neighbouring cells make one run: where none is at work the running sum holds nothing but rounding.
  for (let k = 0; k < count;) {
    const first = Math.max(0, columns[k]! - half)
    while (k + 1 < count && columns[k + 1]! === columns[k]! + 1) k++
    const last = Math.min(line - 1, columns[k]! + half + 1)
    k++
    if (last <= first) continue
    marks[up + first]!++
    marks[up + last]!--
    marks[down + first]!++
    marks[down + last]!--
  }
}

/** Evaluates the running sums along a row of centres, adds them to it and empties its line. */
function leaveRow(values: Float64Array, stride: number, band: Band, row: number, h: number): void {
  const { changes, marks, left, right } = band
  const line = lineOf(band, row, Infinity)
  const middle = left + (right - left - 1) / 2
  let b4 = 0, b3 = 0, b2 = 0, b1 = 0, b0 = 0, cells = 0 // prettier-ignore
  for (let column = left; column < right; column++) {
    const k = line + column - left
    const at = k * SLOTS
    b4 += changes[at]!
    b3 += changes[at + 1]!
    b2 += changes[at + 2]!
    b1 += changes[at + 3]!
    b0 += changes[at + 4]!
    cells += marks[k]!
    if (cells === 0) continue
    const x = (column - middle) / h
    const sum = (((b4 * x + b3) * x + b2) * x + b1) * x + b0
    if (sum > 0) values[row * stride + column]! += sum
  }
  changes.fill(0, line * SLOTS, (line + band.line) * SLOTS)
  marks.fill(0, line, line + band.line)
}
