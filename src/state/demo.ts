import { parseIsoDate, type Period } from '../domain/period.ts'
import type { Evaluation, Zone, ZoneChoice } from '../domain/evaluation.ts'
import type { MultiPolygon } from '../domain/grid.ts'
import type { ActivitySeries, Cause, Measure, Problem } from '../domain/measure.ts'
import type { Prevention } from '../domain/prevention.ts'
import type { SafetyWalk } from '../domain/safetyWalk.ts'
import type { SourceFile } from '../ingest/index.ts'
import type { NamedPlace, Surroundings } from './dataset.svelte.ts'
import type { IndicatorRecord } from './demoIndicators.ts'

/** The demo town as it is served beside the app. */
export interface Demo {
  name: string
  timeZone: string
  incidents: SourceFile
  areas: GeoJSON.FeatureCollection
  indicators: IndicatorRecord[]
  surroundings: Surroundings
  prevention: Prevention
}

interface Manifest {
  name: string
  timeZone: string
  problemPicture: { from: string; to: string }
  followUp: { from: string; to: string }
  plantedEffects: PlantedEffect[]
}

type PlantedZone = 'target' | 'control' | 'ring' | 'ringControl'

/** How the town's own evaluation of a measure was set up. */
interface PlantedEffect {
  measures: string[]
  chosenForPeak: boolean
  crimeTypes: string[]
  before: { from: string; to: string }
  after: { from: string; to: string }
  zones: Partial<Record<PlantedZone, { lonLat: MultiPolygon }>>
}

interface MeasuresFile {
  problems?: Problem[]
  causes: Cause[]
  measures: Measure[]
}

interface ActivityFile {
  series: (Omit<ActivitySeries, 'name' | 'unit'> & { name: { sv: string }; unit: { sv: string } })[]
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
  const [manifest, incidents, areas, places, walks, work, activity, indicators] = await Promise.all([
    part('demo.json').then((response) => response.json() as Promise<Manifest>),
    part('incidents.csv').then((response) => response.blob()),
    part('areas.geojson').then((response) => response.json() as Promise<GeoJSON.FeatureCollection>),
    part('places.json').then((response) => response.json() as Promise<PlaceRecord[]>),
    part('walks.json').then((response) => response.json() as Promise<SafetyWalk[]>),
    part('measures.json').then((response) => response.json() as Promise<MeasuresFile>),
    part('activity.json').then((response) => response.json() as Promise<ActivityFile>),
    part('indicators.json').then((response) => response.json() as Promise<IndicatorRecord[]>),
  ])
  return {
    name: manifest.name,
    timeZone: manifest.timeZone,
    incidents: new File([incidents], 'exempelkoping.csv', { type: 'text/csv' }),
    areas,
    indicators,
    surroundings: {
      basemapUrl: demoUrl('basemap.geojson'),
      // Named venues are sensitive: a hotspot takes its name from the square or street instead.
      places: places
        .filter(({ kind }) => kind !== 'venue')
        .map(({ name, lon, lat, e, n }): NamedPlace => ({ name, lon, lat, x: e, y: n })),
      problemPicture: periodOf(manifest.problemPicture),
      followUp: periodOf(manifest.followUp),
    },
    prevention: {
      walks,
      problems: work.problems ?? [],
      causes: work.causes.map((cause) => ({ ...cause, problems: cause.problems ?? [] })),
      measures: work.measures,
      activity: activity.series.map(({ name, unit, ...series }) => ({
        ...series,
        name: name.sv,
        unit: unit.sv,
      })),
      evaluations: manifest.plantedEffects.flatMap(evaluationsOf),
      processNotes: {},
    },
  }
}

const ZONE_OF: Record<PlantedZone, Zone> = {
  target: 'target',
  control: 'control',
  ring: 'displacement',
  ringControl: 'displacementControl',
}

function evaluationsOf({
  measures,
  chosenForPeak,
  crimeTypes,
  zones,
  ...periods
}: PlantedEffect): Evaluation[] {
  const choices: Partial<Record<Zone, ZoneChoice | null>> = {}
  for (const [planted, zone] of Object.entries(ZONE_OF) as [PlantedZone, Zone][])
    choices[zone] = zones[planted] ? { origin: 'given', lonLat: zones[planted].lonLat } : null
  return measures.map((measure) => ({
    measure,
    crimeTypes,
    zones: choices,
    ringMetres: null,
    periods: { before: [periodOf(periods.before)!], after: [periodOf(periods.after)!] },
    runInDays: 0,
    chosenForPeak,
  }))
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
