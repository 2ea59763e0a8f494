import { idOfWord, type Vocabulary } from '../../domain/preventionFile/vocabularies.ts'
import { foldLabel } from '../../domain/taxonomy.ts'

const SHORTEST = 4

/** The identifier of a cell: it is a word of the vocabulary, or the first that stands in it ("Dålig belysning"). */
export function wordIn(vocabulary: Vocabulary, cell: string): string | null {
  const whole = idOfWord(vocabulary, cell)
  if (whole !== null) return whole
  const folded = foldLabel(cell)
  let found: { id: string; at: number } | null = null
  for (const { id, sv, en } of vocabulary)
    for (const word of [...sv, ...en]) {
      const sought = foldLabel(word)
      const at = sought.length < SHORTEST ? -1 : folded.indexOf(sought)
      if (at >= 0 && (!found || at < found.at)) found = { id, at }
    }
  return found?.id ?? null
}
