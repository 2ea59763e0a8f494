import { multiPolygon, pointOnFeature } from '@turf/turf'
import type { Area } from '../domain/area.ts'

/** The areas' names, each at a place that is sure to lie within its polygon. */
export function areaNames(areas: readonly Area[]): GeoJSON.FeatureCollection<GeoJSON.Point> {
  return {
    type: 'FeatureCollection',
    features: areas.map((area) => ({
      ...pointOnFeature(multiPolygon(area.lonLat)),
      properties: { name: area.name },
    })),
  }
}
