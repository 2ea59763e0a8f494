import type { GridSpec } from '../../domain/grid.ts'
import { centreX, centreY } from '../grid.ts'
import type { Steps } from '../steps.ts'

/** What lies under the quartic kernel of each of some cells, so that sums over other weights of the same places cost no distances. */
export interface KernelFootprints {
  /** Cells of the grid, ascending. */
  cells: Uint32Array
  /** Of each cell's run in the two columns below, and their end. */
  offsets: Uint32Array
  place: Uint32Array
  /** (1 − d²/h²)² from the place to the cell's centre. */
  kernel: Float64Array
}

/** Pairs of cell and place between two yields where their distances are worked out. */
export const PAIRS_PER_SLICE = 500_000

/**
 * Footprints of the chosen cells, in pieces. Memory: 12 bytes for every pair of a chosen cell and a place within `bandwidth` of its centre.
 * @param x metres, one a place
 * @param chosen 1 where the cell is wanted, one a cell of the grid
 */
export function* kernelFootprints(
  x: Float64Array,
  y: Float64Array,
  grid: GridSpec,
  bandwidth: number,
  chosen: Uint8Array,
): Steps<KernelFootprints> {
  const counts = new Uint32Array(chosen.length)
  let visited = 0
  let yielded = 0
  const count = (cell: number) => {
    visited++
    if (chosen[cell] === 1) counts[cell]!++
  }
  for (let i = 0; i < x.length; i++) {
    underKernel(x[i]!, y[i]!, grid, bandwidth, count)
    if (visited - yielded < PAIRS_PER_SLICE) continue
    yielded = visited
    yield (0.5 * i) / x.length
  }
  const cells = Uint32Array.from(chosen.keys()).filter((cell) => chosen[cell] === 1)
  const offsets = new Uint32Array(cells.length + 1)
  /** Where the next pair of each cell goes. */
  const next = new Uint32Array(chosen.length)
  cells.forEach((cell, t) => {
    next[cell] = offsets[t]!
    offsets[t + 1] = offsets[t]! + counts[cell]!
  })
  const place = new Uint32Array(offsets[cells.length]!)
  const kernel = new Float64Array(place.length)
  let at = 0
  const keep = (cell: number, value: number) => {
    visited++
    if (chosen[cell] !== 1) return
    const k = next[cell]!++
    place[k] = at
    kernel[k] = value
  }
  for (; at < x.length; at++) {
    underKernel(x[at]!, y[at]!, grid, bandwidth, keep)
    if (visited - yielded < PAIRS_PER_SLICE) continue
    yielded = visited
    yield 0.5 + (0.5 * at) / x.length
  }
  return { cells, offsets, place, kernel }
}

/** Visits the cells whose centres lie within `bandwidth` of a place, with (1 − d²/h²)². */
export function underKernel(
  x: number,
  y: number,
  grid: GridSpec,
  bandwidth: number,
  visit: (cell: number, value: number) => void,
): void {
  const { columns, cellSize } = grid
  const south = Math.max(0, Math.ceil((y - bandwidth - grid.originY) / cellSize - 0.5))
  const north = Math.min(grid.rows - 1, Math.floor((y + bandwidth - grid.originY) / cellSize - 0.5))
  const west = Math.max(0, Math.ceil((x - bandwidth - grid.originX) / cellSize - 0.5))
  const east = Math.min(columns - 1, Math.floor((x + bandwidth - grid.originX) / cellSize - 0.5))
  const perSquare = 1 / (bandwidth * bandwidth)
  for (let row = south; row <= north; row++) {
    const dy = centreY(grid, row) - y
    for (let column = west; column <= east; column++) {
      const dx = centreX(grid, column) - x
      const u = 1 - (dx * dx + dy * dy) * perSquare
      if (u > 0) visit(row * columns + column, u * u)
    }
  }
}
