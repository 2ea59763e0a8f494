import { readFileSync } from 'node:fs'
import * as turf from '@turf/turf'
import type { Feature, FeatureCollection, MultiPolygon, Polygon } from 'geojson'
import taxonomy from '../../src/domain/defaultTaxonomy.json' with { type: 'json' }
import type { Cause, Measure } from '../../src/domain/measure.ts'
import type { SafetyWalk } from '../../src/domain/safetyWalk.ts'

/** The committed demo, read as any user would: nothing here goes through the generator. */
export const demoText = (name: string) =>
  readFileSync(new URL(`../../public/demo/${name}`, import.meta.url), 'utf8')
const json = <T>(name: string) => JSON.parse(demoText(name)) as T

export interface Row {
  id: string
  kind: string
  label: string
  from: string
  to: string
  n: number | null
  e: number | null
  place: string
  /** Kommundel whose polygon holds the point, '' outside or without position. */
  area: string
}

export type Zones = Record<
  string,
  {
    area: string
    polygon: number[][][][]
    lonLat: number[][][][]
    counts: { before: number; after: number }
  }
>

/** ISO dates, the last inclusive. */
interface Span {
  from: string
  to: string
}

export interface Manifest {
  name: string
  invented: boolean
  epsg: number
  files: Record<string, string>
  problemPicture: Span
  followUp: Span
  bounds: [number, number, number, number]
  centre: [number, number]
  plantedEffects: {
    id: string
    measures: string[]
    crimeTypes: string[]
    before: Span
    after: Span
    zones: Zones
  }[]
}

export const manifest = json<Manifest>('demo.json')
export const areas =
  json<FeatureCollection<Polygon, { id: string; name: string; population: Record<string, number> }>>(
    'areas.geojson',
  )
export const basemap = json<FeatureCollection>('basemap.geojson')
export const { causes, measures } = json<{ causes: Cause[]; measures: Measure[] }>('measures.json')
export const walks = json<SafetyWalk[]>('walks.json')

export const SWEREF99TM = '+proj=utm +zone=33 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs'

export const nameOf = new Map(
  taxonomy.categories.flatMap((c) => c.types.map((t) => [t.id, t.name.sv] as const)),
)
export const crimeLabels = new Set(nameOf.values())

/** Kommundelar in metres, from the manifest's CRS, so that a point is tested where it was reported. */
export function project(feature: Feature<Polygon>, forward: (p: number[]) => number[]): Feature<Polygon> {
  return turf.polygon(feature.geometry.coordinates.map((ring) => ring.map((p) => forward(p))))
}

export function readRows(areaOf: (e: number, n: number) => string): Row[] {
  const [header, ...lines] = demoText('incidents.csv').trimEnd().split('\n')
  if (header !== 'id;slag;brottstyp;från;till;n;e;plats') throw new Error(`header: ${header}`)
  return lines.map((line) => {
    const [id, kind, label, from, to, n, e, place] = line.split(';') as string[]
    const position = n !== '' && e !== ''
    return {
      id: id!,
      kind: kind!,
      label: label!,
      from: from!,
      to: to!,
      place: place!,
      n: position ? Number(n) : null,
      e: position ? Number(e) : null,
      area: position ? areaOf(Number(e), Number(n)) : '',
    }
  })
}

export function inside(e: number, n: number, polygon: number[][][][]): boolean {
  return turf.booleanPointInPolygon([e, n], turf.multiPolygon(polygon) as Feature<MultiPolygon>)
}

export const within = (row: Row, span: Span) =>
  row.from.slice(0, 10) >= span.from && row.from.slice(0, 10) <= span.to
