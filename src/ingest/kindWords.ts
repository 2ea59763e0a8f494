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
  fire: [
    'brand',
    'bränder',
    'räddningsinsats',
    'räddningstjänst',
    'räddningsuppdrag',
    'anlagd brand',
    'fire',
    'fires',
    'rescue',
  ],
  repair: [
    'reparation',
    'reparationer',
    'åtgärdskostnad',
    'felanmälan',
    'underhåll',
    'skada',
    'teknisk förvaltning',
    'repair',
    'repairs',
    'maintenance',
  ],
}

const KINDS = new Map<string, IncidentKind>(
  (Object.keys(WORDS) as IncidentKind[]).flatMap((kind) =>
    WORDS[kind].map((word) => [foldLabel(word), kind] as const),
  ),
)

/** What a cell of a column of kinds says, or null. */
export function kindOf(text: string): IncidentKind | null {
  return KINDS.get(foldLabel(text)) ?? null
}

const NAME_PARTS: readonly (readonly [RegExp, IncidentKind])[] = [
  [/brott|rubricering|anmal|crime|offen[cs]e|polis/, 'crime'],
  [
    /reparation|sanering|atgardskostnad|teknisk forvaltning|underhall|felanmal|skaderapport|repair|maintenance/,
    'repair',
  ],
  [/(^| )brand|brander|raddning|(^| )fires?( |$)|rescue/, 'fire'],
  // A crime has a time and a place of the event too.
  [/handelse(?! ?(tid|dat|plats|nummer|nr|id|kl|start|slut))|ordningsstorning|(^| )events?( |$)/, 'event'],
]

/** What the names of a file and of its columns say that the rows are, the first name that says anything; null where none does. */
export function kindInName(names: readonly string[]): IncidentKind | null {
  for (const name of names) {
    const folded = foldLabel(name)
    const found = NAME_PARTS.find(([pattern]) => pattern.test(folded))
    if (found) return found[1]
  }
  return null
}
