import type { DataBreak, EffectEvidence, EffectJudgement } from '../../analysis/index.ts'
import type { EvaluationPeriods, Zone } from '../../domain/evaluation.ts'
import type { MultiPolygon } from '../../domain/grid.ts'
import type { IncidentKind } from '../../domain/incident.ts'
import type { Period } from '../../domain/period.ts'

/** Another measure, as far as it can have worked in the same places. */
export interface OtherMeasure {
  id: string
  /** Metres. */
  zone: MultiPolygon
  /** Half-open days; `to` null = goes on. */
  from: number
  to: number | null
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

export type EffectJobs = {
  /** Judges measures, in the order given, with progress and cancel. */
  evaluate: { request: { plans: readonly EvaluationPlan[] }; response: EvaluationFigures[] }
  /** Proposes ring and controls. */
  proposeZones: { request: ProposalRequest; response: Proposal }
}
