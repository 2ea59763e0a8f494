import type { FileSubject } from '../../domain/preventionFile/tables.ts'
import { foldLabel } from '../../domain/taxonomy.ts'
import { matchSchema } from './ownTables.ts'

const FEELS_VALUES: ReadonlySet<string> = new Set(['trygg', 'otrygg', 'tryggt', 'otryggt', 'safe', 'unsafe'])
const CRIME = /brott|crime|offen[cs]e|insatstyp|handelsetyp/
// Tables of shapefiles cut headings after ten letters.
const OBSERVED = /iakttagels|^observation( |$)|trygghetsvandring|^vandring( |$)/
const FELT = /(^| )(o?trygg|o?trygghet|o?tryggt)( |$)/
const FOLLOWED = /ansvar|atgard senast|^beslut|^klart?( |$)|^kategori|^atgardas/
const MEASURE = /^(atgard|atgarder|insats|insatser|aktivitet|aktiviteter|measure|measures)( |$)|^atgardens/
const RESPONSIBLE = /ansvar|responsible/
const AIM = /(^| )(mal|effektmal|malsattning?|orsak|orsaker|uppfoljning?|problem|goal|follow up|cause)( |$)/

/**
 * What a table is about, by its headings and some of its rows; null where it is neither of walks nor of measures, as far as anyone
 * can tell: tables of crimes, repairs and areas must stay what they are.
 */
export function subjectOf(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): FileSubject | null {
  for (const subject of ['walks', 'measures'] as const) {
    const own = matchSchema(columns, subject)
    if (
      own &&
      (own.schema.parent === null ? own.schema.fields.length > 5 : own.schema.key === 'observations')
    )
      return subject
  }
  const names = columns.map(foldLabel)
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name))
  const count = (pattern: RegExp) => names.filter((name) => pattern.test(name)).length
  const crime = has(CRIME)
  const feels = names.some((_, column) => saysFeels(rows, column))
  if (
    !crime &&
    ((feels && (has(OBSERVED) || has(FOLLOWED))) || (has(OBSERVED) && (has(FELT) || count(FOLLOWED) > 1)))
  )
    return 'walks'
  return has(MEASURE) && has(RESPONSIBLE) && has(AIM) ? 'measures' : null
}

function saysFeels(rows: readonly (readonly string[])[], column: number): boolean {
  const filled = rows.map((cells) => foldLabel(cells[column] ?? '')).filter((value) => value !== '')
  return filled.length > 0 && filled.filter((value) => FEELS_VALUES.has(value)).length >= 0.8 * filled.length
}
