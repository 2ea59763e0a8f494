import type { GridSpec } from '../../../domain/grid.ts'

/** The rings round cells that touch, in degrees and closed: sides that two of the cells share are left out. */
export function regionOutline(
  { originX, originY, cellSize, columns }: GridSpec,
  cells: readonly number[],
  toLonLat: (x: number, y: number) => [number, number],
): [number, number][][] {
  const inside = new Set(cells)
  const width = columns + 1
  /** Ends of the sides that begin in a corner, with the region on their left. */
  const sides = new Map<number, number[]>()
  const add = (from: number, to: number) => sides.set(from, [...(sides.get(from) ?? []), to])
  for (const cell of cells) {
    const column = cell % columns
    const corner = Math.floor(cell / columns) * width + column
    if (!inside.has(cell - columns)) add(corner, corner + 1)
    if (column === columns - 1 || !inside.has(cell + 1)) add(corner + 1, corner + 1 + width)
    if (!inside.has(cell + columns)) add(corner + 1 + width, corner + width)
    if (column === 0 || !inside.has(cell - 1)) add(corner + width, corner)
  }
  const place = (corner: number) =>
    toLonLat(originX + (corner % width) * cellSize, originY + Math.floor(corner / width) * cellSize)
  const rings: [number, number][][] = []
  for (const start of sides.keys())
    while (sides.get(start)!.length > 0) {
      const ring = [place(start)]
      let at = start
      do {
        at = sides.get(at)!.pop()!
        ring.push(place(at))
      } while (at !== start)
      rings.push(ring)
    }
  return rings
}
