import * as v from 'valibot'
import { AREA_LEVELS, AREA_NOTES, type AreaSet } from '../domain/area.ts'
import { STATISTIC_KINDS, type StatisticTable } from '../domain/areaStatistics.ts'
import { CrimeTypesError, readCrimeTypes } from '../domain/crimeTypesFile.ts'
import type { CrimeTypes } from '../domain/crimeTypes.ts'
import type { MetricCrs } from '../domain/crs.ts'
import type { MultiPolygon } from '../domain/grid.ts'
import { INCIDENT_KINDS } from '../domain/incident.ts'
import type { TypeLabel } from '../domain/taxonomy.ts'
import { zoneTable } from '../domain/timeZone.ts'
import { projection } from '../ingest/crs.ts'
import { NOTE_CODES, REJECT_REASONS } from '../ingest/report.ts'
import { ProjectError } from '../project/errors.ts'
import { readPrevention } from './preventionDocument.ts'
import type { Prevention } from '../domain/prevention.ts'
import type { Surroundings } from './dataset.svelte.ts'
import type { Layer } from './layers.ts'
import type { SavedView } from './savedViews.svelte.ts'

/** What a project says of its incidents, beside their columns. */
export interface DataDocument {
  /** What addresses call it. */
  id: string
  name: string
  invented: boolean
  timeZone: string
  crs: MetricCrs
  labels: TypeLabel[]
  layers: Layer[]
  surroundings: Omit<Surroundings, 'basemapUrl'> & {
    /** Whose ground is drawn: the demo's stands beside the page. */
    basemap: 'demo' | null
  }
}

export interface AreasDocument {
  sets: AreaSet[]
  tables: StatisticTable[]
  /** Id of the set that is shown and counted by. */
  active: string | null
}

export interface ScreenDocument {
  /** The address's fragment. */
  fragment: string
  /** What is drawn on the map, by name. */
  layers: Record<string, unknown>
  /** How the deepening analyses are made. */
  depth: Record<string, unknown>
}

export interface ProjectDocuments {
  data: DataDocument
  areas: AreasDocument
  types: CrimeTypes
  prevention: Prevention
  project: { givenName: string; views: SavedView[] }
  screen: ScreenDocument
}

const text = v.string()
const number = v.number()
const count = v.pipe(number, v.integer(), v.minValue(0))
const texts = v.array(text)
const span = v.object({ from: number, to: number })

const crs = v.pipe(
  v.looseObject({ epsg: number, name: text, proj4: text }),
  v.check((value) => works(() => projection(value)), 'no projection'),
)

const timeZone = v.pipe(
  text,
  v.check((value) => works(() => zoneTable(value)), 'no time zone'),
)

const kinds = v.object(v.entriesFromList(INCIDENT_KINDS, count))

/** By hand: areas have millions of corners. */
const multiPolygon = v.custom<MultiPolygon>(
  (value) =>
    Array.isArray(value) &&
    value.every(
      (rings) =>
        Array.isArray(rings) &&
        rings.every(
          (ring) =>
            Array.isArray(ring) &&
            ring.every(
              (at) => Array.isArray(at) && at.length >= 2 && Number.isFinite(at[0]) && Number.isFinite(at[1]),
            ),
        ),
    ),
)

const note = v.looseObject({ code: v.picklist(NOTE_CODES), count: number, share: number })

const rejected = v.looseObject({
  row: count,
  reason: v.picklist(REJECT_REASONS),
  column: v.nullable(text),
  value: v.nullable(text),
  cells: texts,
})

const report = v.looseObject({
  name: text,
  bytes: count,
  fingerprint: text,
  columns: texts,
  rowsRead: count,
  rowsLoaded: count,
  rejectedByReason: v.record(text, count),
  rejected: v.array(rejected),
  notes: v.array(note),
  unknownTypes: v.array(v.object({ label: text, count })),
  firstDay: v.nullable(number),
  lastDay: v.nullable(number),
  sourceCrs: v.nullable(crs),
  metric: crs,
  timeZone: text,
  kinds,
  withCost: count,
  privacy: v.looseObject({ columns: v.array(v.looseObject({ column: text, kinds: v.array(v.unknown()) })) }),
  durationMs: number,
})

const keys = v.pipe(
  v.object({
    id: v.instance(Float64Array),
    content: v.instance(Float64Array),
    details: v.instance(Float64Array),
    row: v.instance(Uint32Array),
  }),
  v.check(({ id, content, details, row }) =>
    [id, content, details].every(({ length }) => length === row.length),
  ),
)

const layer = v.looseObject({
  id: text,
  number: count,
  name: text,
  series: text,
  fileName: text,
  fingerprint: text,
  kinds,
  report,
  mapping: v.looseObject({
    kind: v.looseObject({ whole: v.picklist(INCIDENT_KINDS) }),
    timeZone: text,
    metric: crs,
  }),
  mappedColumns: texts,
  source: v.looseObject({ format: text }),
  range: span,
  rows: count,
  rejected: count,
  keys,
  period: v.nullable(span),
})

const place = v.object({ name: text, lon: number, lat: number, x: number, y: number })

const data = v.object({
  id: text,
  name: text,
  invented: v.boolean(),
  timeZone,
  crs,
  labels: v.pipe(
    v.array(v.object({ label: text, typeId: v.nullable(text) })),
    v.minLength(1),
    v.maxLength(65_536),
  ),
  layers: v.pipe(v.array(layer), v.minLength(1)),
  surroundings: v.looseObject({
    basemap: v.nullable(v.literal('demo')),
    places: v.array(place),
    problemPicture: v.nullable(span),
    followUp: v.nullable(span),
  }),
})

const area = v.looseObject({
  id: text,
  name: text,
  polygon: multiPolygon,
  lonLat: multiPolygon,
  surface: number,
  population: v.record(text, number),
  properties: v.optional(v.record(text, text)),
})

const areaSet = v.looseObject({
  id: text,
  name: text,
  level: v.picklist(AREA_LEVELS),
  invented: v.boolean(),
  source: v.looseObject({
    file: text,
    layer: v.nullable(text),
    crs: v.looseObject({ epsg: number, name: text }),
  }),
  metric: crs,
  areas: v.array(area),
  notes: v.array(v.looseObject({ code: v.picklist(AREA_NOTES), count: number, examples: texts })),
})

const statistic = v.looseObject({
  id: text,
  name: text,
  kind: v.picklist(STATISTIC_KINDS),
  unit: text,
  values: v.array(v.looseObject({ area: text, year: number, value: number })),
})

const table = v.looseObject({
  id: text,
  areaSet: text,
  file: text,
  sheet: v.nullable(text),
  keyColumn: text,
  rows: count,
  matchedRows: count,
  unmatched: v.array(v.object({ key: text, rows: count, ambiguous: v.boolean() })),
  areasWithout: texts,
  ties: v.record(text, text),
  statistics: v.array(statistic),
})

const documents = v.object({
  data,
  areas: v.object({ sets: v.array(areaSet), tables: v.array(table), active: v.nullable(text) }),
  types: v.unknown(),
  prevention: v.optional(v.unknown()),
  project: v.object({
    givenName: v.pipe(text, v.maxLength(500)),
    views: v.array(v.object({ id: v.pipe(text, v.regex(/^v\d{1,9}$/)), name: text, fragment: text })),
  }),
  screen: v.object({
    fragment: text,
    layers: v.record(text, v.unknown()),
    depth: v.record(text, v.unknown()),
  }),
})

/**
 * Holds the documents of a project to what the rest of the product takes for granted. What they say of figures that are shown as they
 * are is taken as it stands.
 * @throws ProjectError `unsound`
 */
export function readDocuments(value: Record<string, unknown>): ProjectDocuments {
  const parsed = v.safeParse(documents, value)
  if (!parsed.success)
    throw new ProjectError('unsound', { part: v.getDotPath(parsed.issues[0]) ?? 'documents' })
  const { surroundings, ...data } = parsed.output.data
  // Projects of the first version keep walks and measures with the data.
  const { walks, measures, ...around } = surroundings as typeof surroundings & Record<string, unknown>
  return {
    ...(parsed.output as unknown as ProjectDocuments),
    data: { ...data, surroundings: around } as unknown as DataDocument,
    types: crimeTypes(value.types),
    prevention: readPrevention(value.prevention ?? { walks, measures }),
  }
}

function crimeTypes(value: unknown): CrimeTypes {
  try {
    return readCrimeTypes(value)
  } catch (error) {
    if (error instanceof CrimeTypesError)
      throw new ProjectError('unsound', { part: 'types' }, { cause: error })
    throw error
  }
}

function works(task: () => unknown): boolean {
  try {
    task()
    return true
  } catch {
    return false
  }
}
