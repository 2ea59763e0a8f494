import { wantedRows, sourceCell } from './columns.ts'
import { join, sql, unnestIndices, type Sql } from './sql.ts'

/** The rows with the given keys, in no order. */
export function page(rows: ArrayLike<number>, sourceColumns: readonly number[]): Sql {
  const cells = [...ROW_FIELDS, ...sourceColumns.map((index) => sourceCell(index))]
  return sql`WITH wanted AS (${unnestIndices(rows, 'UINTEGER')} AS row)
SELECT ${join(cells, ', ')}
FROM ${wantedRows(...cells)}`
}

const ROW_FIELDS = [
  sql`i.row AS row`,
  sql`(i.day - DATE '1970-01-01')::INTEGER AS day`,
  sql`strftime(i.start, '%Y-%m-%dT%H:%M') AS start`,
  sql`strftime(i.finish, '%Y-%m-%dT%H:%M') AS finish`,
  sql`i.hour_of_week AS hour_of_week`,
  sql`i.type AS type`,
  sql`i.kind AS kind`,
  sql`i.x AS x`,
  sql`i.y AS y`,
  sql`i.lon AS lon`,
  sql`i.lat AS lat`,
  sql`i.cost AS cost`,
  sql`a.id AS area`,
]
