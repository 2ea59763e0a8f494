/**
 * Crime taxonomy in two levels, kategori → brottstyp (Brå, Rikspolisstyrelsen, SKL 2010, p. 48-49). It is data: a user
 * can replace it; the default stands in `defaultTaxonomy.json`.
 */

/**
 * What a rise means (handbook p. 40-41): a crime with interaction between victim and offender, one without, or one that
 * is found by surveillance and intervention, where more of them may only be more police.
 */
export type CrimeClass = 'interaction' | 'noInteraction' | 'proactive'

export interface Translated {
  sv: string
  en: string
}

/** A brottstyp. `sensitive` types come close to identity together with a place and are off by default where published. */
export interface CrimeType {
  id: string
  name: Translated
  class: CrimeClass
  sensitive?: boolean
  /** Labels in files that mean this type, besides its own names; compared without case and accents. */
  aliases?: string[]
}

/** A brottskategori. `colour` is the number 1-7 of the category colours in the design tokens; 0 is unclassified. */
export interface CrimeCategory {
  id: string
  name: Translated
  colour: number
  types: CrimeType[]
}

export interface Taxonomy {
  version: string
  categories: CrimeCategory[]
}

/**
 * A type as it stands in a loaded data set: a taxonomy type where the label was recognised, else the label itself.
 * Index 0 of a data set's labels is always "no type given" (`label` = '').
 */
export interface TypeLabel {
  /** The label as it stood in the source. */
  label: string
  /** Taxonomy id, or null where the label is not in the taxonomy. */
  typeId: string | null
}

/** Folds case, accents and punctuation so that labels from different systems compare. */
export function foldLabel(label: string): string {
  return label
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** A type with the category that it stands in. */
export interface PlacedType {
  type: CrimeType
  category: CrimeCategory
}

/** The taxonomy's types by id. */
export function typesById(taxonomy: Taxonomy): Map<string, PlacedType> {
  return new Map(
    taxonomy.categories.flatMap((category) =>
      category.types.map((type) => [type.id, { type, category }] as const),
    ),
  )
}

/** A lookup from a folded label to the taxonomy's type id. */
export function taxonomyIndex(taxonomy: Taxonomy): Map<string, string> {
  const index = new Map<string, string>()
  for (const category of taxonomy.categories)
    for (const type of category.types)
      for (const name of [type.id, type.name.sv, type.name.en, ...(type.aliases ?? [])])
        index.set(foldLabel(name), type.id)
  return index
}

/** Ids of the types that come close to identity together with a place. */
export function sensitiveTypeIds({ categories }: Taxonomy): Set<string> {
  return new Set(
    categories.flatMap(({ types }) => types.filter((type) => type.sensitive).map(({ id }) => id)),
  )
}
