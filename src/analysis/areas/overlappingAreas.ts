import type { MultiPolygon } from '../../domain/grid.ts'
import { areaIndex } from './areaIndex.ts'

/** Two areas that claim the same ground. */
export interface AreaOverlap {
  /** Indices, the lower first. */
  first: number
  second: number
  /** Share of the one of them that lies in the other most, by sampling. */
  share: number
}

/** Lines across an area, and points on each of them. */
const LINES = 7
const POINTS = 7

/**
 * Which areas overlap, by 49 points inside each: an overlap of less than some two percent of both may be missed. A border that two
 * areas share is no overlap. Polygons in metres; rings closed.
 * @throws RangeError for a corner that is not finite
 */
export function overlappingAreas(areas: readonly MultiPolygon[]): AreaOverlap[] {
  const index = areaIndex(areas)
  const pairs = new Map<string, AreaOverlap>()
  areas.forEach((area, a) => {
    const inside = pointsInside(area)
    const hits = new Map<number, number>()
    for (const [x, y] of inside)
      for (let other = index.find(x, y); other >= 0; other = index.find(x, y, other))
        if (other !== a) hits.set(other, (hits.get(other) ?? 0) + 1)
    for (const [other, count] of hits) {
      const [first, second] = a < other ? [a, other] : [other, a]
      const share = Math.max(pairs.get(`${first},${second}`)?.share ?? 0, count / inside.length)
      pairs.set(`${first},${second}`, { first, second, share })
    }
  })
  return [...pairs.values()].sort((p, q) => q.share - p.share || p.first - q.first || p.second - q.second)
}

/** Points spread along the parts of level lines that lie in the area, by the even-odd rule. */
function pointsInside(area: MultiPolygon): [number, number][] {
  let south = Infinity
  let north = -Infinity
  for (const rings of area)
    for (const ring of rings)
      for (const corner of ring) {
        if (corner[1]! < south) south = corner[1]!
        if (corner[1]! > north) north = corner[1]!
      }
  const points: [number, number][] = []
  for (let line = 0; line < LINES; line++) {
    const y = south + ((line + 0.5) / LINES) * (north - south)
    const cuts = crossings(area, y)
    let length = 0
    for (let k = 0; k + 1 < cuts.length; k += 2) length += cuts[k + 1]! - cuts[k]!
    if (!(length > 0)) continue
    let passed = 0
    let k = 0
    for (let point = 0; point < POINTS; point++) {
      const at = ((point + 0.5) / POINTS) * length
      while (k + 3 < cuts.length && at > passed + cuts[k + 1]! - cuts[k]!) {
        passed += cuts[k + 1]! - cuts[k]!
        k += 2
      }
      points.push([cuts[k]! + at - passed, y])
    }
  }
  return points
}

function crossings(area: MultiPolygon, y: number): number[] {
  const cuts: number[] = []
  for (const rings of area)
    for (const ring of rings)
      for (let i = 0; i + 1 < ring.length; i++) {
        const [ax, ay] = ring[i] as [number, number]
        const [bx, by] = ring[i + 1] as [number, number]
        if (ay > y !== by > y) cuts.push(ax + ((y - ay) / (by - ay)) * (bx - ax))
      }
  return cuts.sort((p, q) => p - q)
}
