import { foldLabel } from '../../domain/taxonomy.ts'
import type { Mapping } from '../mapping.ts'
import { isMissing } from '../numbers.ts'
import type { SourceDescription } from '../source.ts'
import { isPartInCase } from './columnNames.ts'
import type { PrivacyFinding } from './inspect.ts'
import type { PrivacyKind } from './kinds.ts'

/** Why a file is one of persons, and by which columns. */
export interface PersonFile {
  reason: 'register' | 'birthDates' | 'partInCase'
  columns: string[]
}

/** A kind in at least this share of the cells says what the column is. */
const MOST = 0.6

/**
 * Whether one row is one person rather than one incident:
 * - `partInCase`: a column called after the suspect, the injured party, the victim or a witness identifies them. A crime then stands once
 *   for each of its persons, and rows counted as crimes would be wrong besides;
 * - `birthDates`: names stand beside dates of birth;
 * - `register`: every row has a personnummer of its own, and fewer than two of incident date, position and type of crime.
 * An export of incidents that merely has a column of personnummer, names or dates of birth is none: the column is dropped.
 */
export function personFile(
  description: SourceDescription,
  mapping: Mapping,
  findings: readonly PrivacyFinding[],
): PersonFile | null {
  const having = (kind: PrivacyKind) =>
    findings.filter((finding) => finding.kinds.some((found) => found.kind === kind && found.share >= MOST))
  const names = (columns: readonly PrivacyFinding[]) =>
    columns.map(({ column }) => description.columns[column])
  const identified = having('identityNumber')
  const births = having('birthDate')
  const parts = [...identified, ...having('name'), ...births].filter(({ column }) =>
    isPartInCase(foldLabel(description.columns[column])),
  )
  if (parts.length > 0) return { reason: 'partInCase', columns: [...new Set(names(parts))] }
  const named = having('name')
  if (named.length > 0 && births.length > 0)
    return { reason: 'birthDates', columns: names([...named, ...births]) }
  const own = identified.filter(({ column }) => isOwnOfEachRow(description, column))
  if (own.length > 0 && incidentFacts(mapping, [...births, ...identified]) < 2)
    return { reason: 'register', columns: names(own) }
  return null
}

/** How many of incident date, position and type of crime the file has. */
function incidentFacts(mapping: Mapping, ofPersons: readonly PrivacyFinding[]): number {
  const { from, position, type, certainty } = mapping
  const dated = from !== null && !ofPersons.some(({ column }) => column === from.column)
  const typed = type !== null && certainty.type !== 'guess'
  return [dated, position !== null, typed].filter(Boolean).length
}

/** Nearly every row has a value, and nearly every value comes once. */
function isOwnOfEachRow(description: SourceDescription, column: number): boolean {
  const rows = [...description.sample.map((row) => row.cells), ...description.probe]
  const filled = rows.map((cells) => (cells[column] ?? '').trim()).filter((text) => !isMissing(text))
  return filled.length >= 0.8 * rows.length && new Set(filled).size >= 0.95 * filled.length
}
