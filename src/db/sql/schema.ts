import { ident, join, sql, type Sql } from './sql.ts'
import { sourceColumn } from './columns.ts'

/** One row per incident of any layer; times are naive, in the data set's local time. NULL is a missing value. */
export const CREATE_INCIDENT_FACTS = sql`CREATE OR REPLACE TABLE incident_facts (
  row UINTEGER, day DATE, start TIMESTAMP, finish TIMESTAMP, hour_of_week UTINYINT,
  type USMALLINT, kind UTINYINT, x DOUBLE, y DOUBLE, lon DOUBLE, lat DOUBLE, cost DOUBLE, layer USMALLINT, area USMALLINT)`

/** The labels of the data set with their place in the taxonomy; ranks give the order of names in each language. */
export const CREATE_TYPES = sql`CREATE OR REPLACE TABLE types (
  type USMALLINT, label VARCHAR, type_id VARCHAR, category_id VARCHAR,
  name_sv VARCHAR, name_en VARCHAR, category_sv VARCHAR, category_en VARCHAR,
  rank_sv INTEGER, rank_en INTEGER, category_rank_sv INTEGER, category_rank_en INTEGER)`

export const CREATE_AREAS = sql`CREATE OR REPLACE TABLE areas (
  area USMALLINT, id VARCHAR, name VARCHAR, rank INTEGER)`

/** The layers with the key of their first row, from which the row in the layer's file follows. */
export const CREATE_LAYERS = sql`CREATE OR REPLACE TABLE layers (layer USMALLINT, name VARCHAR, first UINTEGER)`

/** Rows inside an outline, found outside the database. */
export const CREATE_PICKED = sql`CREATE OR REPLACE TABLE picked (row UINTEGER)`

/** Area of each row in the order of loading, NULL outside all areas, until it is joined into the facts. */
export const CREATE_ROW_AREAS = sql`CREATE OR REPLACE TABLE row_areas (area USMALLINT)`

/** The source files' own columns, as text, under safe names; a layer whose file lacks a column has NULL there. */
export function createSourceRows(columns: number): Sql {
  const cells = Array.from({ length: columns }, (_, index) => sql`${ident(sourceColumn(index))} VARCHAR`)
  return sql`CREATE OR REPLACE TABLE source_rows (${join([sql`row UINTEGER`, ...cells], ', ')})`
}

/** Room for a column that only a later layer's file has. */
export function addSourceColumn(index: number): Sql {
  return sql`ALTER TABLE source_rows ADD COLUMN ${ident(sourceColumn(index))} VARCHAR`
}

/** `source`: the file's columns under their own names, for free questions; `names` must be unique without case. */
export function createSourceView(names: readonly string[]): Sql {
  const cells = names.map((name, index) => sql`${ident(sourceColumn(index))} AS ${ident(name)}`)
  return sql`CREATE OR REPLACE VIEW source AS SELECT ${join([sql`row`, ...cells], ', ')} FROM source_rows`
}

/** `incidents`: the facts with names in place of indices, for free questions. */
export const CREATE_INCIDENTS_VIEW = sql`CREATE OR REPLACE VIEW incidents AS
SELECT i.row, i.day, i.start, i.finish, i.hour_of_week, i.type, t.label, t.type_id, t.category_id,
  ['crime', 'event', 'fire', 'repair'][i.kind + 1] AS kind, i.x, i.y, i.lon, i.lat, i.cost, a.id AS area, l.name AS layer
FROM incident_facts i
LEFT JOIN types t ON t.type = i.type
LEFT JOIN areas a ON a.area = i.area
LEFT JOIN layers l ON l.layer = i.layer`
