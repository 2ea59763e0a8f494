import type { MultiPolygon } from './grid.ts'
import type { Period } from './period.ts'

/** The places of an evaluation: the target, its control, the ring round the target that crime may move to, and the ring's control. */
export const ZONES = ['target', 'control', 'displacement', 'displacementControl'] as const
export type Zone = (typeof ZONES)[number]

/** Where a zone comes from. */
export const ZONE_ORIGINS = ['measure', 'ring', 'proposed', 'drawn', 'areas', 'given'] as const
export type ZoneOrigin = (typeof ZONE_ORIGINS)[number]

/** A zone as a person has settled it. Degrees WGS84. */
export interface ZoneChoice {
  origin: ZoneOrigin
  lonLat: MultiPolygon
  /** What it is called, such as the areas that it is made of. */
  label?: string
}

/** Half-open local days; several windows where seasons of several years are joined. */
export interface EvaluationPeriods {
  before: Period[]
  after: Period[]
}

/** How the effect of one measure is judged: what a person has settled; what is null or missing is proposed by the product. */
export interface Evaluation {
  /** Id of the measure. */
  measure: string
  /** Taxonomy ids; null = those that the measure is meant to change. */
  crimeTypes: string[] | null
  /** A zone that is missing is proposed; null = none is used. */
  zones: Partial<Record<Zone, ZoneChoice | null>>
  /** Width of the ring in metres; null = proposed. */
  ringMetres: number | null
  periods: EvaluationPeriods | null
  /** Days after the start that are left out; null = proposed. */
  runInDays: number | null
  /** Whether the place was chosen because it had many incidents of late. */
  chosenForPeak: boolean | 'unknown'
}

/** Nothing settled yet. */
export function openEvaluation(measure: string): Evaluation {
  return {
    measure,
    crimeTypes: null,
    zones: {},
    ringMetres: null,
    periods: null,
    runInDays: null,
    chosenForPeak: 'unknown',
  }
}
