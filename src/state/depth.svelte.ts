import type { Selection } from '../domain/selection.ts'
import type { AnalysisClient } from '../workers/analysisClient.ts'
import {
  DEFAULT_DEPTH_SETTINGS,
  type DepthMap,
  type DepthMethod,
  type DepthRequest,
  type DepthResponse,
  type DepthSettings,
} from '../workers/depth/depthMethods.ts'
import type { Progress } from '../workers/jobs.ts'
import { Latest } from '../workers/latest.ts'

/** The one deepening analysis that is open: what it was asked, how far it is, what it answered. */
export class DepthState {
  settings = $state.raw<DepthSettings>(DEFAULT_DEPTH_SETTINGS)
  answer = $state.raw<DepthResponse | null>(null)
  /** How far a running job is; null where none runs. */
  progress = $state.raw<Progress | null>(null)
  /** The person stopped it: nothing is computed until something changes or they ask again. */
  stopped = $state(false)
  failure = $state.raw<Error | null>(null)
  #latest: Latest<DepthRequest, DepthResponse>
  #asked: DepthRequest | null = null
  #askedText = ''

  constructor(client: AnalysisClient) {
    this.#latest = new Latest<DepthRequest, DepthResponse>(
      (request) =>
        client.start('depth', request, {
          progress: (progress) => {
            // Some may still be on its way from a job that was stopped.
            if (request === this.#asked && !this.stopped) this.progress = progress
          },
        }),
      (response, request) => {
        if (request !== this.#asked) return
        this.answer = response
        this.progress = null
      },
      (error) => {
        this.failure = error
        this.progress = null
      },
    )
  }

  /** An answer is on its way; what is shown is of an older question. */
  get stale(): boolean {
    return this.progress !== null
  }

  /** The method's own result, where it is the one that was last computed. */
  resultOf<M extends DepthMethod>(method: M): DepthMap[M]['result'] | null {
    return this.answer?.method === method ? (this.answer.result as DepthMap[M]['result']) : null
  }

  /** Asks, unless this very question was the last one. */
  ask(method: DepthMethod, selection: Selection, bandwidth: number): void {
    const request = {
      method,
      selection: $state.snapshot(selection) as Selection,
      bandwidth,
      settings: this.settings[method],
    } as DepthRequest
    const text = JSON.stringify(request)
    if (text === this.#askedText) return
    this.#askedText = text
    this.#start(request)
  }

  /** Asks the last question again. */
  again(): void {
    if (this.#asked) this.#start(this.#asked)
  }

  stop(): void {
    this.#latest.drop()
    this.progress = null
    this.stopped = true
  }

  change<M extends DepthMethod>(method: M, part: Partial<DepthSettings[M]>): void {
    this.settings = { ...this.settings, [method]: { ...this.settings[method], ...part } }
  }

  /** Another data set: no answer holds. */
  reset(): void {
    this.#latest.drop()
    this.#asked = null
    this.#askedText = ''
    this.answer = null
    this.progress = null
    this.failure = null
    this.stopped = false
  }

  /** The data behind the question have changed, though the question has not. */
  forget(): void {
    this.#askedText = ''
  }

  #start(request: DepthRequest): void {
    this.#asked = request
    this.failure = null
    this.stopped = false
    this.progress = { fraction: 0, stage: request.method }
    this.#latest.request(request, true)
  }
}
