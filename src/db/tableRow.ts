import type { Table } from 'apache-arrow'
import { INCIDENT_KINDS, type IncidentKind } from '../domain/incident.ts'

/** A row of the incident table. null = missing. */
export interface TableRow {
  /** {@link IncidentColumns.row} */
  row: number
  /** Day number of the start. */
  day: number | null
  /** Local wall time, `2025-03-01T22:30`. */
  start: string | null
  /** Local wall time. */
  finish: string | null
  /** 0 = Monday 00-01. */
  hourOfWeek: number | null
  /** Index into the data set's type labels. */
  type: number
  kind: IncidentKind
  /** Metres in the data set's CRS. */
  x: number | null
  y: number | null
  /** Degrees WGS84. */
  lon: number | null
  lat: number | null
  /** SEK. */
  cost: number | null
  /** Id of the area that holds the position. */
  area: string | null
  /** Cells of the source columns that were asked for, as text. */
  source: (string | null)[]
}

/** Rows of the query `page`, in the order of `rows`; keys that the database does not know are left out. */
export function tableRows(table: Table, rows: ArrayLike<number>): TableRow[] {
  const columns = table.schema.fields.map((_, index) => table.getChildAt(index)!)
  const found = new Map<number, TableRow>()
  for (let i = 0; i < table.numRows; i++) {
    const [row, day, start, finish, hourOfWeek, type, kind, x, y, lon, lat, cost, area, ...source] =
      columns.map((column) => column.get(i))
    found.set(row, {
      row,
      day,
      start,
      finish,
      hourOfWeek,
      type,
      kind: INCIDENT_KINDS[kind]!,
      x,
      y,
      lon,
      lat,
      cost,
      area,
      source,
    })
  }
  return Array.from(rows).flatMap((row) => found.get(row) ?? [])
}
