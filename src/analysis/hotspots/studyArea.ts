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

/** One flag a cell: whether its centre lies in the study area. */
export function studyAreaMask(grid: GridSpec, area: StudyArea): Uint8Array {
  requireGrid(grid)
  const holds = isHull(area) ? holdsNear(area) : holdsWithin(area)
  const inside = new Uint8Array(grid.columns * grid.rows)
  for (let row = 0; row < grid.rows; row++)
    for (let column = 0; column < grid.columns; column++)
      if (holds(centreX(grid, column), centreY(grid, row))) inside[row * grid.columns + column] = 1
  return inside
}

/** Bounding box of a study area; null where it is empty. */
export function studyAreaExtent(area: StudyArea): Extent | null {
  const corners = isHull(area) ? area.hull : area.flat(2)
  if (corners.length === 0) return null
  const margin = isHull(area) ? area.distance : 0
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

function holdsNear({ hull, distance }: HullArea) {
  requireNonNegative('studyArea.distance', distance)
  return (x: number, y: number) => {
    let inside = hull.length > 2
    for (let i = 0; i < hull.length; i++) {
      const [ax, ay] = hull[i]!
      const [bx, by] = hull[(i + 1) % hull.length]!
      const dx = bx - ax
      const dy = by - ay
      if (dx * (y - ay) - dy * (x - ax) < 0) inside = false
      const length = dx * dx + dy * dy
      const t = length > 0 ? Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length)) : 0
      if (Math.hypot(x - ax - t * dx, y - ay - t * dy) <= distance) return true
    }
    return inside
  }
}
