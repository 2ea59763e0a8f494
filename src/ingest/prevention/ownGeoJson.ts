import { GEOJSON_TABLE, inGeometry } from '../../domain/preventionFile/geoJsonForm.ts'
import { contentOf } from '../../domain/preventionFile/records.ts'
import {
  FILE_TABLES,
  type Field,
  type FileSubject,
  type TableSchema,
} from '../../domain/preventionFile/tables.ts'
import { soundGeometry } from '../formats/geometry.ts'
import { jsonValue, parsed, type ReadValue } from './fieldValues.ts'
import type { OwnReading } from './ownTables.ts'
import { RecordReader, type RowPlace } from './recordReader.ts'

type Properties = Readonly<Record<string, unknown>>

/** Reads a FeatureCollection that this product wrote, also after another program has saved it; null where it is not its own. */
export function readOwnGeoJson(json: unknown): OwnReading | null {
  const features = (json as { features?: unknown } | null)?.features
  if (!Array.isArray(features)) return null
  const rows = features.flatMap((feature: unknown, k) => {
    const { properties, geometry } = (feature ?? {}) as { properties?: unknown; geometry?: unknown }
    if (typeof properties !== 'object' || properties === null) return []
    const named = tableNamed(properties as Properties)
    return named ? [{ ...named, properties: properties as Properties, geometry, row: k + 1 }] : []
  })
  const { subject } = rows[0] ?? {}
  if (!subject) return null
  const reader = new RecordReader(subject)
  const ours = new Set(rows.map(({ row }) => row))
  features.forEach((_, k) => {
    if (!ours.has(k + 1)) reader.problem({ table: '', row: k + 1 }, '', 'notThisKind', '')
  })
  for (const row of rows)
    if (row.subject !== subject) reader.problem({ table: '', row: row.row }, '', 'notThisKind', row.schema.sv)
    else readFeature(reader, row)
  return { subject, content: contentOf(reader.records()), problems: reader.problems }
}

interface FeatureRow {
  subject: FileSubject
  schema: TableSchema
  properties: Properties
  geometry: unknown
  row: number
}

function readFeature(reader: RecordReader, { subject, schema, properties, geometry, row }: FeatureRow): void {
  const place = { table: '', row }
  const shape = soundGeometry(geometry)
  const point = shape?.type === 'Point' ? shape.coordinates : null
  const record = reader.read(schema, place, (field) => {
    if (field.key === 'lon' || field.key === 'lat') {
      const carried = point?.[field.key === 'lon' ? 0 : 1]
      if (carried !== undefined) return { read: carried, raw: carried, heading: field.sv }
    }
    if (field.key === 'shape' && shape) return { read: shape.type, raw: shape.type }
    return propertyOf(field, properties)
  })
  if (!record) return
  for (const child of FILE_TABLES[subject])
    if (child.parent === schema.key && child.key !== 'observations')
      if (inGeometry(child.key) && shape) readCorners(reader, child, record.id as string, shape, place)
      else readChildren(reader, child, record.id as string, properties, place)
}

/** The corners of a geometry as rows of a table; a multi-geometry of one part is that part. */
function readCorners(
  reader: RecordReader,
  schema: TableSchema,
  parent: string,
  geometry: GeoJSON.Geometry,
  place: RowPlace,
): void {
  const rings =
    geometry.type === 'Polygon'
      ? geometry.coordinates
      : geometry.type === 'LineString'
        ? [geometry.coordinates]
        : geometry.type === 'Point'
          ? [[geometry.coordinates]]
          : []
  rings.forEach((ring, k) => {
    for (const [lon, lat] of ring)
      reader.read(schema, place, ({ key }) => {
        const read = key === 'lon' ? lon : key === 'lat' ? lat : key === 'ring' ? k + 1 : parent
        return { read, raw: read }
      })
  })
}

function readChildren(
  reader: RecordReader,
  schema: TableSchema,
  parent: string,
  properties: Properties,
  place: RowPlace,
): void {
  const written = properties[schema.sv] ?? properties[schema.en]
  const list = typeof written === 'string' ? parsed(written) : written
  if (written === undefined || written === null || written === '') return
  if (!Array.isArray(list)) return reader.problem(place, schema.sv, 'cellLeftOut', written)
  const [own] = schema.fields
  for (const item of list as unknown[])
    reader.read(schema, place, (field) =>
      field === own ? { read: parent, raw: parent } : propertyOf(field, (item ?? {}) as Properties),
    )
}

function propertyOf(
  field: Field,
  properties: Properties,
): { read: ReadValue; raw: unknown; heading: string } {
  const heading = Object.hasOwn(properties, field.sv) ? field.sv : field.en
  const raw = Object.hasOwn(properties, heading) ? properties[heading] : undefined
  return { read: jsonValue(field, raw), raw, heading }
}

function tableNamed(properties: Properties): { subject: FileSubject; schema: TableSchema } | null {
  const name = properties[GEOJSON_TABLE.sv] ?? properties[GEOJSON_TABLE.en]
  for (const subject of ['walks', 'measures'] as const) {
    const schema = FILE_TABLES[subject].find(({ sv, en }) => name === sv || name === en)
    if (schema) return { subject, schema }
  }
  return null
}
