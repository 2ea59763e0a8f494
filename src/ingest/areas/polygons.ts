import type { MultiPolygon } from '../../domain/grid.ts'

/** Why a geometry gives no area. */
export type PolygonFault = 'noGeometry' | 'notPolygon' | 'brokenRing'

export interface PolygonReading {
  polygon: MultiPolygon
  /** Rings with fewer than three corners, or a corner that is no number, that were left out. */
  dropped: number
}

/** The polygons of a geometry, a collection's too: rings closed, heights dropped, corners that repeat taken once. */
export function polygonsOf(geometry: GeoJSON.Geometry | null): PolygonReading | PolygonFault {
  if (!geometry) return 'noGeometry'
  const found = rawPolygons(geometry)
  if (found.length === 0) return geometry.type === 'GeometryCollection' || isEmpty(geometry) ? 'noGeometry' : 'notPolygon' // prettier-ignore
  let dropped = 0
  const polygon: MultiPolygon = []
  for (const rings of found) {
    const sound: number[][][] = []
    for (const [i, ring] of rings.entries()) {
      const closed = closedRing(ring)
      if (closed) sound.push(closed)
      else {
        dropped++
        // Without its outer ring the holes of a polygon bound nothing.
        if (i === 0) break
      }
    }
    if (sound.length > 0) polygon.push(sound)
  }
  return polygon.length > 0 ? { polygon, dropped } : 'brokenRing'
}

function rawPolygons(geometry: GeoJSON.Geometry): number[][][][] {
  if (geometry.type === 'Polygon') return isEmpty(geometry) ? [] : [geometry.coordinates]
  if (geometry.type === 'MultiPolygon') return geometry.coordinates
  if (geometry.type === 'GeometryCollection') return (geometry.geometries ?? []).flatMap(rawPolygons)
  return []
}

function isEmpty(geometry: GeoJSON.Geometry): boolean {
  return (
    'coordinates' in geometry && (!Array.isArray(geometry.coordinates) || geometry.coordinates.length === 0)
  )
}

function closedRing(ring: unknown): number[][] | null {
  if (!Array.isArray(ring)) return null
  const corners: number[][] = []
  for (const position of ring as unknown[]) {
    const [x, y] = Array.isArray(position) ? (position as unknown[]) : []
    if (typeof x !== 'number' || typeof y !== 'number' || !Number.isFinite(x) || !Number.isFinite(y)) return null // prettier-ignore
    const last = corners[corners.length - 1]
    if (!last || last[0] !== x || last[1] !== y) corners.push([x, y])
  }
  const [first] = corners
  const last = corners[corners.length - 1]
  if (!first || !last) return null
  if (first[0] !== last[0] || first[1] !== last[1]) corners.push([first[0]!, first[1]!])
  return corners.length >= 4 ? corners : null
}

/** Square metres by the shoelace formula; holes are taken away. */
export function surfaceOf(polygon: MultiPolygon): number {
  return polygon.reduce(
    (sum, rings) =>
      sum + rings.reduce((part, ring, i) => part + (i === 0 ? 1 : -1) * Math.abs(ringSurface(ring)), 0),
    0,
  )
}

/** Length of all borders in metres. */
export function perimeterOf(polygon: MultiPolygon): number {
  let length = 0
  for (const rings of polygon)
    for (const ring of rings)
      for (let i = 0; i + 1 < ring.length; i++)
        length += Math.hypot(ring[i + 1]![0]! - ring[i]![0]!, ring[i + 1]![1]! - ring[i]![1]!)
  return length
}

function ringSurface(ring: readonly number[][]): number {
  let twice = 0
  const [x0, y0] = ring[0] as [number, number]
  for (let i = 0; i + 1 < ring.length; i++)
    twice += (ring[i]![0]! - x0) * (ring[i + 1]![1]! - y0) - (ring[i + 1]![0]! - x0) * (ring[i]![1]! - y0)
  return twice / 2
}
