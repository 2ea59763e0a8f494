import { parseIsoDate, type Period } from '../domain/period.ts'
import type { Measure } from '../domain/measure.ts'
import type { SafetyWalk } from '../domain/safetyWalk.ts'
import type { SourceFile } from '../ingest/index.ts'
import type { NamedPlace, Surroundings } from './dataset.svelte.ts'

/** The demo town as it is served beside the app. */
export interface Demo {
  name: string
  timeZone: string
  incidents: SourceFile
  areas: GeoJSON.FeatureCollection
  surroundings: Surroundings
}

interface Manifest {
  name: string
  timeZone: string
  problemPicture: { from: string; to: string }
  followUp: { from: string; to: string }
}

interface PlaceRecord {
  kind: string
  name: string
  lon: number
  lat: number
  e: number
  n: number
}

/** Fetches the demo from our own origin. @throws Error where a part cannot be had */
export async function fetchDemo(): Promise<Demo> {
  const [manifest, incidents, areas, places, walks, measures] = await Promise.all([
    part('demo.json').then((response) => response.json() as Promise<Manifest>),
    part('incidents.csv').then((response) => response.blob()),
    part('areas.geojson').then((response) => response.json() as Promise<GeoJSON.FeatureCollection>),
    part('places.json').then((response) => response.json() as Promise<PlaceRecord[]>),
    part('walks.json').then((response) => response.json() as Promise<SafetyWalk[]>),
    part('measures.json').then((response) => response.json() as Promise<{ measures: Measure[] }>),
  ])
  return {
    name: manifest.name,
    timeZone: manifest.timeZone,
    incidents: new File([incidents], 'exempelkoping.csv', { type: 'text/csv' }),
    areas,
    surroundings: {
      basemapUrl: demoUrl('basemap.geojson'),
      // Named venues are sensitive: a hotspot takes its name from the square or street instead.
      places: places
        .filter(({ kind }) => kind !== 'venue')
        .map(({ name, lon, lat, e, n }): NamedPlace => ({ name, lon, lat, x: e, y: n })),
      walks,
      measures: measures.measures,
      problemPicture: periodOf(manifest.problemPicture),
      followUp: periodOf(manifest.followUp),
    },
  }
}

/** Address of a demo file; relative to the page, so that a sub-path works. */
export function demoUrl(name: string): string {
  return new URL(`demo/${name}`, document.baseURI).href
}

async function part(name: string): Promise<Response> {
  const response = await fetch(demoUrl(name))
  if (!response.ok) throw new Error(`${name}: ${response.status}`)
  return response
}

/** The manifest's last day is inclusive. */
function periodOf({ from, to }: { from: string; to: string }): Period | null {
  const period = { from: parseIsoDate(from), to: parseIsoDate(to) + 1 }
  return period.from < period.to ? period : null
}
