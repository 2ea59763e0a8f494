import { filledCell, numberInCell } from './columns.ts'
import { join, sql, Sql } from './sql.ts'

/** Rows that tell what a source column holds; it decides alignment and sorting, no count. */
const SAMPLE_ROWS = 10_000

/** For each source column n: `filled_n` cells that are not blank and `numbers_n` of them that are numbers. */
export function sourceTypes(columns: number): Sql {
  const measures = Array.from(
    { length: columns },
    (_, index) => sql`count(${filledCell(index)})::INTEGER AS ${new Sql(`filled_${index}`)},
  count(${numberInCell(index)})::INTEGER AS ${new Sql(`numbers_${index}`)}`,
  )
  return sql`SELECT ${join(measures, ', ')} FROM (FROM source_rows LIMIT ${new Sql(String(SAMPLE_ROWS))}) s`
}
