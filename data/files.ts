import taxonomy from '../src/domain/defaultTaxonomy.json' with { type: 'json' }
import { activity } from './activity.ts'
import { areasGeoJson } from './areas.ts'
import { causes } from './measures/causes.ts'
import { problems } from './measures/problems.ts'
import { incidentsCsv } from './csv.ts'
import { IncidentMaker } from './incidents.ts'
import { indicators } from './indicators.ts'
import { manifest } from './manifest.ts'
import { planted } from './measures/planted.ts'
import { workedExample } from './measures/workedExample.ts'
import { placesJson } from './places.ts'
import { repairsCsv } from './repairs.ts'
import { basemap } from './town/basemap.ts'
import { buildTown } from './town/town.ts'
import { walks } from './walks.ts'

const labels = new Map(taxonomy.categories.flatMap((c) => c.types.map((t) => [t.id, t.name.sv] as const)))

/** A position spread over four lines. */
const POSITION = /\[\s+(-?[\d.]+),\s+(-?[\d.]+)\s+\]/g

/** Text of every file of the demo, by name. The same on every machine and every run. */
export function demoFiles(): Map<string, string> {
  const town = buildTown()
  const maker = new IncidentMaker(town)
  const lines = (value: object) => `${JSON.stringify(value, null, 1).replace(POSITION, '[$1,$2]')}\n`
  return new Map([
    ['basemap.geojson', featureLines(basemap(town))],
    ['areas.geojson', featureLines(areasGeoJson())],
    ['demo.json', lines(manifest())],
    ['measures.json', lines({ problems, causes, measures: [...workedExample, ...planted] })],
    ['walks.json', lines(walks)],
    ['activity.json', lines(activity)],
    ['indicators.json', lines(indicators)],
    ['repairs.csv', repairsCsv(maker.addresses, maker.name())],
    ['places.json', lines(placesJson())],
    ['incidents.csv', incidentsCsv(maker, (typeId) => labels.get(typeId) ?? typeId)],
  ])
}

/** GeoJSON with a feature a line, so that a change shows as a line. */
function featureLines(collection: { features: readonly object[] }): string {
  return `{"type":"FeatureCollection","features":[\n${collection.features.map((f) => JSON.stringify(f)).join(',\n')}\n]}\n`
}
