/** A geometry with every position put through `place`. */
export function mapPositions(
  geometry: GeoJSON.Geometry,
  place: (position: GeoJSON.Position) => GeoJSON.Position,
): GeoJSON.Geometry {
  if (geometry.type === 'GeometryCollection')
    return { ...geometry, geometries: geometry.geometries.map((part) => mapPositions(part, place)) }
  return { ...geometry, coordinates: mapped(geometry.coordinates, place) } as GeoJSON.Geometry
}

type Nested = GeoJSON.Position | Nested[]

function mapped(value: Nested, place: (position: GeoJSON.Position) => GeoJSON.Position): Nested {
  return typeof value[0] === 'number'
    ? place(value as GeoJSON.Position)
    : (value as Nested[]).map((part) => mapped(part, place))
}
