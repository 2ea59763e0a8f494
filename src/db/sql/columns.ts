import type { ColumnKey, IncidentField, Language } from '../filter.ts'
import { ident, sql, Sql } from './sql.ts'

/** Name of a source column inside the database: the file's own names never become identifiers of the store's queries. */
export function sourceColumn(index: number): string {
  return `c${index}`
}

export function sourceCell(index: number): Sql {
  return sql`s.${ident(sourceColumn(index))}`
}

/** A source cell with blanks as NULL. */
export function filledCell(index: number): Sql {
  return sql`nullif(trim(${sourceCell(index)}), '')`
}

/** A source cell as a number; decimal comma and spaces between thousands are read. NULL where it is none. */
export function numberInCell(index: number): Sql {
  return sql`TRY_CAST(replace(translate(trim(${sourceCell(index)}), ' \u00a0\u202f', ''), ',', '.') AS DOUBLE)`
}

/** Text of a column as it is read in the table; NULL where missing. Positions to the centimetre and to 0.1 m in degrees. */
export function cellText(column: ColumnKey, language: Language): Sql {
  if (typeof column === 'number') return filledCell(column)
  const names = language === 'sv' ? new Sql('sv') : new Sql('en')
  const texts: Record<IncidentField, Sql> = {
    row: sql`(i.row - coalesce(l.first, 1) + 1)::VARCHAR`,
    layer: sql`l.name`,
    day: sql`strftime(i.day, '%Y-%m-%d')`,
    start: sql`strftime(i.start, '%Y-%m-%d %H:%M')`,
    finish: sql`strftime(i.finish, '%Y-%m-%d %H:%M')`,
    hourOfWeek: sql`i.hour_of_week::VARCHAR`,
    type: sql`t.name_${names}`,
    category: sql`t.category_${names}`,
    kind: KIND_NAMES[language],
    area: sql`a.name`,
    x: sql`round(i.x, 2)::VARCHAR`,
    y: sql`round(i.y, 2)::VARCHAR`,
    lon: sql`round(i.lon, 6)::VARCHAR`,
    lat: sql`round(i.lat, 6)::VARCHAR`,
    cost: sql`round(i.cost, 2)::VARCHAR`,
  }
  return texts[column]
}

const KIND_NAMES: Record<Language, Sql> = {
  sv: sql`['brott', 'händelse', 'brand', 'reparation'][i.kind + 1]`,
  en: sql`['crime', 'event', 'fire', 'repair'][i.kind + 1]`,
}

/** A column as a number, for a `between` filter. */
export function cellNumber(column: ColumnKey): Sql {
  if (typeof column === 'number') return numberInCell(column)
  if (column === 'day') return sql`(i.day - DATE '1970-01-01')`
  if (column === 'hourOfWeek') return sql`i.hour_of_week`
  if (column === 'row') return sql`(i.row - coalesce(l.first, 1) + 1)`
  return new Sql(`i.${column}`)
}

/** Whether a column holds numbers by its nature, and is written with the decimal sign of the export. */
export function isDecimal(column: ColumnKey): boolean {
  return column === 'x' || column === 'y' || column === 'lon' || column === 'lat' || column === 'cost'
}

/**
 * The tables that some pieces of SQL read from, under the aliases that every piece uses: i incidents, t types, a areas,
 * l layers, s source. DuckDB does not drop a join that nothing reads, so only those whose alias is found are joined. (Values are
 * bound and source columns have names of our own, so that an alias in the text is always a table's.) Each incident has
 * exactly one type and one source row.
 */
export function incidentRows(...pieces: readonly Sql[]): Sql {
  return new Sql(['incident_facts i', ...joins('i.row', pieces)].join(' '))
}

/**
 * The same for the rows whose keys stand in `wanted`. Facts and source join on `wanted` directly: its few keys then filter
 * both scans, and DuckDB skips the segments outside their range and reads strings only of rows that hit.
 */
export function wantedRows(...pieces: readonly Sql[]): Sql {
  return new Sql(
    ['wanted JOIN incident_facts i ON i.row = wanted.row', ...joins('wanted.row', pieces)].join(' '),
  )
}

function joins(key: string, pieces: readonly Sql[]): string[] {
  const reads = (alias: string) => pieces.some((piece) => new RegExp(`\\b${alias}\\.`).test(piece.text))
  return [
    ...(reads('s') ? [`JOIN source_rows s ON s.row = ${key}`] : []),
    ...(reads('t') ? ['JOIN types t ON t.type = i.type'] : []),
    ...(reads('a') ? ['LEFT JOIN areas a ON a.area = i.area'] : []),
    ...(reads('l') ? ['LEFT JOIN layers l ON l.layer = i.layer'] : []),
  ]
}
