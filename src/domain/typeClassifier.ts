import { crimeCodeOf, parseCodes, spanWidth } from './crimeCodes.ts'
import type { CrimeTypes, TypeRule } from './crimeTypes.ts'
import { foldLabel, typesById, type TypeLabel } from './taxonomy.ts'

/** Why a label is read as it is: a person said so, a rule for codes, a name or an alias in the taxonomy, or nothing does. */
export type Reading =
  | { typeId: string | null; by: 'person' }
  | { typeId: string | null; by: 'codes'; codes: string }
  | { typeId: string; by: 'name' | 'alias' }
  | { typeId: null; by: 'none' }

const CODES = 10_000
const UNREAD: Reading = { typeId: null, by: 'none' }

/** What labels compare by: folded, or as they stand where folding leaves nothing. */
export function labelKey(label: string): string {
  return foldLabel(label) || label.trim()
}

export type Classifier = (label: string) => Reading

/**
 * Reads labels as types. What a person said of the label itself goes first, then the narrowest rule for its code (of two as narrow the later),
 * then the taxonomy's names, its aliases and its ids. A rule that names a type that is gone says nothing.
 */
export function classifier({ taxonomy, mapping }: CrimeTypes): Classifier {
  const types = typesById(taxonomy)
  const holds = ({ type }: TypeRule) => type === null || types.has(type)
  const names = new Map<string, Reading>()
  const called = [...types.values()].map(({ type }) => type)
  for (const { id: typeId } of called) names.set(labelKey(typeId), { typeId, by: 'alias' })
  for (const { id: typeId, aliases = [] } of called)
    for (const alias of aliases) names.set(labelKey(alias), { typeId, by: 'alias' })
  for (const { id: typeId, name } of called)
    for (const text of [name.sv, name.en]) names.set(labelKey(text), { typeId, by: 'name' })

  const labels = new Map<string, Reading>()
  for (const rule of mapping)
    if ('label' in rule && holds(rule)) labels.set(labelKey(rule.label), { typeId: rule.type, by: 'person' })
  const codes = codeTable(mapping.filter(holds))

  return (label) => {
    const key = labelKey(label)
    if (key === '') return UNREAD
    const said = labels.get(key)
    if (said) return said
    const code = crimeCodeOf(label)
    return (code === null ? null : codes[Number(code)]) ?? names.get(key) ?? UNREAD
  }
}

/** What each of the 10 000 codes is read as. The narrowest rule takes a code first, so that each code is written once. */
function codeTable(rules: readonly TypeRule[]): (Reading | undefined)[] {
  const spans = rules.flatMap((rule, order) =>
    'codes' in rule
      ? (parseCodes(rule.codes) ?? []).map((span) => ({
          span,
          order,
          width: spanWidth(span),
          reading: { typeId: rule.type, by: 'codes' as const, codes: rule.codes },
        }))
      : [],
  )
  spans.sort((a, b) => a.width - b.width || b.order - a.order)
  const table = new Array<Reading | undefined>(CODES)
  /** The next code that is not taken, from each on. */
  const next = Int32Array.from({ length: CODES + 1 }, (_, code) => code)
  const free = (code: number): number => {
    let found = code
    while (next[found] !== found) found = next[found]!
    for (let at = code; at !== found;) {
      const after = next[at]!
      next[at] = found
      at = after
    }
    return found
  }
  for (const { span, reading } of spans)
    for (let code = free(span.from); code <= span.to; code = free(code)) {
      table[code] = reading
      next[code] = code + 1
    }
  return table
}

/** The labels with the types that they are read as; the same list where nothing changes. */
export function classify(labels: readonly TypeLabel[], read: Classifier): readonly TypeLabel[] {
  const types = labels.map(({ label }) => read(label).typeId)
  return types.every((typeId, i) => typeId === labels[i]!.typeId)
    ? labels
    : labels.map(({ label }, i) => ({ label, typeId: types[i]! }))
}
