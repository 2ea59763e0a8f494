import { Int32, makeVector, Table } from 'apache-arrow'
import type { RowRange } from '../domain/rowKeys.ts'
import type { Taxonomy, Translated, TypeLabel } from '../domain/taxonomy.ts'
import { nullable, texts } from './vectors.ts'

/** An area as the incident table names it. */
export interface AreaName {
  id: string
  name: string
}

/** A layer as the incident table names it. */
export interface LayerName extends RowRange {
  /** Unique among the layers that the data set has had. */
  number: number
  name: string
}

/** The layers as rows of the table `layers`. */
export function layerRows(layers: readonly LayerName[]): Table {
  return new Table({
    layer: makeVector(Uint16Array.from(layers, ({ number }) => number)),
    name: texts(layers.map(({ name }) => name)),
    first: makeVector(Uint32Array.from(layers, ({ from }) => from)),
  })
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
  return new Table({
    type: makeVector(Uint16Array.from(labels.keys())),
    label: texts(labels.map((label) => label.label)),
    type_id: texts(labels.map((label) => label.typeId)),
    category_id: texts(found.map((entry) => entry?.category.id ?? null)),
    name_sv: texts(name('sv')),
    name_en: texts(name('en')),
    category_sv: texts(category('sv')),
    category_en: texts(category('en')),
    rank_sv: ranks(name('sv'), 'sv'),
    rank_en: ranks(name('en'), 'en'),
    category_rank_sv: ranks(category('sv'), 'sv'),
    category_rank_en: ranks(category('en'), 'en'),
  })
}

/** The areas as rows of the table `areas`; area i is `areas[i]`. */
export function areaNameRows(areas: readonly AreaName[]): Table {
  const names = areas.map((area) => area.name)
  return new Table({
    area: makeVector(Uint16Array.from(areas.keys())),
    id: texts(areas.map((area) => area.id)),
    name: texts(names),
    rank: ranks(names, 'sv'),
  })
}

/** Place of each name in the language's alphabet, equal names alike; null stays NULL. "Område 10" comes after "Område 2". */
function ranks(names: readonly (string | null)[], language: keyof Translated) {
  const { compare } = new Intl.Collator(language, { numeric: true })
  const sorted = [...new Set(names.filter((name) => name !== null))].sort(compare)
  const rankOf = new Map(sorted.map((name, rank) => [name, rank]))
  const places = Int32Array.from(names, (name) => (name === null ? 0 : rankOf.get(name)!))
  return nullable(new Int32(), places, (i) => names[i] !== null)
}
