import type { AnalysisClient } from '../workers/analysisClient.ts'
import type { Progress } from '../workers/jobs.ts'
import { Latest } from '../workers/latest.ts'
import type {
  TriangulationRequest,
  TriangulationResult,
} from '../workers/triangulation/triangulationMessages.ts'

export interface TriangulationSettings {
  /** Which crimes count: those of the street, all, or one type by its group's id. */
  types: 'outdoor' | 'all' | { type: string }
  /** Metres. */
  distance: number
  matchLight: boolean
}

/** An answer with what it was asked for, so that rows, marks and words are those of the answer. */
export interface TriangulationAnswer {
  request: TriangulationRequest
  settings: TriangulationSettings
  result: TriangulationResult
}

/** Walks, crime and measures held against each other; asked for while the screen is open. */
export class TriangulationState {
  settings = $state.raw<TriangulationSettings>({ types: 'outdoor', distance: 100, matchLight: true })
  answer = $state.raw<TriangulationAnswer | null>(null)
  /** How far a running job is; null where none runs. */
  progress = $state.raw<Progress | null>(null)
  stopped = $state(false)
  failure = $state.raw<Error | null>(null)
  /** Key of the row that is looked at, in the list and on the map. */
  chosen = $state<string | null>(null)
  #latest: Latest<TriangulationRequest, TriangulationResult>
  #asked: Omit<TriangulationAnswer, 'result'> | null = null
  /** What the last question was about and how it was put; the same is not asked twice. */
  #about: readonly unknown[] = []
  #text = ''

  constructor(client: Pick<AnalysisClient, 'start'>) {
    this.#latest = new Latest<TriangulationRequest, TriangulationResult>(
      (request) =>
        client.start('triangulation', request, {
          progress: (progress) => {
            if (request === this.#asked?.request && !this.stopped) this.progress = progress
          },
        }),
      (result, request) => {
        if (request !== this.#asked?.request) return
        this.answer = { ...this.#asked, result }
        this.progress = null
      },
      (error) => {
        this.failure = error
        this.progress = null
      },
    )
  }

  change(part: Partial<TriangulationSettings>): void {
    this.settings = { ...this.settings, ...part }
  }

  /** @param about what the answer rests on beside the request: the rows, the areas */
  ask(request: TriangulationRequest, about: readonly unknown[]): void {
    const text = JSON.stringify(request)
    const same = text === this.#text && about.every((one, i) => one === this.#about[i])
    if (same) return
    if (about.some((one, i) => one !== this.#about[i])) this.answer = null
    this.#text = text
    this.#about = about
    this.#start({ request, settings: this.settings })
  }

  stop(): void {
    this.#latest.drop()
    this.progress = null
    this.stopped = true
  }

  again(): void {
    if (this.#asked) this.#start(this.#asked)
  }

  /** There is nothing to ask about. */
  forget(): void {
    this.#latest.drop()
    this.#text = ''
    this.#asked = null
    this.answer = null
    this.progress = null
    this.stopped = false
    this.failure = null
  }

  #start(asked: Omit<TriangulationAnswer, 'result'>): void {
    this.#asked = asked
    this.stopped = false
    this.failure = null
    this.progress = { fraction: 0, stage: 'density' }
    this.#latest.request(asked.request, true)
  }
}
