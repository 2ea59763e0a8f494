import type { DataBreak, EffectEvidence, EffectJudgement } from '../../analysis/index.ts'
import type { EvaluationPeriods, Zone, ZoneOrigin } from '../../domain/evaluation.ts'
import type { NoPeriods, PeriodsProposal } from '../../domain/evaluationPeriods.ts'
import type { MultiPolygon } from '../../domain/grid.ts'
import type { IncidentKind } from '../../domain/incident.ts'
import type { MeasureGeometry, MeasureStatus } from '../../domain/measure.ts'
import type { Period } from '../../domain/period.ts'

/** Another measure, as far as it can have worked in the same places. */
export interface OtherMeasure {
  id: string
  /** Metres. */
  zone: MultiPolygon
  /** Half-open days; `to` null = goes on. */
  from: number
  to: number | null
  /** Aimed at some of the same crime types. One that is not is named where it worked in the same place, and takes no part of the effect. */
  sameTypes: boolean
}

/** One measure to be judged, with everything settled. Zones in metres of the data set's CRS. */
export interface EvaluationPlan {
  /** Id of the measure. */
  id: string
  kind: IncidentKind
  /** Taxonomy ids; empty = all. */
  typeIds: readonly string[]
  /** First day of the measure. */
  start: number
  zones: { target: MultiPolygon } & Partial<Record<Zone, MultiPolygon>>
  periods: EvaluationPeriods
  chosenForPeak: boolean | 'unknown'
  breaks: readonly DataBreak[]
  others: readonly OtherMeasure[]
}

/** Counts by calendar month, in the order of `months`; null where a zone has none. */
export interface EvaluationSeries {
  months: Period[]
  counts: { target: number[] } & Partial<Record<Zone, number[]>>
  /** -1 outside both periods (before the baseline, run-in, after the end), 0 before, 1 after. */
  phase: Int8Array
}

/** Hours of the week (168, Monday 00 first), Σ = incidents with a known time. */
export interface EvaluationHours {
  before: Float64Array
  after: Float64Array
  /** Without a known time. */
  unknownBefore: number
  unknownAfter: number
  /** Whether incidents that are intervals were shared out over their hours (aoristic). */
  aoristic: boolean
}

export interface EvaluationFigures {
  id: string
  judgement: EffectJudgement
  evidence: EffectEvidence
  series: EvaluationSeries
  /** Of the target. */
  hours: EvaluationHours
  /** Ids of the measures that worked in the target while the periods ran and are aimed at other crime types. */
  alsoThere: readonly string[]
  /** Incidents of these types and periods that have no position, and so are in no zone. */
  withoutPosition: number
}

/** A place that a control can be, with what speaks for it. */
export interface ControlCandidate {
  /** Metres. */
  polygon: MultiPolygon
  /** 'moved' = the target's own shape elsewhere; 'area' = one of the loaded areas; 'rest' = the rest of the town. */
  kind: 'moved' | 'area' | 'rest'
  /** Id of the area, where it is one. */
  area?: string
  /** Incidents of the chosen types in the period before. */
  before: number
  /** Level before over the target's. */
  levelRatio: number
  /** Two-sided p that the trends before were the same; null where untested. */
  preTrendP: number | null
  /** How alike all that happens there is to the target: cosine of the crime types' shares, 0-1. */
  mixLikeness: number
  /** Passes what a comparable control must pass. */
  comparable: boolean
}

/** What is asked to be proposed for a measure. Metres. */
export interface ProposalRequest {
  kind: IncidentKind
  typeIds: readonly string[]
  /** First day of the measure. */
  start: number
  target: MultiPolygon
  /** null = proposed by the target's size. */
  ringMetres: number | null
  periods: EvaluationPeriods
  others: readonly OtherMeasure[]
}

export interface Proposal {
  ringMetres: number
  displacement: MultiPolygon
  /** Best first; empty where no place is alike. */
  controls: ControlCandidate[]
  /** Control of the ring: the best place alike to the ring that overlaps nothing else. */
  displacementControl: MultiPolygon | null
}

/** A zone that a person has settled, in metres. */
export interface SettledZone {
  origin: ZoneOrigin
  polygon: MultiPolygon
}

/** A measure as far as its effect can depend on it, with what a person has settled; the rest is proposed. Metres of the data set's CRS. */
export interface MeasureOutline {
  id: string
  status: MeasureStatus
  /** First day of it; NaN where none is known. */
  start: number
  /** The day after its last one; null = goes on. */
  end: number | null
  horizon: 'short' | 'long'
  /** Positions in metres. */
  geometry: MeasureGeometry | null
  /** Taxonomy ids; empty = all. */
  typeIds: readonly string[]
  /** A zone that is missing is proposed; null = none is used. */
  zones: Partial<Record<Zone, SettledZone | null>>
  ringMetres: number | null
  periods: EvaluationPeriods | null
  /** Days after the start that are left out. */
  runInDays: number
  chosenForPeak: boolean | 'unknown'
  breaks: readonly DataBreak[]
}

/** Why nothing can be counted for a measure. */
export type NoEvaluation =
  | NoPeriods
  | { code: 'no-place' }
  | { code: 'no-start' }
  | { code: 'cancelled' }
  /** No incident of the data set has a date. */
  | { code: 'no-dates' }
  /** The place that was settled or drawn has no area. */
  | { code: 'empty-place'; zone: Zone }

/** A measure that was judged, or why it could not even be counted. */
export type JudgedMeasure =
  | { id: string; cannot: NoEvaluation }
  | {
      id: string
      cannot: null
      plan: EvaluationPlan
      figures: EvaluationFigures
      /** null where it was not asked for. */
      proposal: Proposal | null
      /** How the periods were proposed; null where they are settled. */
      periods: PeriodsProposal | null
      runInDays: number
      ringMetres: number
      /** Where each zone of the plan comes from. */
      origins: Partial<Record<Zone, ZoneOrigin>>
      /** The plan's zones in degrees. */
      zonesLonLat: Partial<Record<Zone, MultiPolygon>>
    }

export interface JudgeRequest {
  /** All measures there are: those that are not judged may have worked in the same places. */
  measures: readonly MeasureOutline[]
  /** Ids of those to be judged; null = all. */
  only: readonly string[] | null
  /** Whether the places that were looked at are answered too. */
  withProposals: boolean
}

export type EffectJobs = {
  /** Proposes what is not settled and judges, in the order given, with progress and cancel. */
  judge: { request: JudgeRequest; response: JudgedMeasure[] }
  /** Judges measures, in the order given, with progress and cancel. */
  evaluate: { request: { plans: readonly EvaluationPlan[] }; response: EvaluationFigures[] }
  /** Proposes ring and controls. */
  proposeZones: { request: ProposalRequest; response: Proposal }
}
