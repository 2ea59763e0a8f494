import { areaIndex, type AreaIndex } from '../../analysis/index.ts'
import type { MultiPolygon } from '../../domain/grid.ts'
import { boxOf, type Box } from './zones.ts'

/** Positions sorted by the cells of a grid, row by row: what lies in a zone is found without looking at the rest. */
export class PointGrid {
  /**
   * @param x metres, in the order of the cells; @param y likewise
   * @param item what each point is: an index into whatever was sorted
   * @param start first point of each cell, and the end
   */
  private constructor(
    readonly x: Float64Array,
    readonly y: Float64Array,
    readonly item: Uint32Array,
    private readonly start: Uint32Array,
    private readonly spec: { minX: number; minY: number; size: number; columns: number; rows: number },
  ) {}

  /** Sorts those positions that are there; NaN is none. */
  static of(x: Float64Array, y: Float64Array): PointGrid {
    const box = { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity }
    let n = 0
    for (let i = 0; i < x.length; i++) {
      const [px, py] = [x[i]!, y[i]!]
      if (!(Number.isFinite(px) && Number.isFinite(py))) continue
      n++
      if (px < box.minX) box.minX = px
      if (px > box.maxX) box.maxX = px
      if (py < box.minY) box.minY = py
      if (py > box.maxY) box.maxY = py
    }
    const spec = specOf(box, n)
    const start = new Uint32Array(spec.columns * spec.rows + 1)
    const cell = new Int32Array(x.length).fill(-1)
    for (let i = 0; i < x.length; i++) {
      const [px, py] = [x[i]!, y[i]!]
      if (!(Number.isFinite(px) && Number.isFinite(py))) continue
      cell[i] =
        Math.floor((py - spec.minY) / spec.size) * spec.columns + Math.floor((px - spec.minX) / spec.size)
      start[cell[i]! + 1]!++
    }
    for (let c = 0; c + 1 < start.length; c++) start[c + 1]! += start[c]!
    const next = start.slice()
    const [sortedX, sortedY, item] = [new Float64Array(n), new Float64Array(n), new Uint32Array(n)]
    for (let i = 0; i < x.length; i++) {
      if (cell[i]! < 0) continue
      const k = next[cell[i]!]!++
      sortedX[k] = x[i]!
      sortedY[k] = y[i]!
      item[k] = i
    }
    return new PointGrid(sortedX, sortedY, item, start, spec)
  }

  get length(): number {
    return this.x.length
  }

  /** Those points that pass, in the same cells. */
  filter(passes: (item: number) => boolean): PointGrid {
    const { x, y, item, start, spec } = this
    const kept = new Uint32Array(x.length)
    const from = new Uint32Array(start.length)
    let n = 0
    for (let cell = 0; cell + 1 < start.length; cell++) {
      from[cell] = n
      for (let k = start[cell]!; k < start[cell + 1]!; k++) if (passes(item[k]!)) kept[n++] = k
    }
    from[start.length - 1] = n
    const [keptX, keptY, keptItem] = [new Float64Array(n), new Float64Array(n), new Uint32Array(n)]
    for (let k = 0; k < n; k++) {
      keptX[k] = x[kept[k]!]!
      keptY[k] = y[kept[k]!]!
      keptItem[k] = item[kept[k]!]!
    }
    return new PointGrid(keptX, keptY, keptItem, from, spec)
  }

  /**
   * Places in this grid of the points inside a shape that is moved by dx, dy metres.
   * @param found takes them; it is made longer where it is too short
   * @returns how many
   */
  inside(shape: Shape, dx: number, dy: number, found: Found): number {
    const { x, y, start, spec } = this
    const { box, index } = shape
    const column = (at: number) => Math.max(0, Math.min(spec.columns, at))
    const first = column(Math.floor((box.minX + dx - spec.minX) / spec.size))
    const last = column(Math.floor((box.maxX + dx - spec.minX) / spec.size) + 1)
    const bottom = Math.max(0, Math.floor((box.minY + dy - spec.minY) / spec.size))
    const top = Math.min(spec.rows - 1, Math.floor((box.maxY + dy - spec.minY) / spec.size))
    let n = 0
    if (last <= first) return 0
    for (let row = bottom; row <= top; row++) {
      const end = start[row * spec.columns + last]!
      let k = start[row * spec.columns + first]!
      if (n + end - k > found.items.length) found.grow(n + end - k)
      const { items } = found
      for (; k < end; k++) if (index.find(x[k]! - dx, y[k]! - dy) === 0) items[n++] = k
    }
    return n
  }
}

/** Room for what was found, used again and again. */
export class Found {
  items = new Uint32Array(1024)

  grow(length: number): void {
    const wider = new Uint32Array(Math.max(length, 2 * this.items.length))
    wider.set(this.items)
    this.items = wider
  }
}

/** A zone that points are held against. */
export interface Shape {
  box: Box
  index: AreaIndex
}

export function shapeOf(zone: MultiPolygon): Shape {
  return { box: boxOf(zone), index: areaIndex([zone]) }
}

const SMALLEST_CELL = 50
const MOST_CELLS = 1_000_000

function specOf(box: Box, n: number) {
  if (n === 0) return { minX: 0, minY: 0, size: SMALLEST_CELL, columns: 1, rows: 1 }
  const [width, height] = [box.maxX - box.minX, box.maxY - box.minY]
  let size = Math.max(SMALLEST_CELL, Math.sqrt((width * height) / MOST_CELLS))
  // A long thin strip would have more cells than its area says.
  while ((Math.floor(width / size) + 1) * (Math.floor(height / size) + 1) > 2 * MOST_CELLS) size *= 2
  return {
    minX: box.minX,
    minY: box.minY,
    size,
    columns: Math.floor(width / size) + 1,
    rows: Math.floor(height / size) + 1,
  }
}
