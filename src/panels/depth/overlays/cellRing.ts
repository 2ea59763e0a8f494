import type { GridSpec } from '../../../domain/grid.ts'

/** Closed ring of a cell in degrees; straight in metres, and near enough so on the map. */
export function cellRing(
  { originX, originY, cellSize, columns }: GridSpec,
  cell: number,
  toLonLat: (x: number, y: number) => [number, number],
): [number, number][] {
  const west = originX + (cell % columns) * cellSize
  const south = originY + Math.floor(cell / columns) * cellSize
  const first = toLonLat(west, south)
  return [
    first,
    toLonLat(west + cellSize, south),
    toLonLat(west + cellSize, south + cellSize),
    toLonLat(west, south + cellSize),
    first,
  ]
}
