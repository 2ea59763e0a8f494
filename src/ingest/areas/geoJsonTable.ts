import { WGS84 } from '../crs.ts'
import type { FeatureTable } from '../featureTable.ts'

/** The demo's own areas as a layer: GeoJSON features in degrees. Nested properties stand as JSON. */
export function geoJsonTable({ features }: GeoJSON.FeatureCollection, name: string): FeatureTable {
  const columns = [...new Set(features.flatMap(({ properties }) => Object.keys(properties ?? {})))]
  return {
    name,
    layers: [],
    layer: null,
    crs: WGS84,
    crsDeclared: true,
    columns,
    rows: features.map(({ properties }) => columns.map((column) => cellText(properties?.[column]))),
    geometries: features.map(({ geometry }) => geometry),
  }
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
