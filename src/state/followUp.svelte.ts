import type { Period } from '../domain/period.ts'
import { EMPTY_SELECTION, type Selection } from '../domain/selection.ts'
import type { AnalysisClient } from '../workers/analysisClient.ts'
import { Latest } from '../workers/latest.ts'
import type { CountsRequest, CountsResult } from '../workers/messages.ts'

/** What was asked and what was counted: the period against the same dates a year before, for the whole and each area. */
export interface FollowUpAnswer {
  selection: Selection
  counts: CountsResult
}

/** The follow-up of a problem of the problem picture; counted while it is looked at, whatever the filters are. */
export class FollowUpState {
  answer = $state.raw<FollowUpAnswer | null>(null)
  failure = $state.raw<Error | null>(null)
  #latest: Latest<CountsRequest, CountsResult>
  #asked: CountsRequest | null = null
  /** What the last question was about. */
  #about: readonly unknown[] = []

  constructor(client: Pick<AnalysisClient, 'start'>) {
    this.#latest = new Latest<CountsRequest, CountsResult>(
      (request) => client.start('counts', request),
      (counts, request) => {
        // Cancelled on its way, it may arrive all the same.
        if (request === this.#asked) this.answer = { selection: request.selection, counts }
      },
      (error) => (this.failure = error),
    )
  }

  /** @param types taxonomy ids; @param period half-open days; @param about what the answer rests on beside them: the rows, the areas */
  ask(types: readonly string[], period: Period, about: readonly unknown[]): void {
    const selection: Selection = { ...EMPTY_SELECTION, types: [...types], period: { ...period } }
    if (about.some((one, i) => one !== this.#about[i])) this.answer = null
    this.#about = about
    this.failure = null
    this.#asked = { selection }
    this.#latest.request(this.#asked, true)
  }

  /** Nothing is asked: what was answered is of another question. */
  forget(): void {
    this.#latest.drop()
    this.#asked = null
    this.answer = null
    this.failure = null
  }
}
