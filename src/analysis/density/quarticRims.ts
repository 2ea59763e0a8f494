import type { GridSpec } from '../../domain/grid.ts'
import type { Steps } from '../steps.ts'
import type { CellSortedPoints } from './cellSortedPoints.ts'
import type { DiscRows } from './discRows.ts'

/**
 * Adds, point by point, the kernels at the centres that only part of a source cell's square reaches.
 *
 * For a centre (X, Y) from the cell's middle and a point (p, q) in it, 1 − d² = (1 − X² − Y² − p² − q²) + 2Xp + 2Yq: the four
 * centres (±X, ±Y) share its three terms.
 *
 * @param values sums, `stride` a row
 * @param h bandwidth in cells
 */
export function* addQuarticRims(
  values: Float64Array,
  stride: number,
  grid: GridSpec,
  sorted: CellSortedPoints,
  h: number,
  disc: DiscRows,
): Steps<void> {
  const rim = createRim(h, disc, stride)
  let most = 0
  for (let row = 0; row < sorted.rows; row++) most = Math.max(most, pointsInRow(sorted, row))
  const terms = new Float64Array(4 * most)
  for (let row = 0; row < sorted.rows; row++) {
    addRow(values, stride, grid, sorted, rim, terms, row)
    yield row / sorted.rows
  }
}

function pointsInRow({ start, columns }: CellSortedPoints, latticeRow: number): number {
  return start[(latticeRow + 1) * columns]! - start[latticeRow * columns]!
}

/** The rim in its north-eastern quarter, axes included. */
interface Rim {
  /** Of each centre: X, Y, 1 − X² − Y² and the factor of its four sums. */
  centres: Float64Array
  /** Of (X, Y), (−X, Y), (X, −Y) and (−X, −Y) of each centre: columns and rows from the source cell, and both as one step in `values`. */
  across: Int32Array
  up: Int32Array
  steps: Int32Array
  /** The same four sums for a cell near the grid's edge, and their own places as steps. */
  sums: Float64Array
  places: Int32Array
  /** Columns and rows that the rim extends to either side. */
  reach: number
}

function createRim(h: number, { inner, outer }: DiscRows, stride: number): Rim {
  const centres: number[] = []
  const across: number[] = []
  const up: number[] = []
  let reach = 0
  for (let dy = 0; dy < outer.length; dy++)
    for (let dx = inner[dy]! + 1; dx <= outer[dy]!; dx++) {
      // On an axis two of the four, in the middle all four, are the same centre; a quarter since u + |u| is 2·max(0, u).
      const factor = 0.25 / ((dx === 0 ? 2 : 1) * (dy === 0 ? 2 : 1))
      centres.push(dx / h, dy / h, 1 - (dx * dx + dy * dy) / (h * h), factor)
      across.push(dx, -dx, dx, -dx)
      up.push(dy, dy, -dy, -dy)
      reach = Math.max(reach, dx, dy)
    }
  return {
    centres: Float64Array.from(centres),
    across: Int32Array.from(across),
    up: Int32Array.from(up),
    steps: Int32Array.from(across, (dx, o) => up[o]! * stride + dx),
    sums: new Float64Array(across.length),
    places: Int32Array.from(across, (_, o) => o),
    reach,
  }
}

/** Rims of one lattice row of source cells. */
function addRow(
  values: Float64Array,
  stride: number,
  { columns, rows }: GridSpec,
  { pq, w, start, firstColumn, firstRow, columns: width }: CellSortedPoints,
  { centres, across, up, steps, sums, places, reach }: Rim,
  terms: Float64Array,
  latticeRow: number,
): void {
  const row = firstRow + latticeRow
  const cells = latticeRow * width
  const rowsInside = row >= reach && row + reach < rows
  fillTerms(terms, pq, w, start[cells]!, start[cells + width]!)
  let first = 0
  for (let k = 0; k < width; k++) {
    const last = start[cells + k + 1]! - start[cells]!
    if (last === first) continue
    const column = firstColumn + k
    const inside = rowsInside && column >= reach && column + reach < columns
    const at = inside ? row * stride + column : 0
    addRim(inside ? values : sums, at, inside ? steps : places, centres, terms, first, last)
    if (!inside) {
      for (let o = 0; o < sums.length; o++) {
        const x = column + across[o]!
        const y = row + up[o]!
        if (x >= 0 && x < columns && y >= 0 && y < rows) values[y * stride + x]! += sums[o]!
      }
      sums.fill(0)
    }
    first = last
  }
}

/** Of each point: 2p, 2q, p² + q² and 1, all times √w. */
function fillTerms(
  terms: Float64Array,
  pq: Float64Array,
  w: Float64Array | null,
  from: number,
  to: number,
): void {
  for (let i = from, k = 0; i < to; i++, k += 4) {
    const p = pq[2 * i]!
    const q = pq[2 * i + 1]!
    const root = w === null ? 1 : Math.sqrt(w[i]!)
    terms[k] = 2 * root * p
    terms[k + 1] = 2 * root * q
    terms[k + 2] = root * (p * p + q * q)
    terms[k + 3] = root
  }
}

/** Adds the kernels of a cell's points at its rim. */
function addRim(
  target: Float64Array,
  at: number,
  steps: Int32Array,
  centres: Float64Array,
  terms: Float64Array,
  first: number,
  last: number,
): void {
  for (let o = 0; o < steps.length; o += 4) {
    const x = centres[o]!
    const y = centres[o + 1]!
    const near = centres[o + 2]!
    const factor = centres[o + 3]!
    let northEast = 0
    let northWest = 0
    let southEast = 0
    let southWest = 0
    for (let i = 4 * first; i < 4 * last; i += 4) {
      const east = x * terms[i]!
      const north = y * terms[i + 1]!
      const middle = near * terms[i + 3]! - terms[i + 2]!
      const above = middle + north
      const below = middle - north
      const a = above + east
      const b = above - east
      const c = below + east
      const d = below - east
      // No branch on u > 0: it would be mispredicted half the time.
      const aa = a + Math.abs(a)
      const bb = b + Math.abs(b)
      const cc = c + Math.abs(c)
      const dd = d + Math.abs(d)
      northEast += aa * aa
      northWest += bb * bb
      southEast += cc * cc
      southWest += dd * dd
    }
    target[at + steps[o]!]! += factor * northEast
    target[at + steps[o + 1]!]! += factor * northWest
    target[at + steps[o + 2]!]! += factor * southEast
    target[at + steps[o + 3]!]! += factor * southWest
  }
}
