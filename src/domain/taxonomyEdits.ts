import type { CrimeTypes, TypeRule } from './crimeTypes.ts'
import type { CrimeCategory, CrimeClass, CrimeType, Taxonomy, Translated } from './taxonomy.ts'
import { foldLabel, typesById } from './taxonomy.ts'
import { labelKey } from './typeClassifier.ts'

/** What can be said of a type in the editor; its id stays. */
export interface TypeFields {
  name: Translated
  categoryId: string
  class: CrimeClass
  sensitive: boolean
  aliases: readonly string[]
}

/** Why an edit is refused. */
export type EditRefusal =
  { code: 'emptyName' } | { code: 'nameTaken'; name: string; by: string } | { code: 'lastCategory' }

/** Thrown where an edit would leave two types of one name, or none. */
export class TaxonomyEditError extends Error {
  constructor(readonly refusal: EditRefusal) {
    super(refusal.code)
    this.name = 'TaxonomyEditError'
  }
}

export function addType(types: CrimeTypes, fields: TypeFields): { types: CrimeTypes; id: string } {
  const id = newId(fields.name.sv, new Set(typesById(types.taxonomy).keys()))
  checkNames(types.taxonomy, id, fields)
  return { types: withType(types, { id, ...ownFields(fields) }, fields.categoryId), id }
}

/** Renames, moves and describes a type. Its old names stay as aliases, so that labels that were read by them still are. */
export function changeType(types: CrimeTypes, id: string, fields: TypeFields): CrimeTypes {
  const before = typesById(types.taxonomy).get(id)!.type
  checkNames(types.taxonomy, id, fields)
  const old = [before.name.sv, before.name.en].filter((name) => !isNamed(name, fields.name))
  const type = { id, ...ownFields({ ...fields, aliases: [...fields.aliases, ...old] }) }
  return withType(types, type, fields.categoryId)
}

/**
 * Takes a type away. With a target its names become aliases of the target and what pointed at it points there; without one its labels are no longer
 * classed.
 */
export function removeType(types: CrimeTypes, id: string, into: string | null): CrimeTypes {
  const known = typesById(types.taxonomy)
  const gone = known.get(id)!.type
  const pointed = (rule: TypeRule) => rule.type === id
  const mapping = into
    ? types.mapping.map((rule) => (pointed(rule) ? { ...rule, type: into } : rule))
    : types.mapping.filter((rule) => !pointed(rule))
  const breaks = types.breaks.flatMap((one) => {
    if (one.types === 'all' || !one.types.includes(id)) return [one]
    const left = new Set(one.types.flatMap((type) => (type !== id ? [type] : into ? [into] : [])))
    return left.size > 0 ? [{ ...one, types: [...left] }] : []
  })
  const without = {
    ...types,
    mapping,
    breaks,
    taxonomy: edited(types.taxonomy, (category) => dropType(category, id)),
  }
  if (!into) return without
  const { type: target, category } = known.get(into)!
  const aliases = merged(target, [gone.name.sv, gone.name.en, ...(gone.aliases ?? [])])
  return withType(without, { ...target, aliases }, category.id)
}

export function addCategory(types: CrimeTypes, name: Translated, colour: number): CrimeTypes {
  if (!name.sv.trim()) throw new TaxonomyEditError({ code: 'emptyName' })
  const id = newId(name.sv, new Set(types.taxonomy.categories.map((category) => category.id)))
  const category = { id, name: tidied(name), colour, types: [] }
  return { ...types, taxonomy: { ...types.taxonomy, categories: [...types.taxonomy.categories, category] } }
}

export function changeCategory(types: CrimeTypes, id: string, name: Translated, colour: number): CrimeTypes {
  if (!name.sv.trim()) throw new TaxonomyEditError({ code: 'emptyName' })
  const change = (category: CrimeCategory) =>
    category.id === id ? { ...category, name: tidied(name), colour } : category
  return { ...types, taxonomy: edited(types.taxonomy, change) }
}

/** Takes a category away; its types move to another one. */
export function removeCategory(types: CrimeTypes, id: string, into: string): CrimeTypes {
  const { categories } = types.taxonomy
  const moved = categories.find((category) => category.id === id)?.types ?? []
  if (categories.length < 2) throw new TaxonomyEditError({ code: 'lastCategory' })
  const left = categories
    .filter((category) => category.id !== id)
    .map((category) =>
      category.id === into ? { ...category, types: [...category.types, ...moved] } : category,
    )
  return { ...types, taxonomy: { ...types.taxonomy, categories: left } }
}

/** What a person says that labels are, in place of what was said of them before; `undefined` takes it back. */
export function classLabels(
  types: CrimeTypes,
  labels: readonly string[],
  type: string | null | undefined,
): CrimeTypes {
  const keys = new Set(labels.map(labelKey))
  const kept = types.mapping.filter((rule) => !('label' in rule) || !keys.has(labelKey(rule.label)))
  const said = type === undefined ? [] : labels.map((label) => ({ label, type }))
  return { ...types, mapping: [...kept, ...said] }
}

/** A rule for codes, in place of an earlier one with the same text; null type = "ej klassad", `undefined` takes it away. */
export function classCodes(types: CrimeTypes, codes: string, type: string | null | undefined): CrimeTypes {
  const kept = types.mapping.filter((rule) => !('codes' in rule) || rule.codes !== codes)
  return { ...types, mapping: type === undefined ? kept : [...kept, { codes, type }] }
}

function withType(types: CrimeTypes, type: CrimeType, categoryId: string): CrimeTypes {
  const taxonomy = edited(types.taxonomy, (category) => {
    const at = category.types.findIndex(({ id }) => id === type.id)
    if (category.id !== categoryId) return at < 0 ? category : dropType(category, type.id)
    return { ...category, types: at < 0 ? [...category.types, type] : category.types.with(at, type) }
  })
  return { ...types, taxonomy }
}

function edited(taxonomy: Taxonomy, change: (category: CrimeCategory) => CrimeCategory): Taxonomy {
  return { ...taxonomy, categories: taxonomy.categories.map(change) }
}

function dropType(category: CrimeCategory, id: string): CrimeCategory {
  return { ...category, types: category.types.filter((type) => type.id !== id) }
}

function ownFields({ name, class: ofClass, sensitive, aliases }: TypeFields): Omit<CrimeType, 'id'> {
  const own = { name: tidied(name), class: ofClass }
  const others = merged({ id: '', ...own }, aliases)
  return {
    ...own,
    ...(sensitive ? { sensitive } : {}),
    ...(others.length > 0 ? { aliases: others } : {}),
  }
}

/** Aliases of a type with others, each once, its own names left out. */
function merged({ name, aliases = [] }: CrimeType, more: readonly string[]): string[] {
  const byKey = new Map([...aliases, ...more].map((alias) => [labelKey(alias), alias.trim()]))
  return [...byKey].filter(([key, alias]) => key !== '' && !isNamed(alias, name)).map(([, alias]) => alias)
}

function isNamed(text: string, { sv, en }: Translated): boolean {
  return labelKey(text) === labelKey(sv) || labelKey(text) === labelKey(en)
}

/** English falls back on the Swedish name. */
function tidied({ sv, en }: Translated): Translated {
  return { sv: sv.trim(), en: en.trim() || sv.trim() }
}

function checkNames(taxonomy: Taxonomy, id: string, { name, aliases }: TypeFields): void {
  const own = tidied(name)
  if (!own.sv) throw new TaxonomyEditError({ code: 'emptyName' })
  for (const { type } of typesById(taxonomy).values()) {
    if (type.id === id) continue
    const taken = [own.sv, own.en].find((text) => isNamed(text, type.name))
    const alias = aliases.find((text) => labelKey(text) !== '' && isNamed(text, type.name))
    const clash = taken ?? alias
    if (clash !== undefined) throw new TaxonomyEditError({ code: 'nameTaken', name: clash, by: type.id })
  }
}

/** An id of the name that no other has; ids in addresses and files outlive the name. */
function newId(name: string, taken: ReadonlySet<string>): string {
  const base = `egen-${foldLabel(name).replaceAll(' ', '-').slice(0, 40) || 'typ'}`
  let id = base
  for (let n = 2; taken.has(id); n++) id = `${base}-${n}`
  return id
}
