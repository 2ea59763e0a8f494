import type { IncidentKind } from '../domain/incident.ts'
import { foldLabel } from '../domain/taxonomy.ts'

const WORDS: Readonly<Record<IncidentKind, readonly string[]>> = {
  crime: [
    'brott',
    'anmält brott',
    'anmälda brott',
    'anmälan',
    'crime',
    'offence',
    'offense',
    'reported offence',
    'b',
  ],
  event: [
    'händelse',
    'händelser',
    'ordningsstörning',
    'ordningsstörningar',
    'ej brott',
    'event',
    'incident',
    'public disorder',
    'h',
  ],
}

const KINDS = new Map<string, IncidentKind>(
  (Object.keys(WORDS) as IncidentKind[]).flatMap((kind) =>
    WORDS[kind].map((word) => [foldLabel(word), kind] as const),
  ),
)

/** What a cell of a column "brott or händelse" says, or null. */
export function kindOf(text: string): IncidentKind | null {
  return KINDS.get(foldLabel(text)) ?? null
}
