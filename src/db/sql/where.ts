import { hoursInWindow } from '../../domain/hourWindow.ts'
import { KIND_CODES } from '../../domain/incident.ts'
import type { Selection } from '../../domain/selection.ts'
import { DatabaseError } from '../errors.ts'
import type { ColumnFilter, IncidentFilter, Language } from '../filter.ts'
import { cellNumber, cellText, filledCell } from './columns.ts'
import { inIndices, join, sql, Sql } from './sql.ts'

/** What the names in a selection mean in the loaded data set. */
export interface FilterContext {
  /** Indices of the type labels that a selection's type ids or raw labels mean. */
  typeIndices(types: readonly string[]): number[]
  /** Indices of areas by id; unknown ids are left out. */
  areaIndices(ids: readonly string[]): number[]
  /** Number of source columns, which a search looks through. */
  sourceColumns: number
  language: Language
}

/**
 * The condition of a filter over the aliases of `INCIDENT_ROWS`. Rows that lack what a clause asks for (date, clock time,
 * position) do not meet it. Rows inside an outline stand in the table `picked`. Hours are those of the start; by another method the
 * analysis worker chooses the rows, and `selection.hours` is null.
 * @throws DatabaseError `rowsMissing`
 */
export function where(filter: IncidentFilter, context: FilterContext): Sql {
  const clauses = [
    ...(filter.selection ? selectionClauses(filter.selection, filter.rows !== undefined, context) : []),
    ...(filter.rows ? [sql`i.row IN (SELECT row FROM picked)`] : []),
    ...(filter.search?.trim() ? [searchClause(filter.search.trim(), context)] : []),
    ...(filter.columns ?? []).map((clause) => columnClause(clause, context.language)),
  ]
  return clauses.length === 0 ? new Sql('true') : join(clauses, ' AND ')
}

function selectionClauses(selection: Selection, rowsGiven: boolean, context: FilterContext): Sql[] {
  const { kind, period, types, hours, place, timeMethod } = selection
  const clauses = [sql`i.kind = ${KIND_CODES[kind]}`]
  if (period) clauses.push(sql`i.day >= ${epochDay(period.from)} AND i.day < ${epochDay(period.to)}`)
  if (types.length > 0) clauses.push(inIndices(sql`i.type`, context.typeIndices(types), 'USMALLINT'))
  if (hours) {
    const inside = hoursInWindow(hours)
    const chosen = [...inside.keys()].filter((hour) => inside[hour] === 1)
    clauses.push(inIndices(sql`i.hour_of_week`, chosen, 'UTINYINT'))
  }
  if (place?.kind === 'areas')
    clauses.push(inIndices(sql`i.area`, context.areaIndices(place.ids), 'USMALLINT'))
  if (place?.kind === 'outline' && !rowsGiven)
    throw new DatabaseError('rowsMissing', `the rows inside the outline "${place.label}" are not given`)
  if (hours && timeMethod !== 'start')
    throw new DatabaseError(
      'rowsMissing',
      `hours by ${timeMethod} are decided by the analysis worker, row by row`,
    )
  return clauses
}

/** A day number as a DATE. */
function epochDay(day: number): Sql {
  return sql`DATE '1970-01-01' + ${day}::INTEGER`
}

function searchClause(search: string, context: FilterContext): Sql {
  const cells = Array.from({ length: context.sourceColumns }, (_, index) => filledCell(index))
  const named = [cellText('type', context.language), cellText('area', context.language)]
  // A unit separator keeps a hit from running over two cells.
  return sql`contains(lower(concat_ws(chr(31), ${join([...cells, ...named], ', ')})), lower(${search}))`
}

function columnClause(clause: ColumnFilter, language: Language): Sql {
  const text = cellText(clause.column, language)
  switch (clause.test) {
    case 'missing':
      return sql`${text} IS NULL`
    case 'contains':
      return sql`contains(lower(${text}), lower(${clause.text}))`
    case 'equals':
      return sql`lower(${text}) = lower(${clause.text})`
    case 'between': {
      const number = cellNumber(clause.column)
      const bounds = [
        ...(clause.from === undefined ? [] : [sql`${number} >= ${clause.from}::DOUBLE`]),
        ...(clause.to === undefined ? [] : [sql`${number} <= ${clause.to}::DOUBLE`]),
      ]
      return bounds.length === 0 ? sql`${number} IS NOT NULL` : join(bounds, ' AND ')
    }
  }
}
