import type { GridSpec } from '../../domain/grid.ts'

/** Whether a polygon (outer ring and holes) shares surface with a cell of a grid. */
export function overlapsCell(rings: number[][][], grid: GridSpec, cell: number): boolean {
  const minX = grid.originX + (cell % grid.columns) * grid.cellSize
  const minY = grid.originY + Math.floor(cell / grid.columns) * grid.cellSize
  const maxX = minX + grid.cellSize
  const maxY = minY + grid.cellSize
  for (const ring of rings)
    for (let i = 0; i + 1 < ring.length; i++)
      if (crossesBox(ring[i]!, ring[i + 1]!, minX, minY, maxX, maxY)) return true
  // No border inside the cell: it lies whole within the polygon or whole without.
  return holds(rings, (minX + maxX) / 2, (minY + maxY) / 2)
}

/** Whether a segment runs through the inside of a box (Liang & Barsky 1984). */
function crossesBox(
  a: number[],
  b: number[],
  minX: number,
  minY: number,
  maxX: number,
  maxY: number,
): boolean {
  const dx = b[0]! - a[0]!
  const dy = b[1]! - a[1]!
  let from = 0
  let to = 1
  for (const [direction, distance] of [
    [-dx, a[0]! - minX],
    [dx, maxX - a[0]!],
    [-dy, a[1]! - minY],
    [dy, maxY - a[1]!],
  ] as const) {
    if (direction === 0) {
      if (distance <= 0) return false
    } else if (direction < 0) from = Math.max(from, distance / direction)
    else to = Math.min(to, distance / direction)
  }
  return from < to
}

function holds(rings: number[][][], x: number, y: number): boolean {
  let odd = false
  for (const ring of rings)
    for (let i = 0; i + 1 < ring.length; i++) {
      const [ax, ay] = ring[i]!
      const [bx, by] = ring[i + 1]!
      if (ay! > y !== by! > y && x < ax! + ((y - ay!) / (by! - ay!)) * (bx! - ax!)) odd = !odd
    }
  return odd
}
