import type { ColumnKey, Language, Sort } from '../filter.ts'
import { filledCell, numberInCell } from './columns.ts'
import { sql, Sql } from './sql.ts'

/** What a source column holds, as far as its sample tells. */
export type SourceColumnType = 'number' | 'text'

/** Sort key of a row inside `INCIDENT_ROWS`, ties in the order of the source, missing values last both ways. */
export function orderBy(sort: Sort, language: Language, sourceTypes: readonly SourceColumnType[]): Sql {
  const direction = new Sql(sort.direction === 'ascending' ? 'ASC' : 'DESC')
  if (sort.column === 'row') return sql`i.row ${direction}`
  const keys = sortKeys(sort.column, language, sourceTypes).map((key) => sql`${key} ${direction} NULLS LAST`)
  return keys.reduceRight((rest, key) => sql`${key}, ${rest}`, sql`i.row ASC`)
}

function sortKeys(column: ColumnKey, language: Language, sourceTypes: readonly SourceColumnType[]): Sql[] {
  if (typeof column === 'number')
    return sourceTypes[column] === 'number' ? [numberInCell(column)] : [swedishKey(filledCell(column))]
  switch (column) {
    case 'day':
      return [sql`i.day`, sql`i.start`]
    case 'type':
      return [new Sql(`t.rank_${language}`)]
    case 'category':
      return [new Sql(`t.category_rank_${language}`), new Sql(`t.rank_${language}`)]
    case 'layer':
      return [sql`i.layer`]
    case 'area':
      return [sql`a.rank`]
    case 'hourOfWeek':
      return [sql`i.hour_of_week`]
    default:
      return [new Sql(`i.${column}`)]
  }
}

/**
 * A text that sorts bytewise as Swedish does: without case, å ä ö after z (æ with ä, ø with ö), other accents off. DuckDB's
 * own collations need ICU, which is an extension.
 */
function swedishKey(text: Sql): Sql {
  return sql`strip_accents(translate(lower(${text}), 'åäöæø', '{|}|}'))`
}
