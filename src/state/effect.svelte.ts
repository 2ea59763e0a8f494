import type { Zone, ZoneOrigin } from '../domain/evaluation.ts'
import type { PeriodsProposal } from '../domain/evaluationPeriods.ts'
import type { MultiPolygon } from '../domain/grid.ts'
import type { AnalysisClient } from '../workers/analysisClient.ts'
import type {
  EvaluationFigures,
  EvaluationPlan,
  JudgedMeasure,
  MeasureOutline,
  NoEvaluation,
  Proposal,
} from '../workers/effect/effectMessages.ts'
import { EffectQuestion } from './effectQuestion.svelte.ts'
import type { Progress } from '../workers/jobs.ts'

type Judged = Extract<JudgedMeasure, { cannot: null }>

/** How the open measure is judged and what came of it, and the same of all measures at a glance. */
export class EffectState {
  /** Id of the measure that is open; what is read below is of it. */
  open = $state<string | null>(null)
  readonly #one: EffectQuestion
  readonly #every: EffectQuestion
  readonly #answer: JudgedMeasure | null = $derived.by(
    () => this.#one.answer?.find(({ id }) => id === this.open) ?? null,
  )
  readonly #judged: Judged | null = $derived(this.#answer?.cannot === null ? this.#answer : null)
  /** All measures that could be counted, in their order; null before they have been asked for. */
  readonly all: readonly EvaluationFigures[] | null = $derived.by(
    () => this.#every.answer?.flatMap((one) => (one.cannot === null ? [one.figures] : [])) ?? null,
  )
  /** Those that could not even be counted, with why. */
  readonly uncounted: readonly { id: string; cannot: NoEvaluation }[] = $derived.by(
    () =>
      this.#every.answer?.flatMap((one) =>
        one.cannot === null ? [] : [{ id: one.id, cannot: one.cannot }],
      ) ?? [],
  )

  constructor(client: Pick<AnalysisClient, 'start'>) {
    this.#one = new EffectQuestion(client)
    this.#every = new EffectQuestion(client)
  }

  /** Everything that the judgement rests on, settled or proposed. Metres. */
  get plan(): EvaluationPlan | null {
    return this.#judged?.plan ?? null
  }

  /** The places that were looked at, best first. Metres. */
  get proposal(): Proposal | null {
    return this.#judged?.proposal ?? null
  }

  get figures(): EvaluationFigures | null {
    return this.#judged?.figures ?? null
  }

  /** The plan's zones in degrees. */
  get zonesLonLat(): Partial<Record<Zone, MultiPolygon>> {
    return this.#judged?.zonesLonLat ?? {}
  }

  /** Width of the ring in metres, settled or proposed; null without an answer. */
  get ringMetres(): number | null {
    return this.#judged?.ringMetres ?? null
  }

  /** Days after the start that are left out, settled or proposed; null without an answer. */
  get runInDays(): number | null {
    return this.#judged?.runInDays ?? null
  }

  /** Where each zone of the plan comes from: 'measure', 'ring' and 'proposed' are the app's own, the others a person's. */
  get origins(): Partial<Record<Zone, ZoneOrigin>> {
    return this.#judged?.origins ?? {}
  }

  /** How the periods were proposed; null where a person has settled them. */
  get periodsProposal(): PeriodsProposal | null {
    return this.#judged?.periods ?? null
  }

  /** Why the open measure cannot even be counted; null where it can, or is not answered yet. */
  get cannot(): NoEvaluation | null {
    return this.#answer?.cannot ?? null
  }

  /** How far the open measure's judgement is; null where none runs. */
  get progress(): Progress | null {
    return this.#one.progress
  }

  get failure(): Error | null {
    return this.#one.failure
  }

  /** An answer is on its way; what is shown is of an older question. */
  get stale(): boolean {
    return this.#one.progress !== null
  }

  /** How far the judgement of all measures is; null where none runs. */
  get allProgress(): Progress | null {
    return this.#every.progress
  }

  get allFailure(): Error | null {
    return this.#every.failure
  }

  /** The person stopped it: nothing is computed until something changes or they ask again. */
  get stopped(): boolean {
    return this.#one.stopped || this.#every.stopped
  }

  /** Judges the open measure, and then all, unless this very question was the last one. */
  ask(open: string | null, measures: readonly MeasureOutline[]): void {
    this.open = open
    if (open !== null && measures.some(({ id }) => id === open))
      this.#one.ask({ measures, only: [open], withProposals: true })
    this.#every.ask({ measures, only: null, withProposals: false })
  }

  /** Asks about all measures again, as after a stop. */
  askAll(): void {
    this.#every.again()
  }

  /** Asks about the open measure again. */
  again(): void {
    this.#one.again()
  }

  /** Ends what runs. */
  stop(): void {
    this.#one.stop()
    this.#every.stop()
  }

  /** The data behind the questions have changed, though the questions have not. */
  forget(): void {
    this.#one.forget()
    this.#every.forget()
  }

  /** Another data set: no answer holds. */
  reset(): void {
    this.#one.reset()
    this.#every.reset()
  }
}
