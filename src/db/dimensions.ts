import { Int32, Table, Uint16, Utf8, vectorFromArray } from 'apache-arrow'
import type { Taxonomy, Translated, TypeLabel } from '../domain/taxonomy.ts'

/** An area as the incident table names it. */
export interface AreaName {
  id: string
  name: string
}

/** The type labels of a data set as rows of the table `types`. A label outside the taxonomy is its own name. */
export function typeRows(labels: readonly TypeLabel[], taxonomy: Taxonomy): Table {
  const known = new Map(
    taxonomy.categories.flatMap((category) =>
      category.types.map((type) => [type.id, { type, category }] as const),
    ),
  )
  const found = labels.map((label) => (label.typeId === null ? undefined : known.get(label.typeId)))
  const name = (language: keyof Translated) =>
    labels.map((label, i) => (found[i]?.type.name[language] ?? label.label) || null)
  const category = (language: keyof Translated) =>
    found.map((entry) => entry?.category.name[language] ?? null)
  const text = (values: (string | null)[]) => vectorFromArray(values, new Utf8())
  const rank = (values: (string | null)[], language: keyof Translated) =>
    vectorFromArray(ranks(values, language), new Int32())
  return new Table({
    type: vectorFromArray([...labels.keys()], new Uint16()),
    label: text(labels.map((label) => label.label)),
    type_id: text(labels.map((label) => label.typeId)),
    category_id: text(found.map((entry) => entry?.category.id ?? null)),
    name_sv: text(name('sv')),
    name_en: text(name('en')),
    category_sv: text(category('sv')),
    category_en: text(category('en')),
    rank_sv: rank(name('sv'), 'sv'),
    rank_en: rank(name('en'), 'en'),
    category_rank_sv: rank(category('sv'), 'sv'),
    category_rank_en: rank(category('en'), 'en'),
  })
}

/** The areas as rows of the table `areas`; area i is `areas[i]`. */
export function areaNameRows(areas: readonly AreaName[]): Table {
  const names = areas.map((area) => area.name)
  return new Table({
    area: vectorFromArray([...areas.keys()], new Uint16()),
    id: vectorFromArray(
      areas.map((area) => area.id),
      new Utf8(),
    ),
    name: vectorFromArray(names, new Utf8()),
    rank: vectorFromArray(ranks(names, 'sv'), new Int32()),
  })
}

/** Place of each name in the language's alphabet, equal names alike; null stays null. "Område 10" comes after "Område 2". */
function ranks(names: readonly (string | null)[], language: keyof Translated): (number | null)[] {
  const { compare } = new Intl.Collator(language, { numeric: true })
  const sorted = [...new Set(names.filter((name) => name !== null))].sort(compare)
  const rankOf = new Map(sorted.map((name, rank) => [name, rank]))
  return names.map((name) => (name === null ? null : rankOf.get(name)!))
}
