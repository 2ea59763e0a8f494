import { typesById, type Taxonomy } from './taxonomy.ts'
import { labelKey } from './typeClassifier.ts'

/** A type that a label may mean, by how alike the words are, 0-1. */
export interface Suggestion {
  typeId: string
  likeness: number
}

/** Below this, two labels share no more than Swedish words do by chance. */
const LEAST_LIKENESS = 0.5

/**
 * Types whose names or aliases are written like a label: Dice's coefficient of their pairs of letters (Dice 1945), so that an inflexion, a
 * misspelling or a word more does not hide the rest. A suggestion is for a person to accept, never applied by itself.
 * @returns most alike first, at most `limit`
 */
export function typeSuggester(taxonomy: Taxonomy): (label: string, limit?: number) => Suggestion[] {
  const known = [...typesById(taxonomy).values()].map(({ type }) => ({
    typeId: type.id,
    names: [type.name.sv, type.name.en, ...(type.aliases ?? [])].map((name) => pairs(labelKey(name))),
  }))
  return (label, limit = 3) => {
    const own = pairs(labelKey(label))
    if (own.size < 3) return []
    return known
      .map(({ typeId, names }) => ({
        typeId,
        likeness: Math.max(...names.map((name) => likeness(own, name))),
      }))
      .filter((one) => one.likeness >= LEAST_LIKENESS)
      .sort((a, b) => b.likeness - a.likeness)
      .slice(0, limit)
  }
}

/** Pairs of neighbouring letters within words, each with how often it stands. */
function pairs(text: string): Map<string, number> {
  const found = new Map<string, number>()
  for (const word of text.split(' '))
    for (let i = 0; i + 1 < word.length; i++) {
      const pair = word.slice(i, i + 2)
      found.set(pair, (found.get(pair) ?? 0) + 1)
    }
  return found
}

function likeness(a: Map<string, number>, b: Map<string, number>): number {
  let [both, all] = [0, 0]
  for (const n of b.values()) all += n
  for (const [pair, n] of a) {
    all += n
    both += Math.min(n, b.get(pair) ?? 0)
  }
  return all === 0 ? 0 : (2 * both) / all
}
