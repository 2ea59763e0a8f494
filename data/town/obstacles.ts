import type { Ring } from '../frame.ts'
import { districts } from './districts.ts'
import { parks, squares } from './greens.ts'
import { railway, secondTrack } from './railway.ts'
import { bridges, mainRoads } from './roads.ts'
import {
  boxesMeet,
  boxOf,
  contains,
  corridor,
  intersect,
  polygon,
  ribbon,
  subtract,
  type Box,
  type Shape,
} from './shape.ts'
import { coastLine, lakeShore, riverLine } from './water.ts'

/** Something that neither a block nor a field may stand on. */
export interface Obstacle {
  ring: Ring
  box: Box
  /** Whether it runs along the edge of land or of a district. */
  edge: boolean
  /** The park whose own outline this is. */
  park?: string
}

export const obstacle = (ring: Ring, edge = false, park?: string): Obstacle => ({
  ring,
  box: boxOf([ring]),
  edge,
  park,
})

const closed = (ring: Ring): Ring => [...ring, ring[0]!]

/** Roads, rails, water's edge, district outlines, squares and parks, in pieces. */
export function townObstacles(): Obstacle[] {
  return [
    ...[...mainRoads, ...bridges]
      .flatMap((road) => ribbon(road.line, road.width))
      .map((ring) => obstacle(ring)),
    ...[...ribbon(railway, 34), ...ribbon(secondTrack, 30)].map((ring) => obstacle(ring)),
    ...[...ribbon(closed(coastLine), 34), ...ribbon(riverLine, 108), ...ribbon(closed(lakeShore), 40)].map(
      (ring) => obstacle(ring, true),
    ),
    ...districts
      .flatMap((district) => corridor(closed(district.outline), 11))
      .map((ring) => obstacle(ring, true)),
    ...squares.map((square) => obstacle(square.ring)),
    ...parks.flatMap((park) =>
      [park.ring, ...corridor(closed(park.ring), 12)].map((ring) => obstacle(ring, false, park.name)),
    ),
  ]
}

/** Whether no edge of either ring parts the two (the separating axis test: certain for convex rings, else cautious). */
function ringsMeet(a: Ring, b: Ring): boolean {
  for (const [ring, other] of [
    [a, b],
    [b, a],
  ] as const)
    for (let i = 0; i < ring.length; i++) {
      const [p, q] = [ring[i]!, ring[(i + 1) % ring.length]!]
      const [nx, ny] = [q[1] - p[1], p[0] - q[0]]
      const reach = (points: Ring) => points.map(([x, y]) => nx * x + ny * y)
      const [own, others] = [reach(ring), reach(other)]
      if (Math.max(...own) < Math.min(...others) || Math.max(...others) < Math.min(...own)) return false
    }
  return true
}

/** The obstacles that a ring may touch. */
export function inTheWayOf(ring: Ring, obstacles: readonly Obstacle[]): Obstacle[] {
  const box = boxOf([ring])
  return obstacles.filter((piece) => boxesMeet(piece.box, box) && ringsMeet(ring, piece.ring))
}

/** What is left of a ring on the site when everything in its way has been cut out. */
export function clear(ring: Ring, site: Shape, near: readonly Obstacle[]): Shape {
  const onSite = near.some((piece) => piece.edge)
    ? intersect(polygon(ring), site)
    : contains(site, ring[0]!)
      ? polygon(ring)
      : []
  return subtract(
    onSite,
    near.map((piece) => polygon(piece.ring)),
  )
}
