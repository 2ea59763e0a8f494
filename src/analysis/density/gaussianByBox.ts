import type { GridSpec } from '../../domain/grid.ts'
import type { Points } from '../points.ts'
import { part, type Steps } from '../steps.ts'
import { sortPointsByCell, type CellSortedPoints } from './cellSortedPoints.ts'
import { GAUSSIAN_CUT } from './gaussianCut.ts'
import type { KernelSums } from './kernel.ts'

/** What the series may miss, as a share of one point's peak. */
const TOLERANCE = 1e-13

/** Points of a box handled between two yields. */
const PIECE = 16_384

/** Side of a box in cells, for σ in cells: at most σ, so that the series is short, and a whole number of cells. */
export function boxCells(s: number): number {
  return Math.max(1, Math.floor(s))
}

/**
 * Degrees that the series keeps, for points no farther than r σ from their box's middle along either axis. With Cramér's
 * |Heₐ(x)| e^(−x²/4) ≤ 1.09 √a! the terms of degree m are at most 1.19 (r√2)ᵐ √(m + 1)/√m!.
 */
export function seriesTerms(r: number): number {
  let terms = 1
  let bound = r * Math.SQRT2
  while (1.19 * Math.sqrt(terms + 1) * bound > TOLERANCE / 2) bound *= (r * Math.SQRT2) / Math.sqrt(++terms)
  return terms
}

/**
 * Σ wᵢ exp(−dᵢ²/2σ²) at every cell centre, from Hermite series about the middles of boxes of about σ (the fast Gauss transform's
 * far field, Greengard & Strain, SIAM J. Sci. Stat. Comput. 12, 1991, in its separable form): exp(−(x−p)²/2) = Σ Heₐ(x) e^(−x²/2) pᵃ/a!. Each
 * box's moments make lines of the columns that it reaches, each row of boxes spreads its lines over the rows that it reaches.
 * @param sigma in metres, a cell or more
 */
export function* gaussianByBox(points: Points, grid: GridSpec, sigma: number): Steps<KernelSums> {
  const { columns, rows } = grid
  const s = sigma / grid.cellSize
  const box = boxCells(s)
  const terms = seriesTerms(box / 2 / s)
  const boxGrid: GridSpec = {
    ...grid,
    cellSize: box * grid.cellSize,
    columns: Math.ceil(columns / box),
    rows: Math.ceil(rows / box),
  }
  const reach = Math.ceil(GAUSSIAN_CUT * s)
  const sorted = yield* part(sortPointsByCell(points, boxGrid, Math.ceil(reach / box), s / box), 0, 0.1)
  const table = hermiteTable(terms, box, s, reach)
  const values = new Float64Array(columns * rows)
  const lines = new Float64Array(terms * columns)
  const moments = new Float64Array((terms * (terms + 1)) / 2)
  for (let row = 0; row < sorted.rows; row++) {
    const cells = row * sorted.columns
    if (sorted.start[cells] === sorted.start[cells + sorted.columns]) continue
    lines.fill(0)
    for (let column = 0; column < sorted.columns; column++) {
      if (sorted.start[cells + column] === sorted.start[cells + column + 1]) continue
      moments.fill(0)
      const end = sorted.start[cells + column + 1]!
      for (let from = sorted.start[cells + column]!; from < end; from += PIECE) {
        addMoments(moments, sorted, from, Math.min(end, from + PIECE), terms)
        yield 0.1 + (0.9 * (row + column / sorted.columns)) / sorted.rows
      }
      addToLines(lines, columns, moments, table, terms, (sorted.firstColumn + column) * box - reach)
    }
    const south = (sorted.firstRow + row) * box - reach
    for (let r = Math.max(0, south); r < Math.min(rows, south + table.width); r++)
      addLines(values, r * columns, columns, lines, table, terms, r - south)
  }
  // Past all points the series leaves its rounding, of either sign.
  for (let i = 0; i < values.length; i++) if (values[i]! < 0) values[i] = 0
  return { values, n: sorted.n, dropped: sorted.dropped }
}

interface HermiteTable {
  /** Heₐ(x) e^(−x²/2) at the centres that a box reaches, by degree. */
  values: Float64Array
  /** Centres: those of the box itself and `reach` to either side. */
  width: number
}

function hermiteTable(terms: number, box: number, s: number, reach: number): HermiteTable {
  const width = box + 2 * reach
  const values = new Float64Array(terms * width)
  for (let o = 0; o < width; o++) {
    const x = (o - reach + 0.5 - box / 2) / s
    let before = 0
    let value = Math.exp(-0.5 * x * x)
    for (let a = 0; a < terms; a++) {
      values[a * width + o] = value
      const next = x * value - a * before
      before = value
      value = next
    }
  }
  return { values, width }
}

/** Adds Σ w pᵃ/a! qᵏ/k! over points from … to − 1, a + k < terms: by k, then by a. */
function addMoments(
  moments: Float64Array,
  { pq, w }: CellSortedPoints,
  from: number,
  to: number,
  terms: number,
): void {
  const powers = new Float64Array(terms)
  for (let i = from; i < to; i++) {
    const p = pq[2 * i]!
    const q = pq[2 * i + 1]!
    powers[0] = w ? w[i]! : 1
    for (let a = 1; a < terms; a++) powers[a] = (powers[a - 1]! * p) / a
    let factor = 1
    for (let k = 0, m = 0; k < terms; k++) {
      for (let a = 0; a < terms - k; a++) moments[m++]! += factor * powers[a]!
      factor *= q / (k + 1)
    }
  }
}

/** Adds a box to the lines by k: Σₐ Heₐ(x) e^(−x²/2) · moment at each column; two degrees at a time, a line is read half as often. */
function addToLines(
  lines: Float64Array,
  columns: number,
  moments: Float64Array,
  { values, width }: HermiteTable,
  terms: number,
  west: number,
): void {
  const from = Math.max(0, west)
  const to = Math.min(columns, west + width)
  for (let k = 0, m = 0; k < terms; k++) {
    const at = k * columns
    const degrees = terms - k
    for (let a = 0; a < degrees; a += 2) {
      const pair = a + 1 < degrees
      const even = moments[m + a]!
      const odd = pair ? moments[m + a + 1]! : 0
      const table = a * width - west
      const next = pair ? table + width : table
      for (let t = from; t < to; t++) lines[at + t]! += even * values[table + t]! + odd * values[next + t]!
    }
    m += degrees
  }
}

/** Adds a row of boxes to one row of centres: Σₖ Heₖ(y) e^(−y²/2) · line. */
function addLines(
  values: Float64Array,
  at: number,
  columns: number,
  lines: Float64Array,
  { values: table, width }: HermiteTable,
  terms: number,
  o: number,
): void {
  for (let k = 0; k < terms; k += 2) {
    const pair = k + 1 < terms
    const even = table[k * width + o]!
    const odd = pair ? table[(k + 1) * width + o]! : 0
    const line = k * columns
    const next = pair ? line + columns : line
    for (let t = 0; t < columns; t++) values[at + t]! += even * lines[line + t]! + odd * lines[next + t]!
  }
}
