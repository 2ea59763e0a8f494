import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { WGS84, type Crs } from '../../../src/ingest/crs.ts'
import type { FeatureTable } from '../../../src/ingest/featureTable.ts'
import { geoJsonTable } from '../../../src/ingest/areas/geoJsonTable.ts'

/** A square ring from its south-western corner. */
export const box = (x: number, y: number, size: number): number[][] => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
]

export const polygon = (...rings: number[][][]): GeoJSON.Polygon => ({ type: 'Polygon', coordinates: rings })

/** A layer of features with cells by column. */
export function layer(
  columns: string[],
  features: { cells: string[]; geometry: GeoJSON.Geometry | null }[],
  crs: Crs = WGS84,
): FeatureTable {
  return {
    name: 'omraden.gpkg',
    layers: [],
    layer: null,
    crs,
    crsDeclared: true,
    columns,
    rows: features.map(({ cells }) => cells),
    geometries: features.map(({ geometry }) => geometry),
  }
}

/** A reference layer, where the folder lies beside the project. */
export function referenceLayer(name: string): FeatureTable {
  const path = resolve(import.meta.dirname, '../../../../shared/reference/data', name)
  return geoJsonTable(JSON.parse(readFileSync(path, 'utf8')) as GeoJSON.FeatureCollection, name)
}
