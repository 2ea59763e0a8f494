import type { CrimeClass, Taxonomy, Translated } from '../domain/taxonomy.ts'
import type { TypeGroup } from '../workers/messages.ts'

/** A counted type with what the taxonomy knows of it. */
export interface CatalogueType {
  id: string
  name: string
  categoryId: string
  categoryName: string
  /** 1-7, or 0 where the taxonomy does not know it. */
  colour: number
  class: CrimeClass | null
}

/** Names and colours of the data set's types in one language, in the order of its groups. */
export function typeCatalogue(
  groups: readonly TypeGroup[],
  taxonomy: Taxonomy,
  language: keyof Translated,
  words: { unclassified: string; noType: string },
): CatalogueType[] {
  const known = new Map(
    taxonomy.categories.flatMap((category) =>
      category.types.map((type) => [type.id, { category, type }] as const),
    ),
  )
  return groups.map((group) => {
    const entry = group.typeId === null ? undefined : known.get(group.typeId)
    if (!entry)
      return {
        id: group.id,
        name: group.label || words.noType,
        categoryId: '',
        categoryName: words.unclassified,
        colour: 0,
        class: null,
      }
    const { category, type } = entry
    return {
      id: group.id,
      name: type.name[language],
      categoryId: category.id,
      categoryName: category.name[language],
      colour: category.colour,
      class: type.class,
    }
  })
}
