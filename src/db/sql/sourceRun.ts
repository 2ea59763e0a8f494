import { sourceColumn } from './columns.ts'
import { ident, join, sql, type Sql } from './sql.ts'

/** The source's cells of the rows with keys from the first to the last, in their order; columns by their places in the table. */
export function sourceRun(first: number, last: number, places: readonly number[]): Sql {
  const cells = places.map((place) => sql`s.${ident(sourceColumn(place))}`)
  return sql`SELECT ${join([sql`s.row`, ...cells], ', ')} FROM source_rows s
WHERE s.row BETWEEN ${first}::UINTEGER AND ${last}::UINTEGER ORDER BY s.row`
}
