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

  constructor(client: Pick<AnalysisClient, 'start'>) {
    this.#latest = new Latest<CountsRequest, CountsResult>(
      (request) => client.start('counts', request),
      (counts, { selection }) => {
        this.answer = { selection, counts }
        this.failure = null
      },
      (error) => (this.failure = error),
    )
  }

  /** @param types taxonomy ids; @param period half-open days */
  ask(types: readonly string[], period: Period): void {
    const selection: Selection = { ...EMPTY_SELECTION, types: [...types], period: { ...period } }
    this.#latest.request({ selection }, true)
  }

  /** Nothing is asked: what was answered is of another question. */
  forget(): void {
    this.#latest.drop()
    this.answer = null
  }
}
