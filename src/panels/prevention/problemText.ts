import { FILE_TABLES } from '../../domain/preventionFile/tables.ts'
import { wordOf, type Vocabulary } from '../../domain/preventionFile/vocabularies.ts'
import type { FileProblem } from '../../ingest/prevention/problems.ts'
import type { Words } from './contentFacts.ts'

const VOCABULARIES: readonly Vocabulary[] = Object.values(FILE_TABLES)
  .flat()
  .flatMap(({ fields }) => fields.flatMap(({ words }) => (words ? [words] : [])))

/** Where it stands and what is wrong with it, as a sentence. */
export function problemText(problem: FileProblem, { texts, format }: Words): string {
  const { problems, place } = texts.preventionFiles
  const where = place(problem.table, format.integer(problem.row), problem.column)
  const start = where.charAt(0).toLocaleUpperCase() + where.slice(1)
  return `${start}: ${problems[problem.code](problem.value, insteadOf(problem, format.language))}`
}

function insteadOf({ code, instead = '' }: FileProblem, language: 'sv' | 'en'): string {
  if (code !== 'unknownWord' || instead === '') return instead
  const words = VOCABULARIES.find((vocabulary) => vocabulary.some(({ id }) => id === instead))
  return words ? wordOf(words, instead, language) : instead
}
