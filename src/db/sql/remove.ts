import { removesRows, type RowRemoval } from '../../domain/rowKeys.ts'
import { sourceColumn } from './columns.ts'
import { ident, inIndices, join, sql, Sql } from './sql.ts'

/** Whether a row of `i` or `s` stays: in none of the ranges and none of the single rows. */
function stays(key: Sql, { ranges, rows }: RowRemoval): Sql {
  const gone = [
    ...ranges.map(({ from, to }) => sql`(${key} >= ${from}::UINTEGER AND ${key} < ${to}::UINTEGER)`),
    ...(rows.length > 0 ? [inIndices(key, rows, 'UINTEGER')] : []),
  ]
  return sql`NOT (${join(gone, ' OR ')})`
}

/** Writes facts anew without the removed rows: the others keep their order, which assigning areas counts on. */
export function keepFacts(removal: RowRemoval): Sql {
  const condition = removesRows(removal) ? stays(sql`i.row`, removal) : new Sql('true')
  return sql`CREATE OR REPLACE TABLE incident_facts AS SELECT i.* FROM incident_facts i WHERE ${condition}`
}

/** The same for the source's cells, of which only the given columns stay, numbered anew from 0. */
export function keepSourceRows(removal: RowRemoval, columns: readonly number[]): Sql {
  const condition = removesRows(removal) ? stays(sql`s.row`, removal) : new Sql('true')
  const cells = columns.map((from, to) => sql`s.${ident(sourceColumn(from))} AS ${ident(sourceColumn(to))}`)
  return sql`CREATE OR REPLACE TABLE source_rows AS
SELECT ${join([sql`s.row AS row`, ...cells], ', ')} FROM source_rows s WHERE ${condition}`
}
