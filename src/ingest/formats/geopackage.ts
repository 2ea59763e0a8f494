import type { Database, SqlValue, Statement } from 'sql.js'
import type { Crs } from '../crs.ts'
import { IngestError } from '../errors.ts'
import { readBytes } from '../files.ts'
import type { SourceFile } from '../source.ts'
import { cellText } from './cellText.ts'
import { crsOfCode, crsOfWkt } from './declaredCrs.ts'
import { noShapes, type FeatureFormat, type FeatureLayer, type Shape } from './featureFormat.ts'
import { shapeOf } from './geometry.ts'
import { geometryOfGeoPackage } from './geopackageGeometry.ts'
import { openDatabase } from './sqlite.ts'

/** The database is held in the machine's memory, twice while it is opened. */
const MOST_BYTES = 1024 ** 3
const BATCH_ROWS = 5_000
const SHAPES_LOOKED_AT = 1_000

/** GeoPackage (OGC 12-128): an SQLite database whose tables of features and of attributes are the layers. */
export const geopackage: FeatureFormat = {
  async layers(file) {
    return withDatabase(
      file,
      () => undefined,
      (db) => tables(db).map((table) => layerOf(db, table)),
    )
  },

  async *read(file, { name, fields }, onBytes) {
    const db = await open(file, onBytes)
    try {
      const table = tables(db).find((one) => one.name === name)
      if (!table)
        throw new IngestError('noSuchSheet', { sheet: name ?? '', sheets: tables(db).map((one) => one.name) })
      const geometry = table.geometry === null ? 'NULL' : quoted(table.geometry)
      const statement = db.prepare(
        `SELECT ${[geometry, ...fields.map(quoted)].join(', ')} FROM ${quoted(table.name)}`,
      ) as unknown as WithBigInts
      const total = count(db, table.name)
      let done = 0
      for (let more = true; more;) {
        const rows: string[][] = []
        const geometries: (GeoJSON.Geometry | null)[] = []
        while (rows.length < BATCH_ROWS && (more = statement.step())) {
          const [blob, ...cells] = statement.get(null, { useBigInt: true })
          rows.push(cells.map(cellText))
          geometries.push(blob instanceof Uint8Array ? geometryOfGeoPackage(blob) : null)
        }
        done += rows.length
        yield { rows, geometries, bytesRead: Math.round((file.size * done) / Math.max(total, done, 1)) }
      }
      statement.free()
      return { replacedCharacters: 0, switchedEncoding: null }
    } catch (error) {
      throw asIngestError(error)
    } finally {
      db.close()
    }
  },
}

/** What the library's types leave out: whole numbers beyond 2^53 with all their digits. */
interface WithBigInts extends Omit<Statement, 'get'> {
  get(params: null, config: { useBigInt: true }): (SqlValue | bigint)[]
}

interface Table {
  name: string
  /** Column of the geometry; null in a table of attributes. */
  geometry: string | null
  /** As declared: GEOMETRY where they may be of any type. */
  geometryType: string
  crs: Crs | null
}

/** Layers with features, then tables of attributes (GeoPackage 1.3, clause 2.1.1 and annex B). */
function tables(db: Database): Table[] {
  const systems = new Map(
    selectAll(
      db,
      'SELECT srs_id, organization, organization_coordsys_id, definition FROM gpkg_spatial_ref_sys',
    ).map(([id, organization, code, definition]) => [
      Number(id),
      crsOf(String(organization), Number(code), String(definition)),
    ]),
  )
  const features = selectAll(
    db,
    `SELECT g.table_name, g.column_name, g.geometry_type_name, g.srs_id FROM gpkg_geometry_columns g
     JOIN gpkg_contents c ON c.table_name = g.table_name WHERE c.data_type = 'features' ORDER BY c.rowid`,
  ).map(([name, geometry, type, srs]) => ({
    name: String(name),
    geometry: String(geometry),
    geometryType: String(type).toUpperCase(),
    crs: systems.get(Number(srs)) ?? null,
  }))
  const attributes = selectAll(
    db,
    "SELECT table_name FROM gpkg_contents WHERE data_type IN ('attributes', 'aspatial') ORDER BY rowid",
  ).map(([name]) => ({ name: String(name), geometry: null, geometryType: '', crs: null }))
  return [...features, ...attributes]
}

/** -1 and 0 stand for systems that are not known (clause 1.1.2). */
function crsOf(organization: string, code: number, definition: string): Crs | null {
  if (code <= 0 || definition.trim() === 'undefined') return null
  if (organization.toUpperCase() !== 'EPSG') return crsOfWkt(definition)
  return crsOfCode(code) ?? crsOfWkt(definition, code)
}

/** The row number that the format demands is no property. */
function layerOf(db: Database, table: Table): FeatureLayer {
  const columns = selectAll(db, `PRAGMA table_info(${quoted(table.name)})`)
  const fields = columns
    .filter(([, name, , , , primary]) => !(Number(primary) > 0 && /^(ogc_)?fid$/i.test(String(name))))
    .map(([, name]) => String(name))
    .filter((name) => name.toLowerCase() !== table.geometry?.toLowerCase())
  const features = count(db, table.name)
  return { name: table.name, fields, features, shapes: shapesOf(db, table, features), crs: table.crs }
}

const DECLARED: Readonly<Record<string, Shape>> = {
  POINT: 'point',
  LINESTRING: 'line',
  MULTILINESTRING: 'line',
  POLYGON: 'polygon',
  MULTIPOLYGON: 'polygon',
}

function shapesOf(db: Database, table: Table, features: number): Record<Shape, number> {
  const shapes = noShapes()
  const declared = DECLARED[table.geometryType]
  if (table.geometry === null) shapes.none = features
  else if (declared) shapes[declared] = features
  else
    for (const [blob] of selectAll(
      db,
      `SELECT ${quoted(table.geometry)} FROM ${quoted(table.name)} LIMIT ${SHAPES_LOOKED_AT}`,
    ))
      shapes[shapeOf(blob instanceof Uint8Array ? geometryOfGeoPackage(blob) : null)]++
  return shapes
}

function selectAll(db: Database, sql: string): SqlValue[][] {
  return db.exec(sql)[0]?.values ?? []
}

function count(db: Database, table: string): number {
  return Number(selectAll(db, `SELECT count(*) FROM ${quoted(table)}`)[0]?.[0] ?? 0)
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

async function open(file: SourceFile, onBytes: (bytes: Uint8Array) => void): Promise<Database> {
  if (file.size > MOST_BYTES) throw new IngestError('tooLarge', { bytes: file.size, most: MOST_BYTES })
  const bytes = await readBytes(file, 0, file.size)
  onBytes(bytes)
  try {
    return await openDatabase(bytes)
  } catch (error) {
    throw asIngestError(error)
  }
}

async function withDatabase<T>(
  file: SourceFile,
  onBytes: (bytes: Uint8Array) => void,
  use: (db: Database) => T,
): Promise<T> {
  const db = await open(file, onBytes)
  try {
    return use(db)
  } catch (error) {
    throw asIngestError(error)
  } finally {
    db.close()
  }
}

function asIngestError(error: unknown): IngestError {
  if (error instanceof IngestError) return error
  const detail = error instanceof Error ? error.message : String(error)
  if (/no such table: gpkg_/.test(detail)) return new IngestError('unsupported', { looksLike: 'sqlite' })
  return new IngestError('brokenFile', { format: 'geopackage', detail })
}
