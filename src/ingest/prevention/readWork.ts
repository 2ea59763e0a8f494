import { DEFAULT_CRIME_TYPES, type CrimeTypes } from '../../domain/crimeTypes.ts'
import { PreventionFileError } from '../../domain/preventionFile/error.ts'
import { NO_CONTENT, type FileContent } from '../../domain/preventionFile/records.ts'
import type { FileSubject } from '../../domain/preventionFile/tables.ts'
import type { Certainty } from '../mapping.ts'
import { detectContent } from '../detectFormat.ts'
import type { SourceFile } from '../source.ts'
import { unwrap } from '../unwrap.ts'
import { readForeignMeasures } from './foreignMeasures.ts'
import { readForeignWalks } from './foreignWalks.ts'
import type { FileProblem } from './problems.ts'
import { readOwn } from './readOwn.ts'
import { csvTable, layerTables, sheetTables, zippedTables, type SourceTable } from './sourceTables.ts'
import { subjectOf } from './subjectOf.ts'
import { readWalkGpx, type GpxRoute } from './walkGpx.ts'
import { proposeWorkMapping, type WorkMapping } from './workMapping.ts'
import { findPersonal, type PersonalFinding } from './workTexts.ts'

/** What was read of a file, and what a person must know before any of it is taken. Plain data. */
export interface WorkReading {
  subject: FileSubject
  /** How another's table was read; null where this product wrote the file, or it has no table. */
  foreign: ForeignTable | null
  /** Lines that can be the routes of walks. */
  routes: WalkRoute[]
  content: FileContent
  problems: FileProblem[]
  /** Rows whose participants stood by name; they were counted and not kept. */
  namedParticipants: number
  personal: PersonalFinding[]
}

export type WalkRoute = Pick<GpxRoute, 'name' | 'time' | 'line'>

/** Another's table as the form needs it. */
export interface ForeignTable {
  tables: string[]
  columns: string[]
  /** Some values of every column. */
  samples: string[][]
  rows: number
  /** The file says by its own geometry where the rows are. */
  placed: boolean
  mapping: WorkMapping
  certainty: Certainty
}

/** A file of walks has some; a layer of streets has thousands. */
const MOST_ROUTES = 40
const SAMPLES = 3

/**
 * Reads walks or measures of any file that may hold them. `wished` says what it is taken for where its content does not; `mapping`
 * is how a person has another's table read, `types` how crime types are.
 * @throws IngestError, PreventionFileError
 */
export async function readWork(
  file: SourceFile,
  wished: FileSubject | null = null,
  mapping: WorkMapping | null = null,
  types: CrimeTypes = DEFAULT_CRIME_TYPES,
): Promise<WorkReading> {
  if (!mapping) {
    const own = await readOwn(file)
    if (own) {
      const personal = findPersonal(own.content)
      return { ...own, foreign: null, routes: [], namedParticipants: 0, personal }
    }
  }
  const { tables, routes } = await foreignTables(file)
  if (routes.length > MOST_ROUTES)
    throw new PreventionFileError('tooManyRoutes', { routes: routes.length, most: MOST_ROUTES })
  const judged = tables.map((table) => subjectOf(table.columns, table.rows.slice(0, 60)))
  const subject = mapping?.subject ?? wished ?? judged.find((one) => one !== null) ?? 'walks'
  const table = mapping
    ? tables.find(({ name }) => name === mapping.table)
    : mostLike(tables, judged, subject)
  if (!table) {
    if (routes.length === 0) throw new PreventionFileError('nothingFound', {})
    const nothing = { problems: [], namedParticipants: 0, personal: [] }
    return { subject: 'walks', foreign: null, routes, content: NO_CONTENT, ...nothing }
  }
  const used = mapping ?? proposeWorkMapping(table, subject, file.name)
  const reading =
    subject === 'walks' ? readForeignWalks(table, used) : readForeignMeasures(table, used, types)
  return {
    ...reading,
    foreign: {
      tables: tables.map(({ name }) => name),
      columns: table.columns,
      samples: table.columns.map((_, column) => samplesOf(table, column)),
      rows: table.rows.length,
      placed: table.geometries !== null,
      mapping: used,
      certainty: judged[tables.indexOf(table)] === subject ? 'likely' : 'guess',
    },
    routes,
    personal: findPersonal(reading.content),
  }
}

function mostLike(
  tables: readonly SourceTable[],
  judged: readonly (FileSubject | null)[],
  subject: FileSubject,
): SourceTable | null {
  const fitting = tables.find((_, k) => judged[k] === subject)
  return fitting ?? [...tables].sort((a, b) => b.rows.length - a.rows.length)[0] ?? null
}

function samplesOf({ rows }: SourceTable, column: number): string[] {
  const values = new Set<string>()
  for (const cells of rows) {
    const text = (cells[column] ?? '').trim()
    if (text !== '') values.add(text)
    if (values.size === SAMPLES) break
  }
  return [...values]
}

/** The tables of a file, and its lines apart from them. */
async function foreignTables(file: SourceFile): Promise<{ tables: SourceTable[]; routes: WalkRoute[] }> {
  if ((await detectContent(file)) === 'zip') {
    const tables = await zippedTables(file)
    if (tables.length > 1) return { tables, routes: [] }
  }
  const inner = await unwrap(file)
  switch (inner.format) {
    case 'csv': {
      const table = await csvTable(inner.file, '')
      return { tables: table ? [table] : [], routes: [] }
    }
    case 'xlsx':
      return { tables: await sheetTables(inner.file), routes: [] }
    case 'gpx': {
      const reading = await readWalkGpx(inner.file)
      if ('own' in reading) return { tables: [], routes: [] }
      const { routes } = reading
      const points = waypointTable(routes.flatMap((route) => route.points))
      const lines = routes.filter(({ line }) => line.length > 1)
      return {
        tables: points ? [points] : [],
        routes: lines.map(({ name, time, line }) => ({ name, time, line })),
      }
    }
    default: {
      const layers = await layerTables(inner.file)
      const areLines = (table: SourceTable) =>
        table.geometries!.some((one) => one?.type.includes('LineString')) &&
        subjectOf(table.columns, table.rows.slice(0, 60)) !== 'measures'
      return {
        tables: layers.filter((layer) => !areLines(layer)),
        routes: layers.filter(areLines).flatMap(({ columns, rows, geometries }) => {
          const named = columns.findIndex((column) => /^(namn|name|titel|title)$/i.test(column))
          return geometries!.flatMap((geometry, k) =>
            linesOf(geometry).map((line) => ({ name: rows[k]![named] ?? '', time: '', line })),
          )
        }),
      }
    }
  }
}

function waypointTable(points: readonly GpxRoute['points'][number][]): SourceTable | null {
  if (points.length === 0) return null
  return {
    name: '',
    columns: ['Beskrivning', 'Namn'],
    rows: points.map(({ name, text }) => [text || name, text === '' ? '' : name]),
    firstRow: 1,
    decimalComma: false,
    geometries: points.map(({ lon, lat }) => ({ type: 'Point', coordinates: [lon, lat] })),
  }
}

function linesOf(geometry: GeoJSON.Geometry | null): [number, number][][] {
  const flat = (line: GeoJSON.Position[]) => line.map(([lon, lat]): [number, number] => [lon!, lat!])
  if (geometry?.type === 'LineString') return [flat(geometry.coordinates)]
  return geometry?.type === 'MultiLineString' ? geometry.coordinates.map(flat) : []
}
