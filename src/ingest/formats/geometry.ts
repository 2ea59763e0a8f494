import type { Shape } from './featureFormat.ts'

/** Depth of the coordinates' lists by type (RFC 7946, 3.1). */
const DEPTHS: Readonly<Record<string, number>> = {
  Point: 0,
  MultiPoint: 1,
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
}

/** Collections within collections: GeoJSON advises against one. */
const DEEPEST = 8

/** The geometry in `value` where it is whole and every coordinate is a finite number, else null. Heights are kept. */
export function soundGeometry(value: unknown, depth = 0): GeoJSON.Geometry | null {
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return null
  const { type, coordinates, geometries } = value as Record<string, unknown>
  if (typeof type !== 'string') return null
  if (type === 'GeometryCollection') {
    if (!Array.isArray(geometries) || geometries.length === 0) return null
    const parts = geometries.map((part) => soundGeometry(part, depth + 1))
    return parts.includes(null) ? null : { type, geometries: parts as GeoJSON.Geometry[] }
  }
  const lists = Object.hasOwn(DEPTHS, type) ? DEPTHS[type]! : -1
  if (lists < 0 || !areCoordinates(coordinates, lists)) return null
  return { type, coordinates } as GeoJSON.Geometry
}

function areCoordinates(value: unknown, lists: number): boolean {
  if (!Array.isArray(value)) return false
  if (lists > 0) return value.length > 0 && value.every((part) => areCoordinates(part, lists - 1))
  return value.length >= 2 && Number.isFinite(value[0]) && Number.isFinite(value[1])
}

export function shapeOf(geometry: GeoJSON.Geometry | null): Shape {
  switch (geometry?.type) {
    case undefined:
      return 'none'
    case 'Point':
      return 'point'
    case 'MultiPoint':
      return geometry.coordinates.length === 1 ? 'point' : 'other'
    case 'LineString':
    case 'MultiLineString':
      return 'line'
    case 'Polygon':
    case 'MultiPolygon':
      return 'polygon'
    default:
      return 'other'
  }
}

/** Easting or longitude and northing or latitude of a feature that is one point; null for every other. */
export function pointOf(geometry: GeoJSON.Geometry | null): readonly [number, number] | null {
  const position =
    geometry?.type === 'Point'
      ? geometry.coordinates
      : geometry?.type === 'MultiPoint' && geometry.coordinates.length === 1
        ? geometry.coordinates[0]!
        : null
  return position && [position[0]!, position[1]!]
}

/** The first corner of a geometry. */
export function firstPosition(geometry: GeoJSON.Geometry | null): GeoJSON.Position | null {
  if (!geometry) return null
  if (geometry.type === 'GeometryCollection') return firstPosition(geometry.geometries[0] ?? null)
  let part: unknown = geometry.coordinates
  while (Array.isArray(part) && Array.isArray(part[0])) part = part[0]
  return part as GeoJSON.Position
}
