import type { GiStarCells } from '../workers/messages.ts'

/** A cell of the Gi* map. */
export interface GiCell {
  /** Closed ring in degrees. */
  ring: [number, number][]
  /** 0, 1, 2 for q < 0.05, 0.01, 0.001; null where the cell may be chance. */
  level: number | null
  /** Significant with z < 0: fewer than expected. */
  cold: boolean
  z: number
  q: number
  count: number
}

/** q-values below which a cell is of level 0, 1, 2. */
export const Q_LEVELS = [0.05, 0.01, 0.001]

/** Cells inside the study area that hold incidents or are significant; empty ones that may be chance are left to the ground. */
export function giCells(cells: GiStarCells, toLonLat: (x: number, y: number) => [number, number]): GiCell[] {
  const { grid, z, qValue, counts, inside } = cells
  const found: GiCell[] = []
  for (let row = 0; row < grid.rows; row++)
    for (let column = 0; column < grid.columns; column++) {
      const i = row * grid.columns + column
      if (!inside[i]) continue
      const level = Q_LEVELS.filter((q) => qValue[i] < q).length - 1
      if (level < 0 && counts[i] === 0) continue
      const west = grid.originX + column * grid.cellSize
      const south = grid.originY + row * grid.cellSize
      const corner = (x: number, y: number) => toLonLat(west + x * grid.cellSize, south + y * grid.cellSize)
      const ring = [corner(0, 0), corner(1, 0), corner(1, 1), corner(0, 1)]
      found.push({
        ring: [...ring, ring[0]],
        level: level < 0 ? null : level,
        cold: level >= 0 && z[i] < 0,
        z: z[i],
        q: qValue[i],
        count: counts[i],
      })
    }
  return found
}
