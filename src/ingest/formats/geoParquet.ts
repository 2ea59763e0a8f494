import type { FileMetaData, SchemaElement } from 'hyparquet'
import { WGS84, type Crs } from '../crs.ts'
import { crsOfName } from './declaredCrs.ts'
import { geometryOfWkb } from './geopackageGeometry.ts'
import { soundGeometry } from './geometry.ts'

/** The column of a Parquet file that holds its geometry. */
export interface GeometryColumn {
  name: string
  /** As declared; null where the file leaves it open or names one that is not known here. */
  crs: Crs | null
  /** Columns that repeat the geometry for readers that want its box. */
  covering: string[]
  geometryOf(value: unknown): GeoJSON.Geometry | null
}

/**
 * The geometry of a GeoParquet file (1.0 and 1.1: well-known binary, or points as x and y), or of a Parquet file with the
 * logical type GEOMETRY or GEOGRAPHY; null where there is none.
 * @param roots the top-level elements of the schema
 */
export function geometryColumn(
  { key_value_metadata: entries }: FileMetaData,
  roots: readonly SchemaElement[],
): GeometryColumn | null {
  return declared(entries?.find(({ key }) => key === 'geo')?.value, roots) ?? typed(roots)
}

function declared(text: string | undefined, roots: readonly SchemaElement[]): GeometryColumn | null {
  const geo = parsed(text)
  const name = geo?.primary_column
  const columns = geo?.columns
  if (typeof name !== 'string' || !isRecord(columns) || !Object.hasOwn(columns, name)) return null
  const column = columns[name]
  if (!isRecord(column) || !roots.some((element) => element.name === name)) return null
  if (column.encoding !== 'WKB' && column.encoding !== 'point') return null
  const { covering } = column
  const box = isRecord(covering) && isRecord(covering.bbox) ? Object.values(covering.bbox) : []
  return {
    name,
    crs: 'crs' in column ? crsOfProjJson(column.crs) : WGS84,
    covering: box.flatMap((path) => (Array.isArray(path) && typeof path[0] === 'string' ? [path[0]] : [])),
    geometryOf: column.encoding === 'WKB' ? fromBytes : fromPoint,
  }
}

function typed(roots: readonly SchemaElement[]): GeometryColumn | null {
  for (const { name, logical_type: logical } of roots)
    if (logical?.type === 'GEOMETRY' || logical?.type === 'GEOGRAPHY')
      return {
        name,
        crs: logical.crs ? (crsOfName(logical.crs) ?? crsOfProjJson(parsed(logical.crs))) : WGS84,
        covering: [],
        geometryOf: fromBytes,
      }
  return null
}

/** By its identifier, else by its name. GeoParquet: no CRS is longitude and latitude, null is unknown. */
function crsOfProjJson(crs: unknown): Crs | null {
  if (!isRecord(crs)) return null
  const ids = [crs.id, ...(Array.isArray(crs.ids) ? crs.ids : [])].filter(isRecord)
  for (const { authority, code } of ids) {
    const known = crsOfName(`${String(authority)}:${String(code)}`)
    if (known) return known
  }
  return typeof crs.name === 'string' ? crsOfName(crs.name) : null
}

function fromBytes(value: unknown): GeoJSON.Geometry | null {
  return value instanceof Uint8Array ? geometryOfWkb(value) : null
}

function fromPoint(value: unknown): GeoJSON.Geometry | null {
  return isRecord(value) ? soundGeometry({ type: 'Point', coordinates: [value.x, value.y] }) : null
}

function parsed(text: string | undefined): Record<string, unknown> | null {
  if (text === undefined) return null
  try {
    const value: unknown = JSON.parse(text)
    return isRecord(value) ? value : null
  } catch {
    return null
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
