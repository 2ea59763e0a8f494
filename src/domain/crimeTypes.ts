import defaultTaxonomy from './defaultTaxonomy.json' with { type: 'json' }
import type { Taxonomy } from './taxonomy.ts'
import type { TypeBreak } from './typeBreaks.ts'

/** What a person has said of a label, or of codes (`0811-0814, 09`): its type, or null for "ej klassad". */
export type TypeRule = { label: string; type: string | null } | { codes: string; type: string | null }

/** The list that the codes of the data are from. */
export interface CodeList {
  name: string
  version: string
  /** ISO date; null where it is not known. */
  validFrom: string | null
}

/** How offences are classed: the types, what labels and codes mean, of which list, and where the series break. */
export interface CrimeTypes {
  taxonomy: Taxonomy
  /** A later rule overrides an earlier one of the same label or codes. */
  mapping: readonly TypeRule[]
  codeList: CodeList | null
  breaks: readonly TypeBreak[]
}

/** The handbook's two levels (p. 48-49) and nothing besides. */
export const DEFAULT_CRIME_TYPES: Readonly<CrimeTypes> = {
  taxonomy: defaultTaxonomy as Taxonomy,
  mapping: [],
  codeList: null,
  breaks: [],
}
