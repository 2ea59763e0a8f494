import type { Selection } from '../domain/selection.ts'
import type { AnalysisClient } from '../workers/analysisClient.ts'
import type { AreaSeries } from '../workers/engine/areaSeries.ts'
import { Latest } from '../workers/latest.ts'
import type { CountsRequest } from '../workers/messages.ts'

/** Every area year by year, for trends; computed only while the areas are looked at. */
export class AreaSeriesState {
  series = $state.raw<AreaSeries | null>(null)
  failure = $state.raw<Error | null>(null)
  #latest: Latest<CountsRequest, AreaSeries>
  #asked = ''

  constructor(client: AnalysisClient) {
    this.#latest = new Latest<CountsRequest, AreaSeries>(
      (request) => client.start('areaSeries', request),
      (series) => {
        this.series = series
        this.failure = null
      },
      (error) => {
        this.failure = error
        this.#asked = ''
      },
    )
  }

  /** Asks, unless this very question was the last one. The place filter and what is compared with play no part. */
  ask(selection: Selection): void {
    const { kind, period, types, hours, timeMethod } = selection
    const text = JSON.stringify([kind, period, types, hours, timeMethod])
    if (text === this.#asked) return
    this.#asked = text
    this.#latest.request({ selection: $state.snapshot(selection) as Selection }, true)
  }

  /** The areas or the rows are others: what was answered no longer holds. */
  forget(): void {
    this.#latest.drop()
    this.#asked = ''
    this.series = null
  }
}
