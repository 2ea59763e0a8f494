import { assaultSites } from './assaults.ts'
import { areas } from './areas.ts'
import { lonLat, ORIGIN, type Point, type Ring } from './frame.ts'
import { plantedCases } from './ledger.ts'
import { MEASURES_START } from './measures/geometry.ts'
import { zoneRings, zones, type CaseId, type ZonePart } from './zones.ts'

const before = { from: '2024-06-01', to: '2025-05-31' }
const after = { from: MEASURES_START, to: '2026-05-31' }

/** What each planted case must teach; texts in Swedish and English. */
const cases: {
  id: CaseId
  label: { sv: string; en: string }
  measures: string[]
  reads: string
  chosenForPeak: boolean
}[] = [
  {
    id: 'parkering-n',
    label: { sv: 'Parkering N', en: 'Car park N' },
    measures: ['belysning-n'],
    reads: 'effect',
    chosenForPeak: false,
  },
  {
    id: 'cykelstall',
    label: { sv: 'Cykelställen vid stationen', en: 'Cycle racks at the station' },
    measures: ['cykelgarage-stationen'],
    reads: 'displaced',
    chosenForPeak: false,
  },
  {
    id: 'gata-e',
    label: { sv: 'Kungsgatan (gata E)', en: 'Kungsgatan (street E)' },
    measures: ['sanering-gata-e'],
    reads: 'regressionToTheMean',
    chosenForPeak: true,
  },
  {
    id: 'fritidsgard-j',
    label: { sv: 'Fritidsgården J', en: 'Youth centre J' },
    measures: ['ledare-j'],
    reads: 'tooFew',
    chosenForPeak: false,
  },
  {
    id: 'busstorget',
    label: { sv: 'Busstorget', en: 'Busstorget' },
    measures: ['nattbussplan', 'fredagspass'],
    reads: 'notSeparable',
    chosenForPeak: false,
  },
]

const tenths = ([x, y]: Point): Point => [
  Math.round((x + ORIGIN.e) * 10) / 10,
  Math.round((y + ORIGIN.n) * 10) / 10,
]
const closed = (ring: Ring, project: (point: Point) => Point) => {
  const points = ring.map(project)
  return [...points, points[0]!]
}

/** Counts of the year before and after, from the ledger. */
function windowCounts(id: CaseId, part: ZonePart): { before: number; after: number } {
  const planted = plantedCases.find((c) => c.id === id)
  if (planted) return { before: planted.counts[part]![2]!, after: planted.counts[part]![3]! }
  const site = assaultSites.find((s) => s.zone?.case === id && s.zone.part === part)!
  // June-December 2024, January-April and May 2025; then the same a year later
  return {
    before: site.counts[5]! + site.counts[6]! + site.counts[7]!,
    after: site.counts[8]! + site.counts[9]! + site.counts[10]!,
  }
}

const crimeTypesOf = (id: CaseId) =>
  plantedCases.find((c) => c.id === id)?.crimeTypes ?? ['misshandel-utomhus']

/** `demo.json`: what the demo is, where its files are, and the planted effects with their zones. Last days are inclusive. */
export function manifest() {
  const points = areas.flatMap((area) => area.ring).map((point) => lonLat(point, 6))
  const bounds = [
    Math.min(...points.map((p) => p[0])),
    Math.min(...points.map((p) => p[1])),
    Math.max(...points.map((p) => p[0])),
    Math.max(...points.map((p) => p[1])),
  ]
  return {
    name: 'Exempelköping',
    invented: true,
    timeZone: 'Europe/Stockholm',
    epsg: 3006,
    files: {
      incidents: 'incidents.csv',
      areas: 'areas.geojson',
      basemap: 'basemap.geojson',
      places: 'places.json',
      measures: 'measures.json',
      walks: 'walks.json',
      activity: 'activity.json',
      indicators: 'indicators.json',
      repairs: 'repairs.csv',
    },
    dataPeriod: { from: '2023-01-01', to: '2026-06-30' },
    problemPicture: { from: '2025-01-01', to: '2025-04-30' },
    followUp: { from: '2026-01-01', to: '2026-04-30' },
    centre: lonLat([50, 60], 6),
    bounds,
    plantedEffects: cases.map(({ id, label, measures, reads, chosenForPeak }) => ({
      id,
      label,
      measures,
      reads,
      chosenForPeak,
      crimeTypes: crimeTypesOf(id),
      before,
      after,
      zones: Object.fromEntries(
        zones
          .filter((zone) => zone.case === id)
          .map((zone) => {
            const rings = zoneRings(zone)
            return [
              zone.part,
              {
                area: zone.area,
                polygon: [rings.map((ring) => closed(ring, tenths))],
                lonLat: [rings.map((ring) => closed(ring, (point) => lonLat(point, 7)))],
                counts: windowCounts(id, zone.part),
              },
            ]
          }),
      ),
    })),
  }
}
