import type { Feature, FeatureCollection, Geometry } from 'geojson'
import { lonLat, type Point, type Ring } from '../frame.ts'
import { labels } from './labels.ts'
import { railway, secondTrack } from './plan.ts'
import { ringArea, type Shape } from './shape.ts'
import type { Town } from './town.ts'
import { inlandWater, sea } from './water.ts'

/** GeoJSON winding (RFC 7946): outer rings anticlockwise, holes clockwise; closed. */
function wound(ring: Ring, hole: boolean): Point[] {
  const right = ringArea(ring) > 0 !== hole ? ring : [...ring].reverse()
  const points = right.map((point) => lonLat(point))
  const distinct = points.filter(
    (p, i) => i === 0 || p[0] !== points[i - 1]![0] || p[1] !== points[i - 1]![1],
  )
  return [...distinct, distinct[0]!]
}

export function geometryOf(shape: Shape): Geometry {
  const polygons = shape.map((rings) => rings.map((ring, k) => wound(ring, k > 0)))
  return polygons.length === 1
    ? { type: 'Polygon', coordinates: polygons[0]! }
    : { type: 'MultiPolygon', coordinates: polygons }
}

/**
 * The basemap, features in drawing order. Land and water do not overlap; fields are blocks without buildings; the
 * buildings of a block are one feature; streets are centre lines with a width in metres.
 */
export function basemap(town: Town): FeatureCollection {
  const features: Feature[] = []
  const add = (layer: string, geometry: Geometry, properties: Record<string, string | number> = {}) =>
    features.push({ type: 'Feature', properties: { layer, ...properties }, geometry })
  add('land', geometryOf(town.land))
  add('water', geometryOf(sea), { name: 'Östersjön' })
  add('water', geometryOf(inlandWater), { name: 'Exempelån' })
  for (const park of town.parks)
    if (park.shape.length) add('park', geometryOf(park.shape), { name: park.name, kind: park.kind })
  for (const field of town.fields) add('block', geometryOf([field]), { kind: 'field' })
  for (const block of town.blocks) add('block', geometryOf(block.shape), { kind: 'urban' })
  for (const square of town.squares) add('square', geometryOf(square.shape), { name: square.name })
  for (const block of town.blocks) if (block.buildings.length) add('building', geometryOf(block.buildings))
  const line = (points: readonly Point[]): Geometry => ({
    type: 'LineString',
    coordinates: points.map((point) => lonLat(point)),
  })
  add('rail', line(railway), { name: 'Exempelbanan' })
  add('rail', line(secondTrack), { name: 'Exempelbanan' })
  for (const street of town.streets)
    add('street', line(street.line), { name: street.name, class: street.class, width: street.width })
  for (const label of labels)
    add('label', { type: 'Point', coordinates: lonLat(label.at) }, { name: label.name, class: label.class })
  return { type: 'FeatureCollection', features }
}
