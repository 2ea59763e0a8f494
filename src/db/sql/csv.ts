import type { ColumnKey, Language } from '../filter.ts'
import { cellText, wantedRows, isDecimal, sourceCell } from './columns.ts'
import { join, sql, type Sql } from './sql.ts'

/**
 * `csv_guard(text)`: a text that begins as a formula does (= + - @, their full-width forms, tab, carriage return; also
 * after spaces) gets an apostrophe before it, unless it is a plain number (OWASP, CSV Injection).
 */
export const CREATE_CSV_GUARD = sql`CREATE OR REPLACE MACRO csv_guard(v) AS CASE
  WHEN regexp_matches(v, '^\\s*[=+\\-@＝＋－＠]|^[\\t\\r]') AND NOT regexp_matches(v, '^[+-]?[0-9][0-9 .,]*$')
  THEN '''' || v ELSE v END`

/**
 * `csv_cell(text)`: the guarded text; separator, quotes and line breaks are quoted as RFC 4180 says. Most cells begin with a
 * letter or a digit and need neither: one look tells.
 */
export const CREATE_CSV_CELL = sql`CREATE OR REPLACE MACRO csv_cell(v) AS CASE
  WHEN v IS NULL THEN ''
  WHEN regexp_full_match(v, '[0-9A-Za-zÅÄÖåäö][^;"\\n\\r\\t]*') THEN v
  WHEN regexp_matches(v, '[;"\\n\\r\\t]') THEN '"' || replace(csv_guard(v), '"', '""') || '"'
  ELSE csv_guard(v) END`

/** One `line` a row, in the order of the keys, each ending in CRLF. */
export function csvLines(
  rows: ArrayLike<number>,
  columns: readonly ColumnKey[],
  options: { language: Language; decimal: ',' | '.' },
): Sql {
  const cells = columns.map((column) => csvCell(column, options))
  return sql`WITH wanted AS (
  SELECT unnest(string_split(${Array.from(rows).join(',')}, ',')::UINTEGER[]) AS row,
    unnest(range(${rows.length}::BIGINT)) AS position
)
SELECT ${line(cells)} AS line
FROM ${wantedRows(...cells)} ORDER BY wanted.position`
}

/** The header as one `line`. */
export function csvHeader(names: readonly string[]): Sql {
  return sql`SELECT ${line(names.map((name) => sql`csv_cell(${name}::VARCHAR)`))} AS line`
}

function line(cells: readonly Sql[]): Sql {
  return sql`concat_ws(';', ${join(cells, ', ')}) || chr(13) || chr(10)`
}

/** Numbers, dates and times of our own need no guard. */
const PLAIN: readonly ColumnKey[] = [
  'row',
  'day',
  'start',
  'finish',
  'hourOfWeek',
  'x',
  'y',
  'lon',
  'lat',
  'cost',
]

function csvCell(column: ColumnKey, { language, decimal }: { language: Language; decimal: ',' | '.' }): Sql {
  if (typeof column === 'number') return sql`csv_cell(${sourceCell(column)})`
  const text = cellText(column, language)
  if (isDecimal(column)) return sql`coalesce(replace(${text}, '.', ${decimal}), '')`
  return PLAIN.includes(column) ? sql`coalesce(${text}, '')` : sql`csv_cell(${text})`
}
