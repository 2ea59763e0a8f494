import { incidentRows } from './columns.ts'
import { sql, type Sql } from './sql.ts'

/**
 * Counts by type, by month, by hour of the week and by area in one pass. One row a group; `grouping` is 0 type, 1 month
 * (day number of its first day), 2 hour of the week, 3 area; `key` is NULL for the rows that lack it.
 */
export function counts(condition: Sql): Sql {
  return sql`WITH chosen AS (
  SELECT i.type::INTEGER AS type, (date_trunc('month', i.day)::DATE - DATE '1970-01-01')::INTEGER AS month,
    i.hour_of_week::INTEGER AS hour, i.area::INTEGER AS area
  FROM ${incidentRows(condition)} WHERE ${condition}
)
SELECT CASE GROUPING(type, month, hour, area) WHEN 7 THEN 0 WHEN 11 THEN 1 WHEN 13 THEN 2 ELSE 3 END AS grouping,
  coalesce(type, month, hour, area) AS key, count(*)::INTEGER AS n
FROM chosen GROUP BY GROUPING SETS ((type), (month), (hour), (area))
ORDER BY grouping, key NULLS LAST`
}
