import { lengthInDays, type Period } from '../domain/period.ts'
import type { Selection } from '../domain/selection.ts'
import type { AnalysisClient } from '../workers/analysisClient.ts'
import type {
  BeforeAfterChance,
  BeforeAfterJobs,
  BeforeAfterQuestion,
  BeforeAfterSurfaces,
} from '../workers/effect/beforeAfterMessages.ts'
import type { EvaluationPlan } from '../workers/effect/effectMessages.ts'
import { comparisonSpan } from '../workers/engine/comparison.ts'
import type { Progress } from '../workers/jobs.ts'
import { Latest } from '../workers/latest.ts'
import { amountBreaks } from './amountBreaks.ts'

type SurfaceRequest = BeforeAfterJobs['beforeAfter']['request']

/** The two periods on the map with one scale, and their difference against chance: what was asked, how far it is, what came. */
export class BeforeAfterState {
  /** What is shown, or is on its way; null = nothing to show. */
  question = $state.raw<BeforeAfterQuestion | null>(null)
  surfaces = $state.raw<BeforeAfterSurfaces | null>(null)
  chance = $state.raw<BeforeAfterChance | null>(null)
  /** The difference has been answered, be it with nothing. */
  chanceAnswered = $state(false)
  /** Bounds of the one scale of both sides, by the larger of the two. */
  breaks = $state.raw<number[]>([])
  /** How far the relabellings are; null where none run. */
  progress = $state.raw<Progress | null>(null)
  /** The person stopped the relabellings. */
  stopped = $state(false)
  failure = $state.raw<Error | null>(null)
  #surfaces: Latest<SurfaceRequest, BeforeAfterSurfaces | null>
  #chance: Latest<BeforeAfterQuestion, BeforeAfterChance | null>
  #asked = ''
  /** The question whose difference was last asked for. */
  #chanceFor: BeforeAfterQuestion | null = null

  constructor(client: Pick<AnalysisClient, 'start'>) {
    const failed = (error: Error) => {
      this.failure = error
      this.progress = null
    }
    this.#surfaces = new Latest<SurfaceRequest, BeforeAfterSurfaces | null>(
      (request) => client.start('beforeAfter', request),
      (response, { exact, ...question }) => {
        if (JSON.stringify(question) !== this.#asked) return
        this.surfaces = response
        this.breaks = response ? amountBreaks(response.max, response.loneIncident) : []
        if (!exact && response) this.#surfaces.request({ ...question, exact: true })
      },
      failed,
    )
    this.#chance = new Latest<BeforeAfterQuestion, BeforeAfterChance | null>(
      (request) =>
        client.start('beforeAfterChance', request, {
          progress: (progress) => {
            // Some may still be on its way from a job that was stopped.
            if (request === this.#chanceFor && !this.stopped) this.progress = progress
          },
        }),
      (response, request) => {
        if (request !== this.#chanceFor) return
        this.chance = response
        this.chanceAnswered = true
        this.progress = null
      },
      failed,
    )
  }

  /** Asks, unless this very question was the last one; the difference only where it is looked at. */
  ask(question: BeforeAfterQuestion | null, withChance: boolean): void {
    const text = question ? JSON.stringify(question) : ''
    if (text !== this.#asked) {
      this.#asked = text
      this.#drop()
      this.question = question
      if (question) this.#surfaces.request({ ...question, exact: false }, true)
    }
    if (withChance && this.question && this.#chanceFor !== this.question && !this.stopped) this.#askChance()
  }

  /** Stops the relabellings. */
  stop(): void {
    if (this.progress === null) return
    this.#chance.drop()
    this.progress = null
    this.stopped = true
  }

  /** Starts them anew, and the surfaces where these failed. */
  again(): void {
    this.failure = null
    if (this.question && !this.surfaces && !this.#surfaces.busy)
      this.#surfaces.request({ ...this.question, exact: false })
    this.#askChance()
  }

  /** The data behind the question have changed, or are others. */
  reset(): void {
    this.#asked = ''
    this.#drop()
    this.question = null
  }

  #askChance(): void {
    const { question } = this
    if (!question) return
    this.#chanceFor = question
    this.stopped = false
    this.progress = { fraction: 0, stage: 'relabelling' }
    this.#chance.request(question, true)
  }

  #drop(): void {
    this.#surfaces.drop()
    this.#chance.drop()
    this.#chanceFor = null
    this.surfaces = null
    this.chance = null
    this.chanceAnswered = false
    this.breaks = []
    this.progress = null
    this.stopped = false
    this.failure = null
  }
}

/** The question about a measure: its types and periods, the hours of the screen. */
export function questionOfPlan(
  { kind, typeIds, periods }: Pick<EvaluationPlan, 'kind' | 'typeIds' | 'periods'>,
  { hours, timeMethod }: Pick<Selection, 'hours' | 'timeMethod'>,
  bandwidth: number,
): BeforeAfterQuestion {
  return { kind, typeIds: [...typeIds], periods, hours, timeMethod, bandwidth }
}

/** The question where no measure is open: what is chosen against its comparison; null where the data do not cover both. */
export function questionOfSelection(
  { kind, types, period, comparison, hours, timeMethod }: Selection,
  span: Period | null,
  bandwidth: number,
): BeforeAfterQuestion | null {
  if (!period || !span) return null
  const { periods, covered } = comparisonSpan(period, comparison, span)
  if (!covered || periods.every((part) => lengthInDays(part) === 0)) return null
  return {
    kind,
    typeIds: [...types],
    periods: { before: periods, after: [period] },
    hours,
    timeMethod,
    bandwidth,
  }
}
