import { intersection, type Geom } from 'polyclip-ts'
import type { MultiPolygon } from '../../domain/grid.ts'
import { invalid } from '../argument.ts'
import { EFFECT_LIMITS } from './effectLimits.ts'
import type { ZoneName, ZoneOverlap } from './effectEvidence.ts'

/** Square metres of a polygon with holes; rings in any direction, coordinates in metres. */
export function zoneArea(zone: MultiPolygon): number {
  let area = 0
  for (const [outer, ...holes] of zone) {
    area += ringArea(outer ?? [])
    for (const hole of holes) area -= ringArea(hole)
  }
  return area
}

/** By the trapezoids from the ring's first corner: northings of millions of metres cost no digits. */
function ringArea(ring: readonly number[][]): number {
  const [x0 = 0, y0 = 0] = ring[0] ?? []
  let twice = 0
  for (let i = 0; i + 1 < ring.length; i++) {
    const [ax, ay] = [ring[i]![0]! - x0, ring[i]![1]! - y0]
    const [bx, by] = [ring[i + 1]![0]! - x0, ring[i + 1]![1]! - y0]
    twice += ax * by - bx * ay
  }
  return Math.abs(twice) / 2
}

/**
 * The pairs of zones that share ground, by polygon clipping (Martínez, Rueda & Feito 2009). Pairs that share less than a thousandth of the
 * smaller one are neighbours and are left out.
 * @param zones polygons in metres
 * @throws RangeError for a zone without area
 */
export function zoneOverlaps(zones: Partial<Record<ZoneName, MultiPolygon>>): ZoneOverlap[] {
  const named = (Object.entries(zones) as [ZoneName, MultiPolygon | undefined][])
    .filter((entry): entry is [ZoneName, MultiPolygon] => entry[1] !== undefined)
    .map(([name, zone]) => ({ name, zone, area: zoneArea(zone) }))
  for (const { name, area } of named)
    if (!(area > 0 && Number.isFinite(area)))
      throw invalid(`zones.${name} (area)`, area, 'a polygon in metres with an area above 0')
  const overlaps: ZoneOverlap[] = []
  named.forEach((a, i) => {
    for (const b of named.slice(i + 1)) {
      const squareMetres = sharedArea(a.zone, b.zone)
      const share = squareMetres / Math.min(a.area, b.area)
      if (share >= EFFECT_LIMITS.overlapShare)
        overlaps.push({ zones: [a.name, b.name], squareMetres, share: Math.min(1, share) })
    }
  })
  return overlaps
}

/**
 * Which zones each of the other measures works in: the `touches` of an EffectEvidence. Pass those whose time meets the periods.
 * @param others polygons in metres
 */
export function measuresTouching(
  zones: Partial<Record<ZoneName, MultiPolygon>>,
  others: readonly { id: string; zone: MultiPolygon }[],
): { id: string; touches: ZoneName[] }[] {
  return others.map(({ id, zone }) => ({
    id,
    touches: (Object.entries(zones) as [ZoneName, MultiPolygon | undefined][])
      .filter(([, own]) => own && sharedArea(own, zone) >= EFFECT_LIMITS.overlapShare * zoneArea(own))
      .map(([name]) => name),
  }))
}

/** Square metres that lie in both. */
function sharedArea(a: MultiPolygon, b: MultiPolygon): number {
  const [boxA, boxB] = [boundsOf(a), boundsOf(b)]
  for (const axis of [0, 1] as const)
    if (boxA.low[axis]! > boxB.high[axis]! || boxB.low[axis]! > boxA.high[axis]!) return 0
  return zoneArea(intersection(a as Geom, b as Geom))
}

function boundsOf(zone: MultiPolygon): { low: number[]; high: number[] } {
  const low = [Infinity, Infinity]
  const high = [-Infinity, -Infinity]
  for (const position of zone.flat(2))
    for (const axis of [0, 1]) {
      low[axis] = Math.min(low[axis]!, position[axis]!)
      high[axis] = Math.max(high[axis]!, position[axis]!)
    }
  return { low, high }
}
