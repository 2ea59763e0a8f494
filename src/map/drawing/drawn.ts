/** What can be drawn. */
export interface DrawnShapes {
  point: GeoJSON.Point
  line: GeoJSON.LineString
  polygon: GeoJSON.Polygon
}
export type DrawnShape = keyof DrawnShapes
export type Drawn = DrawnShapes[DrawnShape]

/** Corners that a shape needs at least; the corner that closes a polygon is not counted. */
export const LEAST_CORNERS: Readonly<Record<DrawnShape, number>> = { point: 1, line: 2, polygon: 3 }

/** Decimals of a degree that are kept: about a centimetre. */
const DECIMALS = 7

/** Corners in degrees, in the order in which they were drawn; a polygon's first one is not repeated. */
export function cornersOf(drawn: Drawn): [number, number][] {
  if (drawn.type === 'Point') return [pair(drawn.coordinates)]
  if (drawn.type === 'LineString') return drawn.coordinates.map(pair)
  return (drawn.coordinates[0] ?? []).slice(0, -1).map(pair)
}

/** The shape through these corners, in degrees; null where they are too few for it. */
export function shapeOf(shape: DrawnShape, corners: readonly (readonly [number, number])[]): Drawn | null {
  if (corners.length < LEAST_CORNERS[shape]) return null
  const kept = corners.map(rounded)
  if (shape === 'point') return { type: 'Point', coordinates: kept[0]! }
  if (shape === 'line') return { type: 'LineString', coordinates: kept }
  return { type: 'Polygon', coordinates: [[...kept, kept[0]!]] }
}

/** The part of a geometry that can be drawn on as `shape`: its first, without holes; null where it has none. */
export function drawable(geometry: GeoJSON.Geometry | undefined, shape: DrawnShape): Drawn | null {
  if (!geometry) return null
  if (shape === 'point' && geometry.type === 'Point') return shapeOf(shape, [pair(geometry.coordinates)])
  if (shape === 'line' && geometry.type === 'LineString')
    return shapeOf(shape, geometry.coordinates.map(pair))
  const ring =
    geometry.type === 'Polygon'
      ? geometry.coordinates[0]
      : geometry.type === 'MultiPolygon'
        ? geometry.coordinates[0]?.[0]
        : undefined
  return shape === 'polygon' && ring ? shapeOf(shape, ring.slice(0, -1).map(pair)) : null
}

function pair(position: GeoJSON.Position): [number, number] {
  return [position[0]!, position[1]!]
}

function rounded([lon, lat]: readonly [number, number]): [number, number] {
  const scale = 10 ** DECIMALS
  return [Math.round(lon * scale) / scale, Math.round(lat * scale) / scale]
}
