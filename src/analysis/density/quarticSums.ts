import type { GridSpec } from '../../domain/grid.ts'
import { sortPointsByCell, type CellSortedPoints } from './cellSortedPoints.ts'
import type { KernelSums } from './kernel.ts'
import type { Points } from '../points.ts'
import type { Steps } from '../steps.ts'

/** Power sums Σ w pᵃ qᵇ kept per occupied cell; the kernel's polynomial needs these thirteen. */
const MOMENTS = 13
/** Coefficients of a quartic in x, and the number of cells at work. */
const SLOTS = 6
/** Columns of a band in bandwidths: coordinates from its centre stay within ±4, their fourth power within 256. */
const BAND = 8

/**
 * Σ wᵢ (1 − dᵢ²/h²)² over the points with dᵢ < h, at every cell centre: the definition itself, in O(n·h/cell + cells).
 *
 * For one row of centres the kernel is a polynomial of degree four in x, so a source cell's points sum to one polynomial,
 * from its power sums. It is entered into a running sum where the row comes within h of **all** of the cell's square and
 * left where it ceases to be (SLAM, Chan, U, Choi & Xu, SIGMOD 2022). The rim of centres that some places of
 * the square reach and others do not is evaluated point by point. Running sums start afresh in each band of columns, in
 * coordinates from the band's centre: far coordinates to the fourth power would cancel catastrophically.
 *
 * @param bandwidth h in metres
 * @returns sums without the kernel's constant, row-major from the south-west
 */
export function* quarticSums(points: Points, grid: GridSpec, bandwidth: number): Steps<KernelSums> {
  const h = bandwidth / grid.cellSize
  const sorted = sortPointsByCell(points, grid, Math.ceil(h + 0.5), h)
  yield 0.25
  const values = new Float64Array(grid.columns * grid.rows)
  const moments = cellMoments(sorted)
  yield 0.3
  const { inner, outer } = discRows(h)
  const reach = outer.length - 1
  const band = Math.max(1, Math.ceil(BAND * h))
  const running = new Float64Array((grid.columns + 1) * SLOTS)

  for (let row = 0; row < grid.rows; row++) {
    const from = Math.max(sorted.firstRow, row - reach)
    const to = Math.min(sorted.firstRow + sorted.rows - 1, row + reach)
    for (let source = from; source <= to; source++) {
      const away = Math.abs(row - source)
      const first = sorted.rowStart[source - sorted.firstRow]!
      const last = sorted.rowStart[source - sorted.firstRow + 1]!
      const y = (row - source) / h
      if (inner[away]! >= 0)
        enterPolynomials(running, grid.columns, sorted, moments, first, last, y, h, inner[away]!, band)
    }
    addRunningSums(values, row * grid.columns, grid.columns, running, h, band)
    yield 0.3 + (0.3 * row) / grid.rows
  }
  const rim = rimOffsets(h, inner, outer)
  for (let source = 0; source < sorted.rows; source++) {
    addRims(values, grid, sorted, rim, source)
    yield 0.6 + (0.4 * source) / sorted.rows
  }
  return { values, n: sorted.n, dropped: sorted.dropped }
}

/**
 * By row distance: half-widths in columns of the centres that the whole of a source cell reaches (`inner`, −1 for none) and
 * that some place in it may reach (`outer`).
 */
function discRows(h: number): { inner: Int32Array; outer: Int32Array } {
  const reach = Math.ceil(h + 0.5)
  const inner = new Int32Array(reach + 1).fill(-1)
  const outer = new Int32Array(reach + 1)
  for (let away = 0; away <= reach; away++) {
    const far = away + 0.5
    const near = Math.max(0, away - 0.5)
    if (far < h) inner[away] = Math.floor(Math.sqrt(h * h - far * far) * (1 - 1e-12) - 0.5)
    outer[away] = near <= h ? Math.ceil(Math.sqrt(h * h - near * near) * (1 + 1e-12) + 0.5) - 1 : -1
  }
  return { inner, outer }
}

function cellMoments({ p, q, w, pointStart, column }: CellSortedPoints): Float64Array {
  const moments = new Float64Array(column.length * MOMENTS)
  for (let k = 0; k < column.length; k++) {
    let m00 = 0, m10 = 0, m20 = 0, m30 = 0, m40 = 0 // prettier-ignore
    let m01 = 0, m11 = 0, m21 = 0, m02 = 0, m12 = 0, m22 = 0, m03 = 0, m04 = 0 // prettier-ignore
    for (let i = pointStart[k]!; i < pointStart[k + 1]!; i++) {
      const x = p[i]!
      const y = q[i]!
      const weight = w[i]!
      const wx = weight * x
      const wxx = wx * x
      const yy = y * y
      m00 += weight
      m10 += wx
      m20 += wxx
      m30 += wxx * x
      m40 += wxx * x * x
      m01 += weight * y
      m11 += wx * y
      m21 += wxx * y
      m02 += weight * yy
      m12 += wx * yy
      m22 += wxx * yy
      m03 += weight * yy * y
      m04 += weight * yy * yy
    }
    moments.set([m00, m10, m20, m30, m40, m01, m11, m21, m02, m12, m22, m03, m04], k * MOMENTS)
  }
  return moments
}

/** Enters each source cell's polynomial into the running sums of the row at distance y, and leaves it past its interval. */
function enterPolynomials(
  running: Float64Array,
  columns: number,
  { column }: CellSortedPoints,
  moments: Float64Array,
  first: number,
  last: number,
  y: number,
  h: number,
  half: number,
  band: number,
): void {
  const e = 1 - y * y
  const ee = e * e
  const y2 = 2 * y
  const y4 = 4 * y
  const c02 = 4 * y * y - 2 * e
  for (let k = first; k < last; k++) {
    const j = column[k]!
    const from = Math.max(0, j - half)
    const to = Math.min(columns, j + half + 1)
    if (from >= to) continue
    const m = k * MOMENTS
    const m00 = moments[m]!
    const m10 = moments[m + 1]!
    const m20 = moments[m + 2]!
    const m01 = moments[m + 5]!
    const m02 = moments[m + 8]!
    // (c − (X − p)²)² with c = 1 − (y − q)² = e + 2yq − q², summed over the cell's points.
    const c0 = e * m00 + y2 * m01 - m02
    const c1 = e * m10 + y2 * moments[m + 6]! - moments[m + 9]!
    const c2 = e * m20 + y2 * moments[m + 7]! - moments[m + 10]!
    const cc = ee * m00 + y4 * (e * m01 - moments[m + 11]!) + c02 * m02 + moments[m + 12]!
    const a3 = -4 * m10
    const a2 = 6 * m20 - 2 * c0
    const a1 = -4 * moments[m + 3]! + 4 * c1
    const a0 = moments[m + 4]! - 2 * c2 + cc

    for (let start = from; start < to;) {
      const left = Math.floor(start / band) * band
      const stop = Math.min(to, left + band)
      // Taylor shift from the source cell's centre to the band's.
      const s = (left + band / 2 - j - 0.5) / h
      let b3 = a3 + m00 * s
      let b2 = a2 + b3 * s
      let b1 = a1 + b2 * s
      const b0 = a0 + b1 * s
      b3 += m00 * s
      b2 += b3 * s
      b1 += b2 * s
      b3 += m00 * s
      b2 += b3 * s
      b3 += m00 * s
      const at = start * SLOTS
      running[at]! += m00
      running[at + 1]! += b3
      running[at + 2]! += b2
      running[at + 3]! += b1
      running[at + 4]! += b0
      running[at + 5]! += 1
      if (stop < Math.min(columns, left + band)) {
        const end = stop * SLOTS
        running[end]! -= m00
        running[end + 1]! -= b3
        running[end + 2]! -= b2
        running[end + 3]! -= b1
        running[end + 4]! -= b0
        running[end + 5]! -= 1
      }
      start = stop
    }
  }
}

interface RimOffsets {
  /** In columns and rows from the source cell. */
  across: number[]
  up: number[]
  /** The same in bandwidths. */
  x: Float64Array
  y: Float64Array
  sums: Float64Array
}

function rimOffsets(h: number, inner: Int32Array, outer: Int32Array): RimOffsets {
  const across: number[] = []
  const up: number[] = []
  for (let dy = 1 - outer.length; dy < outer.length; dy++)
    for (let dx = -outer[Math.abs(dy)]!; dx <= outer[Math.abs(dy)]!; dx++)
      if (Math.abs(dx) > inner[Math.abs(dy)]!) {
        across.push(dx)
        up.push(dy)
      }
  const x = Float64Array.from(across, (dx) => dx / h)
  const y = Float64Array.from(up, (dy) => dy / h)
  return { across, up, x, y, sums: new Float64Array(across.length) }
}

/** Adds, point by point, the centres that only part of a source cell reaches, for one row of source cells. */
function addRims(
  values: Float64Array,
  { columns, rows }: GridSpec,
  { p, q, w, column, rowStart, firstRow, pointStart }: CellSortedPoints,
  { across, up, x: rimX, y: rimY, sums }: RimOffsets,
  source: number,
): void {
  for (let k = rowStart[source]!; k < rowStart[source + 1]!; k++) {
    sums.fill(0)
    const end = pointStart[k + 1]!
    for (let i = pointStart[k]!; i < end; i += 2) {
      const other = i + 1 < end ? i + 1 : i
      const second = other > i ? 0.25 * w[other]! : 0
      addRim(sums, rimX, rimY, p[i]!, q[i]!, 0.25 * w[i]!, p[other]!, q[other]!, second)
    }
    const j = column[k]!
    const s = source + firstRow
    for (let o = 0; o < sums.length; o++) {
      const t = j + across[o]!
      const row = s + up[o]!
      if (t >= 0 && t < columns && row >= 0 && row < rows) values[row * columns + t]! += sums[o]!
    }
  }
}

/** Two points at a time: the rim is read and written half as often. Weights are quarters, since u + |u| is 2·max(0, u). */
function addRim(
  rim: Float64Array,
  rimX: Float64Array,
  rimY: Float64Array,
  x1: number,
  y1: number,
  quarter1: number,
  x2: number,
  y2: number,
  quarter2: number,
): void {
  for (let o = 0; o < rim.length; o++) {
    const dx1 = rimX[o]! - x1
    const dy1 = rimY[o]! - y1
    const dx2 = rimX[o]! - x2
    const dy2 = rimY[o]! - y2
    const u1 = 1 - dx1 * dx1 - dy1 * dy1
    const u2 = 1 - dx2 * dx2 - dy2 * dy2
    // No branch on u > 0: it would be mispredicted half the time.
    const v1 = u1 + Math.abs(u1)
    const v2 = u2 + Math.abs(u2)
    rim[o]! += quarter1 * v1 * v1 + quarter2 * v2 * v2
  }
}

/** Evaluates the running sums along a row, adds them to it and empties them. */
function addRunningSums(
  values: Float64Array,
  rowAt: number,
  columns: number,
  running: Float64Array,
  h: number,
  band: number,
): void {
  for (let left = 0; left < columns; left += band) {
    const middle = left + band / 2 - 0.5
    let b4 = 0, b3 = 0, b2 = 0, b1 = 0, b0 = 0, cells = 0 // prettier-ignore
    const right = Math.min(columns, left + band)
    for (let t = left; t < right; t++) {
      const at = t * SLOTS
      b4 += running[at]!
      b3 += running[at + 1]!
      b2 += running[at + 2]!
      b1 += running[at + 3]!
      b0 += running[at + 4]!
      cells += running[at + 5]!
      if (cells === 0) continue
      const x = (t - middle) / h
      const sum = (((b4 * x + b3) * x + b2) * x + b1) * x + b0
      if (sum > 0) values[rowAt + t]! += sum
    }
  }
  running.fill(0)
}
