import type { Selection } from '../domain/selection.ts'
import type { AnalysisClient } from '../workers/analysisClient.ts'
import type { UnreportedRequest, UnreportedResult } from '../workers/engine/unreported.ts'
import { Latest } from '../workers/latest.ts'

/** How near in space and time a crime must be to count as the report of a fire or a repair. */
export interface UnreportedSettings {
  crimeTypes: string[]
  /** Metres. */
  distance: number
  days: number
}

/** Damage that was never reported: asked for while its card is on screen. */
export class UnreportedState {
  settings = $state.raw<UnreportedSettings>({ crimeTypes: [], distance: 100, days: 14 })
  result = $state.raw<UnreportedResult | null>(null)
  failure = $state.raw<Error | null>(null)
  #latest: Latest<UnreportedRequest, UnreportedResult>

  constructor(client: AnalysisClient) {
    this.#latest = new Latest<UnreportedRequest, UnreportedResult>(
      (request) => client.start('unreported', request),
      (result) => {
        this.result = result
        this.failure = null
      },
      (error) => (this.failure = error),
    )
  }

  change(part: Partial<UnreportedSettings>): void {
    this.settings = { ...this.settings, ...part }
  }

  ask(selection: Selection): void {
    const request = { selection, ...this.settings }
    this.#latest.request($state.snapshot(request) as UnreportedRequest)
  }

  /** The rows are others: what was answered no longer holds. */
  forget(): void {
    this.#latest.drop()
    this.result = null
    this.settings = { ...this.settings, crimeTypes: [] }
  }
}
