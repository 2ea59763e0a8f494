import type { MultiPolygon } from '../../domain/grid.ts'

type Position = readonly number[]

/** Corners that differ more than this from the middle one make a zone that is no ring of one width. */
const UNEVEN = 0.15

/**
 * Width of a ring round the target, whole tens of metres: the middle distance from the ring's outer corners to the target's edge.
 * @returns null where it is not as wide all round
 */
export function ringWidth(target: MultiPolygon, ring: MultiPolygon): number | null {
  const edges = target.flatMap((polygon) => polygon.flatMap(edgesOf))
  const outer = ring.flatMap(([first]) => (first ?? []).slice(0, -1))
  if (edges.length === 0 || outer.length === 0) return null
  const distances = outer
    .map((corner) => Math.min(...edges.map(([a, b]) => toEdge(corner, a, b))))
    .sort((a, b) => a - b)
  const middle = distances[Math.floor(distances.length / 2)]!
  const even = [distances[0]!, distances.at(-1)!].every((d) => Math.abs(d - middle) <= UNEVEN * middle)
  return even && middle > 0 ? Math.round(middle / 10) * 10 : null
}

function edgesOf(ring: Position[]): [Position, Position][] {
  return ring.slice(1).map((corner, i) => [ring[i]!, corner])
}

function toEdge(point: Position, a: Position, b: Position): number {
  const [dx, dy] = [b[0]! - a[0]!, b[1]! - a[1]!]
  const [px, py] = [point[0]! - a[0]!, point[1]! - a[1]!]
  const length = dx * dx + dy * dy
  const t = length > 0 ? Math.min(1, Math.max(0, (px * dx + py * dy) / length)) : 0
  return Math.hypot(px - t * dx, py - t * dy)
}
