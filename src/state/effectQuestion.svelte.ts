import type { AnalysisClient } from '../workers/analysisClient.ts'
import type { JudgedMeasure, JudgeRequest } from '../workers/effect/effectMessages.ts'
import type { Progress } from '../workers/jobs.ts'
import { Latest } from '../workers/latest.ts'

/** One question to the effect engine: what it was asked, how far it is, what it answered. */
export class EffectQuestion {
  answer = $state.raw<readonly JudgedMeasure[] | null>(null)
  /** How far a running job is; null where none runs. */
  progress = $state.raw<Progress | null>(null)
  /** The person stopped it: nothing is computed until something changes or they ask again. */
  stopped = $state(false)
  failure = $state.raw<Error | null>(null)
  #latest: Latest<JudgeRequest, JudgedMeasure[]>
  #asked: JudgeRequest | null = null
  #askedText = ''

  constructor(client: Pick<AnalysisClient, 'start'>) {
    this.#latest = new Latest<JudgeRequest, JudgedMeasure[]>(
      (request) =>
        client.start('judge', request, {
          progress: (progress) => {
            // Some may still be on its way from a job that was stopped.
            if (request === this.#asked && !this.stopped) this.progress = progress
          },
        }),
      (response, request) => {
        if (request !== this.#asked) return
        this.answer = response
        // What failed was an older question that this one overtook.
        this.failure = null
        this.progress = null
      },
      (error) => {
        this.failure = error
        this.progress = null
      },
    )
  }

  /** Asks, unless this very question was the last one. */
  ask(request: JudgeRequest): void {
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
    if (this.progress === null) return
    this.#latest.drop()
    this.progress = null
    this.stopped = true
  }

  /** Lets the same question be asked again. */
  forget(): void {
    this.#askedText = ''
  }

  /** No answer holds. */
  reset(): void {
    this.#latest.drop()
    this.#asked = null
    this.#askedText = ''
    this.answer = null
    this.progress = null
    this.failure = null
    this.stopped = false
  }

  #start(request: JudgeRequest): void {
    this.#asked = request
    this.failure = null
    this.stopped = false
    this.progress = { fraction: 0, stage: 'judge' }
    this.#latest.request(request, true)
  }
}
