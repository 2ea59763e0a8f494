import type { MetricCrs } from '../domain/crs.ts'
import type { MultiPolygon } from '../domain/grid.ts'

/** A hotspot as it is handed on. */
export interface HotspotFeature {
  rank: number
  name: string
  lonLat: MultiPolygon
  incidents: number
  share: number
  surfaceKm2: number
  densityPerKm2Year: number
  moreThanChance: boolean
}

/** Hotspots as GeoJSON (WGS 84), with what made them beside each. */
export function hotspotsGeoJson(
  hotspots: readonly HotspotFeature[],
  made: { period: string; selection: string; bandwidth: number; crs: MetricCrs | null },
): string {
  const collection: GeoJSON.FeatureCollection = {
    type: 'FeatureCollection',
    features: hotspots.map(({ lonLat, ...properties }) => ({
      type: 'Feature',
      properties: { ...properties, ...made, crs: made.crs?.name ?? null },
      geometry: { type: 'MultiPolygon', coordinates: lonLat },
    })),
  }
  return JSON.stringify(collection, null, 1)
}
