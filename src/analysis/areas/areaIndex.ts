import type { MultiPolygon } from '../../domain/grid.ts'
import { invalid } from '../argument.ts'

/** Answers which area holds a position; see {@link areaIndex}. */
export interface AreaIndex {
  /**
   * Index of the first area that holds the position, −1 for none or for NaN.
   * @param after only areas of a higher index than this are looked at
   */
  find(x: number, y: number, after?: number): number
}

interface Raster {
  minX: number
  minY: number
  columns: number
  rows: number
  /** Cells per metre. */
  perX: number
  perY: number
}

const FEWEST_CELLS = 1024
const MOST_CELLS = 1_048_576

/**
 * An index over areas for many questions of "which area holds this position?". Even-odd rule, so that holes are outside;
 * a border belongs to exactly one of two areas that share it.
 *
 * A raster over all areas knows, by cell, the areas that cover it whole and those whose border passes through; only the
 * latter are tested, against the edges in that row of the raster.
 * @param areas rings closed, in metres; one without rings holds nothing
 * @throws RangeError for a corner that is not finite
 */
export function areaIndex(areas: readonly MultiPolygon[]): AreaIndex {
  const raster = rasterFor(areas)
  if (!raster) return { find: () => -1 }
  const { columns, rows } = raster
  const rowEdges = areas.map((area) => edgesByRow(area, raster))
  const boxes = boxesOf(areas)

  const cells: number[] = []
  const codes: number[] = []
  const border = new Uint8Array(columns)
  rowEdges.forEach((edges, a) =>
    coverage(edges, raster, border, (cell, whole) => {
      cells.push(cell)
      codes.push(2 * a + (whole ? 1 : 0))
    }),
  )
  const start = new Uint32Array(columns * rows + 1)
  for (const cell of cells) start[cell + 1]!++
  for (let c = 0; c < columns * rows; c++) start[c + 1]! += start[c]!
  const next = start.slice()
  const entries = new Uint32Array(codes.length)
  for (let k = 0; k < codes.length; k++) entries[next[cells[k]!]!++] = codes[k]!

  return {
    find(x, y, after = -1) {
      const column = Math.floor((x - raster.minX) * raster.perX)
      const row = Math.floor((y - raster.minY) * raster.perY)
      if (!(column >= 0 && column < columns && row >= 0 && row < rows)) return -1
      const cell = row * columns + column
      for (let k = start[cell]!; k < start[cell + 1]!; k++) {
        const code = entries[k]!
        const area = code >>> 1
        if (area <= after) continue
        if (code & 1) return area
        // Where areas lie close, most of those that touch the cell lie beside the position.
        const b = 4 * area
        if (x < boxes[b]! || y < boxes[b + 1]! || x > boxes[b + 2]! || y > boxes[b + 3]!) continue
        if (crossesOddly(rowEdges[area]!, row, x, y)) return area
      }
      return -1
    },
  }
}

/** West, south, east, north of each area. */
function boxesOf(areas: readonly MultiPolygon[]): Float64Array {
  const boxes = new Float64Array(4 * areas.length)
  areas.forEach((area, a) => {
    let west = Infinity, south = Infinity, east = -Infinity, north = -Infinity // prettier-ignore
    for (const polygon of area)
      for (const ring of polygon)
        for (const [x, y] of ring) {
          if (x! < west) west = x!
          if (y! < south) south = y!
          if (x! > east) east = x!
          if (y! > north) north = y!
        }
    boxes.set([west, south, east, north], 4 * a)
  })
  return boxes
}

/** Edges of one area by raster row: x, y, x, y of those that touch the row. */
interface RowEdges {
  firstRow: number
  start: Uint32Array
  ends: Float64Array
}

function crossesOddly({ firstRow, start, ends }: RowEdges, row: number, x: number, y: number): boolean {
  let odd = false
  const r = row - firstRow
  for (let k = start[r]!; k < start[r + 1]!; k++) {
    const ay = ends[4 * k + 1]!
    const by = ends[4 * k + 3]!
    if (ay > y === by > y) continue
    const ax = ends[4 * k]!
    if (x < ax + ((y - ay) / (by - ay)) * (ends[4 * k + 2]! - ax)) odd = !odd
  }
  return odd
}

function rasterFor(areas: readonly MultiPolygon[]): Raster | null {
  let minX = Infinity, minY = Infinity, maxX = -Infinity, maxY = -Infinity, edges = 0 // prettier-ignore
  for (const [a, area] of areas.entries())
    for (const polygon of area)
      for (const ring of polygon) {
        edges += ring.length
        for (const [x, y] of ring) {
          if (!(Number.isFinite(x) && Number.isFinite(y)))
            throw invalid(`areas[${a}] (a corner)`, `${x}, ${y}`, 'finite metres')
          if (x! < minX) minX = x!
          if (x! > maxX) maxX = x!
          if (y! < minY) minY = y!
          if (y! > maxY) maxY = y!
        }
      }
  if (!(maxX > minX && maxY > minY)) return null
  const wanted = Math.min(MOST_CELLS, Math.max(FEWEST_CELLS, 16 * areas.length + edges))
  const width = maxX - minX
  const height = maxY - minY
  const columns = Math.min(wanted, Math.max(1, Math.round(Math.sqrt((wanted * width) / height))))
  const rows = Math.max(1, Math.ceil(wanted / columns))
  // A hair wider than the areas, so that their upper edge lies inside the last cell.
  return {
    minX,
    minY,
    columns,
    rows,
    perX: (columns / width) * (1 - 1e-12),
    perY: (rows / height) * (1 - 1e-12),
  }
}

function edgesByRow(area: MultiPolygon, { minY, rows, perY }: Raster): RowEdges {
  let south = Infinity
  let north = -Infinity
  for (const polygon of area)
    for (const ring of polygon)
      for (let i = 0; i < ring.length && ring.length > 1; i++) {
        const y = ring[i]![1]!
        if (y < south) south = y
        if (y > north) north = y
      }
  if (!(south <= north)) return { firstRow: 0, start: new Uint32Array(1), ends: new Float64Array() }
  const rowOf = (y: number) => Math.min(rows - 1, Math.max(0, Math.floor((y - minY) * perY)))
  const firstRow = rowOf(south)
  const start = new Uint32Array(rowOf(north) - firstRow + 2)
  for (const polygon of area)
    for (const ring of polygon)
      for (let i = 0; i + 1 < ring.length; i++) {
        const ay = ring[i]![1]!
        const by = ring[i + 1]![1]!
        const to = rowOf(ay > by ? ay : by) - firstRow
        for (let r = rowOf(ay < by ? ay : by) - firstRow; r <= to; r++) start[r + 1]!++
      }
  for (let r = 0; r + 1 < start.length; r++) start[r + 1]! += start[r]!
  const next = start.slice()
  const ends = new Float64Array(4 * start[start.length - 1]!)
  for (const polygon of area)
    for (const ring of polygon)
      for (let i = 0; i + 1 < ring.length; i++) {
        const ay = ring[i]![1]!
        const by = ring[i + 1]![1]!
        const to = rowOf(ay > by ? ay : by) - firstRow
        for (let r = rowOf(ay < by ? ay : by) - firstRow; r <= to; r++) {
          const k = 4 * next[r]!++
          ends[k] = ring[i]![0]!
          ends[k + 1] = ay
          ends[k + 2] = ring[i + 1]![0]!
          ends[k + 3] = by
        }
      }
  return { firstRow, start, ends }
}

/**
 * Tells every raster cell that the area's border passes through or that it covers whole.
 * @param border as many cells as a row has, all 0 before and after
 */
function coverage(
  { firstRow, start, ends }: RowEdges,
  { minX, minY, columns, perX, perY }: Raster,
  border: Uint8Array,
  visit: (cell: number, whole: boolean) => void,
): void {
  const columnOf = (x: number) => Math.min(columns - 1, Math.max(0, Math.floor((x - minX) * perX)))
  const slack = 1e-6 / perX
  for (let r = 0; r + 1 < start.length; r++) {
    const row = r + firstRow
    // A little past the row on both sides: an edge along its rim touches both rows.
    const low = minY + (row - 1e-6) / perY
    const high = minY + (row + 1 + 1e-6) / perY
    let first = columns
    let last = -1
    for (let k = start[r]!; k < start[r + 1]!; k++) {
      const ax = ends[4 * k]!
      const ay = ends[4 * k + 1]!
      const bx = ends[4 * k + 2]!
      const by = ends[4 * k + 3]!
      let x1 = ax
      let x2 = bx
      if (ay !== by) {
        const slope = (bx - ax) / (by - ay)
        x1 = ax + (Math.max(low, Math.min(ay, by)) - ay) * slope
        x2 = ax + (Math.min(high, Math.max(ay, by)) - ay) * slope
      }
      const from = columnOf(Math.min(x1, x2) - slack)
      const to = columnOf(Math.max(x1, x2) + slack)
      if (from < first) first = from
      if (to > last) last = to
      border.fill(1, from, to + 1)
    }
    const middle = minY + (row + 0.5) / perY
    // Between two borders all cells lie on the same side.
    let whole: boolean | null = null
    for (let column = first; column <= last; column++) {
      if (border[column]) {
        visit(row * columns + column, false)
        whole = null
        continue
      }
      whole ??= crossesOddly({ firstRow, start, ends }, row, minX + (column + 0.5) / perX, middle)
      if (whole) visit(row * columns + column, true)
    }
    if (last >= first) border.fill(0, first, last + 1)
  }
}
