import type { AreaSet } from '../domain/area.ts'
import type { MetricCrs } from '../domain/crs.ts'
import { readAreaShapes } from '../ingest/areas/areaReading.ts'
import { areaSetOf } from '../ingest/areas/areaSetOf.ts'
import { geoJsonTable } from '../ingest/areas/geoJsonTable.ts'

/** The kommundelar of the invented town. */
export function demoAreas(collection: GeoJSON.FeatureCollection, name: string, metric: MetricCrs): AreaSet {
  const reading = readAreaShapes(geoJsonTable(collection, 'areas.geojson'), metric)
  const mapping = { ...reading.proposed, level: 'kommundel', setName: name } as const
  return { ...areaSetOf(reading, mapping, 'demo'), invented: true }
}
