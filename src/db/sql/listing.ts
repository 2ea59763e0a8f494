import { incidentRows } from './columns.ts'
import { sql, type Sql } from './sql.ts'

/** Row keys of all incidents that meet a condition, in order. */
export function listing(condition: Sql, order: Sql): Sql {
  return sql`SELECT i.row AS row FROM ${incidentRows(condition, order)} WHERE ${condition} ORDER BY ${order}`
}

/** Number of incidents that meet a condition. */
export function count(condition: Sql): Sql {
  return sql`SELECT count(*)::INTEGER AS n FROM ${incidentRows(condition)} WHERE ${condition}`
}
