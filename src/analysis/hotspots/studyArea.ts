import type { GridSpec, MultiPolygon } from '../../domain/grid.ts'
import { areaIndex } from '../areas/areaIndex.ts'
import { requireNonNegative } from '../argument.ts'
import { centreX, centreY, requireGrid, type Extent } from '../grid.ts'

/** The surface within a distance of a convex hull, in metres; what stands in for areas where none are loaded. */
export interface HullArea {
  /** Corners, counter-clockwise. */
  hull: readonly (readonly [number, number])[]
  distance: number
}

/** A study area changes what is significant: it is chosen, shown, and the shares of surface refer to it. */
export type StudyArea = MultiPolygon | HullArea

/**
 * One flag a cell. Of areas: the cells whose centre lies in them. Of a hull: the cells of which any part comes within the distance, so that
 * every incident has a cell.
 * @returns 1 inside, 0 outside, index = row × columns + column; all 0 for an empty hull
 * @throws RangeError for a grid that is none or too large, or a distance below 0 or not finite
 */
export function studyAreaMask(grid: GridSpec, area: StudyArea): Uint8Array {
  requireGrid(grid)
  const holds = isHull(area) ? reachedBy(area, grid.cellSize / 2) : holdsWithin(area)
  const inside = new Uint8Array(grid.columns * grid.rows)
  for (let row = 0; row < grid.rows; row++)
    for (let column = 0; column < grid.columns; column++)
      if (holds(centreX(grid, column), centreY(grid, row))) inside[row * grid.columns + column] = 1
  return inside
}

/**
 * Bounding box of a study area, metres; null where it is empty.
 * @throws RangeError for a distance below 0 or not finite
 */
export function studyAreaExtent(area: StudyArea): Extent | null {
  const corners = isHull(area) ? area.hull : area.flat(2)
  if (corners.length === 0) return null
  const margin = isHull(area) ? area.distance : 0
  requireNonNegative('studyArea.distance', margin)
  const extent = { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity }
  for (const [x, y] of corners) {
    extent.minX = Math.min(extent.minX, x! - margin)
    extent.maxX = Math.max(extent.maxX, x! + margin)
    extent.minY = Math.min(extent.minY, y! - margin)
    extent.maxY = Math.max(extent.maxY, y! + margin)
  }
  return extent
}

function isHull(area: StudyArea): area is HullArea {
  return !Array.isArray(area)
}

function holdsWithin(area: MultiPolygon) {
  const index = areaIndex([area])
  return (x: number, y: number) => index.find(x, y) === 0
}

/** Whether the square of this half side round a position comes within the distance of the hull. */
function reachedBy({ hull, distance }: HullArea, half: number) {
  requireNonNegative('studyArea.distance', distance)
  return (x: number, y: number) => {
    let inside = hull.length > 2
    for (let i = 0; i < hull.length; i++) {
      const [ax, ay] = hull[i]!
      const [bx, by] = hull[(i + 1) % hull.length]!
      if ((bx - ax) * (y - ay) - (by - ay) * (x - ax) < 0) inside = false
      if (distanceToSquare(ax - x, ay - y, bx - x, by - y, half) <= distance) return true
    }
    return inside
  }
}

/** Distance from a segment to the square [−half, half]², 0 where they meet. */
function distanceToSquare(ax: number, ay: number, bx: number, by: number, half: number): number {
  const dx = bx - ax
  const dy = by - ay
  const length = dx * dx + dy * dy
  const beyond = (v: number) => Math.max(0, Math.abs(v) - half)
  let least = Math.min(Math.hypot(beyond(ax), beyond(ay)), Math.hypot(beyond(bx), beyond(by)))
  let sides = 0
  for (const [cx, cy] of [
    [-half, -half],
    [half, -half],
    [half, half],
    [-half, half],
  ] as const) {
    const t = length > 0 ? Math.max(0, Math.min(1, ((cx - ax) * dx + (cy - ay) * dy) / length)) : 0
    least = Math.min(least, Math.hypot(cx - ax - t * dx, cy - ay - t * dy))
    sides += Math.sign(dx * (cy - ay) - dy * (cx - ax))
  }
  // Corners on both sides of the line, and boxes that overlap: the segment runs through the square.
  const meet =
    Math.abs(sides) < 4 &&
    Math.min(ax, bx) <= half &&
    Math.max(ax, bx) >= -half &&
    Math.min(ay, by) <= half &&
    Math.max(ay, by) >= -half
  return meet && length > 0 ? 0 : least
}
