import { difference, type Geom } from 'polyclip-ts'
import { zoneArea } from '../../analysis/index.ts'
import type { MultiPolygon } from '../../domain/grid.ts'
import type { MeasureGeometry } from '../../domain/measure.ts'

/** Corners of a quarter circle: 128 a circle keep its area within 0.05 %. */
const QUARTER = 32

/** All within a distance of a geometry, empty for what is none: a line of one position, a ring that is not closed. Metres in, metres out. */
export type Buffer = (geometry: { type: string; coordinates: unknown }, metres: number) => MultiPolygon

/** JTS's buffer, in the plane of the coordinates; fetched when it is first needed. */
export async function loadBuffer(): Promise<Buffer> {
  const { BufferOp, GeoJSONReader, GeoJSONWriter } = (await import('@turf/jsts')).default
  const reader = new GeoJSONReader()
  const writer = new GeoJSONWriter()
  const read = (geometry: Parameters<Buffer>[0]) => {
    try {
      return reader.read(geometry)
    } catch {
      return null
    }
  }
  return (geometry, metres) => {
    const given = read(geometry)
    if (!given) return []
    const shape = BufferOp.bufferOp(given, metres, QUARTER)
    if (shape.isEmpty()) return []
    const { type, coordinates } = writer.write(shape)
    return type === 'Polygon' ? [coordinates as number[][][]] : (coordinates as MultiPolygon)
  }
}

/** The place of a measure: what lies within its radius of the point or line, or the polygon itself. Metres; empty where it has no area. */
export function targetZone(geometry: MeasureGeometry, buffer: Buffer): MultiPolygon {
  if (geometry.type === 'Polygon') return [geometry.coordinates]
  if (!(geometry.radius > 0)) return []
  if (geometry.type === 'Point') return [[circle(geometry.coordinates, geometry.radius)]]
  return buffer(geometry, geometry.radius)
}

function circle([x, y]: [number, number], radius: number): number[][] {
  const corners = 4 * QUARTER
  return Array.from({ length: corners + 1 }, (_, i) => {
    const angle = (2 * Math.PI * (i % corners)) / corners
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)]
  })
}

const NARROWEST = 150
const WIDEST = 500

/**
 * Width of the ring that crime may move to, in metres: 150 round a place, a street or a block (what the studies of displacement used, a
 * block or two); half the radius of a circle of the same area, in whole fifties, round larger ones; 500 at most.
 */
export function usualRing(target: MultiPolygon): number {
  const radius = Math.sqrt(zoneArea(target) / Math.PI)
  return Math.min(WIDEST, Math.max(NARROWEST, Math.round(radius / 2 / 50) * 50))
}

/** The target with all within a distance of it. */
export function widened(target: MultiPolygon, metres: number, buffer: Buffer): MultiPolygon {
  return buffer({ type: 'MultiPolygon', coordinates: target }, metres)
}

/** What is left of the widened zone without the zone itself. */
export function ringZone(target: MultiPolygon, outer: MultiPolygon): MultiPolygon {
  const whole = outer.length === 1 && outer[0]!.length === 1 && target.every((part) => part.length === 1)
  // The target lies inside all along: it is the ring's hole, and nothing is to be clipped.
  if (whole) return [[outer[0]![0]!, ...target.map((part) => part[0]!)]]
  return difference(outer as Geom, target as Geom)
}

/** Moves a zone. */
export function moved(zone: MultiPolygon, dx: number, dy: number): MultiPolygon {
  return zone.map((part) => part.map((ring) => ring.map(([x, y]) => [x! + dx, y! + dy])))
}

/** Enlarges a zone about a point. */
export function enlarged(
  zone: MultiPolygon,
  factor: number,
  [cx, cy]: readonly [number, number],
): MultiPolygon {
  return zone.map((part) => part.map((ring) => ring.map(([x, y]) => [cx + (x! - cx) * factor, cy + (y! - cy) * factor]))) // prettier-ignore
}

export interface Box {
  minX: number
  minY: number
  maxX: number
  maxY: number
}

export function boxOf(zone: MultiPolygon): Box {
  const box = { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity }
  for (const part of zone)
    for (const ring of part)
      for (const corner of ring) {
        const [x, y] = [corner[0]!, corner[1]!]
        if (x < box.minX) box.minX = x
        if (y < box.minY) box.minY = y
        if (x > box.maxX) box.maxX = x
        if (y > box.maxY) box.maxY = y
      }
  return box
}

export function boxesMeet(a: Box, b: Box): boolean {
  return a.minX <= b.maxX && b.minX <= a.maxX && a.minY <= b.maxY && b.minY <= a.maxY
}
