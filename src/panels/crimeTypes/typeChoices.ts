import { foldLabel, type Taxonomy } from '../../domain/taxonomy.ts'
import type { Language } from '../../i18n/format.ts'

/** A type to choose, under its category. */
export interface TypeChoice {
  id: string
  name: string
  category: string
  colour: number
}

/** The taxonomy's types in its order. */
export function typeChoices(taxonomy: Taxonomy, language: Language): TypeChoice[] {
  return taxonomy.categories.flatMap(({ name, colour, types }) =>
    types.map((type) => ({ id: type.id, name: type.name[language], category: name[language], colour })),
  )
}

/** Types whose name or category holds the words, in their categories. */
export function groupedChoices(choices: readonly TypeChoice[], search: string): [string, TypeChoice[]][] {
  const words = foldLabel(search)
  const groups = new Map<string, TypeChoice[]>()
  for (const choice of choices)
    if (foldLabel(`${choice.name} ${choice.category}`).includes(words))
      groups.set(choice.category, [...(groups.get(choice.category) ?? []), choice])
  return [...groups]
}
