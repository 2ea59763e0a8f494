import { recordsOf, type FileContent } from '../../domain/preventionFile/records.ts'
import {
  FILE_TABLES,
  type FieldValue,
  type FileRecord,
  type FileSubject,
  type TableKey,
  type TableSchema,
} from '../../domain/preventionFile/tables.ts'
import { GEOJSON_TABLE, inGeometry } from '../../domain/preventionFile/geoJsonForm.ts'
import { wordOf, type FileLanguage } from '../../domain/preventionFile/vocabularies.ts'

/**
 * One FeatureCollection in degrees: a walk is its route, an observation a point that names its walk, a measure its geometry or none;
 * causes, problems and activity are features without geometry. What belongs to one feature (goals, log, participants) is a list of
 * objects among its properties. `lagesbild` says what the file is; other programs may drop it.
 */
export function workGeoJson(content: FileContent, subject: FileSubject, language: FileLanguage): string {
  const records = recordsOf(content, subject)
  const features = FILE_TABLES[subject]
    .filter((table) => table.parent === null || table.key === 'observations')
    .flatMap((table) => {
      const nested = FILE_TABLES[subject].filter(
        ({ key, parent }) => parent === table.key && key !== 'observations',
      )
      const children = nested.map((child) => childrenOf(child, records[child.key] ?? [], language))
      return (records[table.key] ?? []).map((record, k) => {
        const geometry = geometryOf(content, table.key, record, k)
        const properties: Record<string, unknown> = {
          [GEOJSON_TABLE[language]]: table[language],
          ...propertiesOf(table, record, language, geometry !== null),
        }
        children.forEach((of, n) => {
          const found = of(record.id)
          const carried = geometry !== null && inGeometry(nested[n].key)
          if (found.length > 0 && !carried) properties[nested[n][language]] = found
        })
        return { type: 'Feature', geometry, properties }
      })
    })
  return JSON.stringify({ lagesbild: subject, type: 'FeatureCollection', features }, null, 1)
}

function propertiesOf(
  table: TableSchema,
  record: FileRecord,
  language: FileLanguage,
  placed: boolean,
): Record<string, unknown> {
  const fields = table.fields.filter(({ key }) => record[key] !== undefined && !(placed && inGeometry(key)))
  return Object.fromEntries(
    fields.map((field) => {
      const value = record[field.key]
      const written = field.kind === 'word' ? wordOf(field.words!, value as string, language) : value
      return [field[language], written]
    }),
  )
}

/** The rows of a child table that belong to a parent, without its id. */
function childrenOf(
  table: TableSchema,
  records: readonly FileRecord[],
  language: FileLanguage,
): (parent: FieldValue | undefined) => Record<string, unknown>[] {
  const [own, ...fields] = table.fields
  const groups = new Map<FieldValue | undefined, Record<string, unknown>[]>()
  for (const record of records) {
    const parent = record[own.key]
    const group = groups.get(parent) ?? []
    groups.set(parent, group)
    group.push(propertiesOf({ ...table, fields }, record, language, false))
  }
  return (parent) => groups.get(parent) ?? []
}

function geometryOf(
  { walks, measures }: FileContent,
  table: TableKey,
  record: FileRecord,
  at: number,
): GeoJSON.Geometry | null {
  if (table === 'observations')
    return { type: 'Point', coordinates: [record.lon as number, record.lat as number] }
  if (table === 'walks') {
    const { route } = walks[at]
    return route.length > 1 ? { type: 'LineString', coordinates: route } : null
  }
  const geometry = table === 'measures' ? measures[at].geometry : null
  return geometry && ({ type: geometry.type, coordinates: geometry.coordinates } as GeoJSON.Geometry)
}
