import type { AreaId } from './areas.ts'
import { centre, type Point, type Ring } from './frame.ts'
import { circle, distanceToLine } from './town/shape.ts'

/**
 * The places of the planted effects. A target is everything within `radius` of its line (a point is a line of one
 * spot), its ring what lies within `ring` metres of the target. No two zones meet.
 */
export type ZonePart = 'target' | 'ring' | 'control' | 'ringControl'

export interface Zone {
  case: CaseId
  part: ZonePart
  area: AreaId
  spine: Point[]
  /** Metres from the spine, [from, to). */
  from: number
  to: number
}

export type CaseId = 'parkering-n' | 'cykelstall' | 'gata-e' | 'fritidsgard-j' | 'busstorget'

/** Width of every displacement ring in metres. */
export const RING_WIDTH = 150

/** No incident is placed nearer a zone's edge than this, so that counts do not hang on how a circle is drawn. */
export const EDGE_GUARD = 5

function zonesOf(id: CaseId, area: AreaId, spine: Point[], radius: number): Zone[] {
  return [
    { case: id, part: 'target', area, spine, from: 0, to: radius },
    { case: id, part: 'ring', area, spine, from: radius, to: radius + RING_WIDTH },
  ]
}

function controlsOf(id: CaseId, area: AreaId, spine: Point[], radius: number): Zone[] {
  return [
    { case: id, part: 'control', area, spine, from: 0, to: radius },
    { case: id, part: 'ringControl', area, spine, from: radius, to: radius + RING_WIDTH },
  ]
}

export const spots = {
  busstorget: centre(45, -16),
  kvarntorget: [221, -649] as Point,
  parkingN: [-640, -131] as Point,
  racks: centre(60, 655),
  streetE: [centre(450, 215), centre(650, 215)],
  youthCentreJ: [-820, 420] as Point,
} satisfies Record<string, Point | Point[]>

export const zones: Zone[] = [
  ...zonesOf('parkering-n', 'A', [spots.parkingN], 75),
  ...controlsOf('parkering-n', 'C', [[480, 1350]], 220),
  ...zonesOf('cykelstall', 'A', [spots.racks], 55),
  ...controlsOf('cykelstall', 'B', [[1250, -60]], 150),
  ...zonesOf('gata-e', 'A', spots.streetE, 25),
  ...controlsOf('gata-e', 'C', [[-860, 1180]], 150),
  { case: 'fritidsgard-j', part: 'target', area: 'A', spine: [spots.youthCentreJ], from: 0, to: 50 },
  ...zonesOf('busstorget', 'A', [spots.busstorget], 60),
  ...controlsOf('busstorget', 'B', [spots.kvarntorget], 60),
]

export function distanceToSpine(point: Point, spine: Point[]): number {
  return spine.length === 1
    ? Math.hypot(point[0] - spine[0]![0], point[1] - spine[0]![1])
    : distanceToLine(point, spine)
}

/** Index of the zone that holds the point, −1 in none, null within the guard of an edge. */
export function zoneAt(point: Point): number | null {
  for (let i = 0; i < zones.length; i++) {
    const zone = zones[i]!
    const distance = distanceToSpine(point, zone.spine)
    if (Math.abs(distance - zone.to) < EDGE_GUARD) return null
    if (zone.from > 0 && Math.abs(distance - zone.from) < EDGE_GUARD) return null
    if (distance >= zone.from && distance < zone.to) return i
  }
  return -1
}

/** All points within `radius` of the spine: a circle, or a capsule about a straight line. */
function outline(spine: Point[], radius: number): Ring {
  if (spine.length === 1) return circle(spine[0]!, radius)
  const [a, b] = [spine[0]!, spine.at(-1)!]
  const along = Math.atan2(b[1] - a[1], b[0] - a[0])
  const half = (at: Point, start: number) =>
    Array.from({ length: 33 }, (_, i): Point => {
      const t = start + (Math.PI * i) / 32
      return [at[0] + radius * Math.cos(t), at[1] + radius * Math.sin(t)]
    })
  return [...half(b, along - Math.PI / 2), ...half(a, along + Math.PI / 2)]
}

/** Outer ring anticlockwise, then the hole (the target) clockwise. */
export function zoneRings(zone: Zone): Ring[] {
  const outer = outline(zone.spine, zone.to)
  return zone.from > 0 ? [outer, outline(zone.spine, zone.from).reverse()] : [outer]
}
