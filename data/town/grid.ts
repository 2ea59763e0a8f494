import type { Point, Ring } from '../frame.ts'
import type { Random } from '../random.ts'
import type { District } from './districts.ts'
import { boxOf } from './shape.ts'

/**
 * The street grid of a district: two families of nearly parallel lines, the blocks between them, and which line edges
 * are streets (an edge inside a joined block is none).
 */
export interface Grid {
  /** Corner of line i of the north family and line j of the east family, in local metres. */
  corner(i: number, j: number): Point
  columns: number
  rows: number
  /** Blocks as ranges of cells: columns [i, i2), rows [j, j2). */
  cells: { i: number; j: number; i2: number; j2: number; ring: Ring }[]
  /** Whether the edge of north line i between rows j and j + 1 is a street; likewise for east lines. */
  nsStreet(i: number, j: number): boolean
  ewStreet(i: number, j: number): boolean
}

function positions(range: readonly number[], from: number, to: number, random: Random): number[] {
  if (range.length > 2) return [...range]
  const out = [from - random.between(0, range[0]!)]
  while (out.at(-1)! < to) out.push(out.at(-1)! + random.between(range[0]!, range[1]!))
  return out
}

export function layGrid(district: District, random: Random): Grid {
  const angle = (district.angle * Math.PI) / 180
  const cos = Math.cos(angle)
  const sin = Math.sin(angle)
  const toGrid = ([x, y]: Point): Point => [x * cos + y * sin, -x * sin + y * cos]
  const [x0, y0, x1, y1] = boxOf([district.outline.map(toGrid)])
  const ns = positions(district.across, x0, x1, random)
  const ew = positions(district.along, y0, y1, random)
  const lean = () => random.between(-district.skew, district.skew)
  const nsLean = ns.map(lean)
  const ewLean = ew.map(lean)
  const [cx, cy] = [(x0 + x1) / 2, (y0 + y1) / 2]
  const corner = (i: number, j: number): Point => {
    const [s, r] = [nsLean[i]!, ewLean[j]!]
    const x = (ns[i]! + s * (ew[j]! - r * cx - cy)) / (1 - s * r)
    const y = ew[j]! + r * (x - cx)
    return [x * cos - y * sin, x * sin + y * cos]
  }

  const columns = ns.length - 1
  const rows = ew.length - 1
  const owner = new Int32Array(columns * rows).fill(-1)
  const cells: Grid['cells'] = []
  for (let j = 0; j < rows; j++)
    for (let i = 0; i < columns; i++) {
      if (owner[j * columns + i] !== -1) continue
      let [i2, j2] = [i + 1, j + 1]
      const draw = random.next()
      if (draw < district.merge * 0.65 && i + 1 < columns && owner[j * columns + i + 1] === -1) i2++
      else if (draw < district.merge && j + 1 < rows) j2++
      for (let b = j; b < j2; b++) for (let a = i; a < i2; a++) owner[b * columns + a] = cells.length
      cells.push({ i, j, i2, j2, ring: [corner(i, j), corner(i2, j), corner(i2, j2), corner(i, j2)] })
    }
  const owned = (i: number, j: number) =>
    i < 0 || j < 0 || i >= columns || j >= rows ? -1 : owner[j * columns + i]!
  return {
    corner,
    columns,
    rows,
    cells,
    nsStreet: (i, j) => owned(i - 1, j) !== owned(i, j),
    ewStreet: (i, j) => owned(i, j - 1) !== owned(i, j),
  }
}

/** A convex anticlockwise ring with every edge moved inwards; null where nothing is left. */
export function inset(ring: Ring, by: number): Ring | null {
  const n = ring.length
  const moved = ring.map((a, k) => {
    const b = ring[(k + 1) % n]!
    const length = Math.hypot(b[0] - a[0], b[1] - a[1])
    const [nx, ny] = [-(b[1] - a[1]) / length, (b[0] - a[0]) / length]
    return { x: a[0] + nx * by, y: a[1] + ny * by, dx: (b[0] - a[0]) / length, dy: (b[1] - a[1]) / length }
  })
  const out = moved.map((line, k) => {
    const before = moved[(k + n - 1) % n]!
    const cross = before.dx * line.dy - before.dy * line.dx
    const t = ((line.x - before.x) * line.dy - (line.y - before.y) * line.dx) / cross
    return [before.x + before.dx * t, before.y + before.dy * t] as Point
  })
  const flipped = out.some((p, k) => {
    const q = out[(k + 1) % n]!
    return (q[0] - p[0]) * moved[k]!.dx + (q[1] - p[1]) * moved[k]!.dy < 4
  })
  return flipped ? null : out
}
