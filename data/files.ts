import taxonomy from '../src/domain/defaultTaxonomy.json' with { type: 'json' }
import { areasGeoJson } from './areas.ts'
import { incidentsCsv, IncidentMaker } from './incidents.ts'
import { placesJson } from './places.ts'
import { basemap } from './town/basemap.ts'
import { buildTown } from './town/town.ts'

const labels = new Map(taxonomy.categories.flatMap((c) => c.types.map((t) => [t.id, t.name.sv] as const)))

/** Text of every file of the demo, by name. The same on every machine and every run. */
export function demoFiles(): Map<string, string> {
  const town = buildTown()
  const maker = new IncidentMaker(town)
  const lines = (value: object) => `${JSON.stringify(value, null, 1)}\n`
  return new Map([
    ['basemap.geojson', featureLines(basemap(town))],
    ['areas.geojson', featureLines(areasGeoJson())],
    ['places.json', lines(placesJson())],
    ['incidents.csv', incidentsCsv(maker, (typeId) => labels.get(typeId) ?? typeId)],
  ])
}

/** GeoJSON with a feature a line, so that a change shows as a line. */
function featureLines(collection: { features: readonly object[] }): string {
  return `{"type":"FeatureCollection","features":[\n${collection.features.map((f) => JSON.stringify(f)).join(',\n')}\n]}\n`
}
