import type { Feature, FeatureCollection, Geometry } from 'geojson'
import { lonLat, type Point, type Ring } from '../frame.ts'
import { labels } from './labels.ts'
import { railway, secondTrack } from './railway.ts'
import { ringArea, type Shape } from './shape.ts'
import type { Town } from './town.ts'
import { inlandWater, sea } from './water.ts'

/** Without vertices that lie on the line between their neighbours, or at the tip of a spike. */
function tidy(ring: Ring): Ring {
  const out = [...ring]
  for (let i = 0; i < out.length && out.length > 3;) {
    const [a, b, c] = [out[(i + out.length - 1) % out.length]!, out[i]!, out[(i + 1) % out.length]!]
    const span = Math.max(Math.hypot(c[0] - a[0], c[1] - a[1]), Math.hypot(b[0] - a[0], b[1] - a[1]), 0.01)
    const off = Math.abs((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])) / span
    if (off < 0.12) {
      out.splice(i, 1)
      i = Math.max(0, i - 1)
    } else i++
  }
  return out
}

/** Square metres below which a ring is a crumb of the overlay. */
const SLIVER = 12

/** GeoJSON winding (RFC 7946): outer rings anticlockwise, holes clockwise; closed. */
function wound(ring: Ring, hole: boolean): Point[] {
  const neat = tidy(ring)
  const right = ringArea(neat) > 0 !== hole ? neat : [...neat].reverse()
  const points = right.map((point) => lonLat(point))
  const distinct = points.filter(
    (p, i) => i === 0 || p[0] !== points[i - 1]![0] || p[1] !== points[i - 1]![1],
  )
  return [...distinct, distinct[0]!]
}

export function geometryOf(shape: Shape): Geometry {
  const polygons = shape
    .map((rings) =>
      rings.filter((ring) => Math.abs(ringArea(ring)) > SLIVER).map((ring, k) => wound(ring, k > 0)),
    )
    .filter((rings) => rings.length > 0)
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
  const add = (layer: string, geometry: Geometry, properties: Record<string, string | number> = {}) => {
    if (geometry.type === 'MultiPolygon' && geometry.coordinates.length === 0) return
    features.push({ type: 'Feature', properties: { layer, ...properties }, geometry })
  }
  for (const part of town.land) add('land', geometryOf([part]))
  add('water', geometryOf(sea), { name: 'Östersjön' })
  add('water', geometryOf(inlandWater), { name: 'Exempelån' })
  for (const park of town.parks) add('park', geometryOf(park.shape), { name: park.name, kind: park.kind })
  for (const field of town.fields) add('block', geometryOf([field]), { kind: 'field' })
  for (const block of town.blocks) add('block', geometryOf(block.shape), { kind: 'urban' })
  for (const square of town.squares) add('square', geometryOf(square.shape), { name: square.name })
  for (const block of town.blocks) add('building', geometryOf(block.buildings))
  for (const building of town.loose) add('building', geometryOf([building]))
  const line = (points: readonly Point[]): Geometry => ({
    type: 'LineString',
    coordinates: points.map((point) => lonLat(point)),
  })
  add('rail', line(railway), { name: 'Exempelbanan' })
  add('rail', line(secondTrack), { name: 'Exempelbanan' })
  for (const { name, class: rank, width, line: points } of town.streets)
    add('street', line(points), { ...(name ? { name } : {}), class: rank, width })
  for (const label of labels)
    add('label', { type: 'Point', coordinates: lonLat(label.at) }, { name: label.name, class: label.class })
  return { type: 'FeatureCollection', features }
}
