import type { PeriodsProposal } from '../../domain/evaluationPeriods.ts'
import { duration, type Words } from './effectText.ts'

/** How the periods were come by: matched by the app and how, or settled by a person. */
export function periodsNote(proposal: PeriodsProposal | null, words: Words): string {
  const { matched } = words.texts.effect
  if (!proposal) return matched.settled
  const notes = proposal.notes.map(({ code, days }) => matched[code](duration(words, days)))
  return [matched[proposal.match], ...notes].join(' ')
}
