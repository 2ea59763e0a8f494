import type { MultiPolygon } from '../../domain/grid.ts'
import type { Period } from '../../domain/period.ts'
import type { BeforeAfter } from './weightedDisplacementDifference.ts'

/** The places of an evaluation. */
export type ZoneName = 'target' | 'control' | 'displacement' | 'displacementControl'

/** How much of two zones is the same ground. */
export interface ZoneOverlap {
  zones: [ZoneName, ZoneName]
  squareMetres: number
  /** Of the smaller of the two, 0-1. */
  share: number
}

/** A day from which incidents were classified or reported otherwise than before. */
export interface DataBreak {
  kind: 'category' | 'reporting'
  /** First day of the new order, as a day number (domain/period). */
  day: number
}

/** Counts per time step, in order; steps before, between or after the two periods may be among them. */
export interface EffectSeries {
  target: ArrayLike<number>
  control?: ArrayLike<number>
  /** 0 before the measure, 1 with it. Leave the run-in out. */
  post: ArrayLike<number>
}

/**
 * What is known of one measure. Everything that a guard asks for is required, so that none can be passed over: what is not known is said to
 * be unknown, and comes back as a caution.
 */
export interface EffectEvidence {
  /** Whole incidents in each place. */
  counts: { target: BeforeAfter } & Partial<Record<ZoneName, BeforeAfter>>
  /** The windows that were counted, half-open local days; several where seasons of several years are joined. */
  periods: { before: readonly Period[]; after: readonly Period[] }
  /** First day of the measure, as a day number. */
  measureStart: number
  /** Days of comparable record that lie before the measure. */
  baselineDays: number
  /** Polygons in metres of every place that has counts, or their overlaps where they are known already. */
  zones: Partial<Record<ZoneName, MultiPolygon>> | { overlaps: readonly ZoneOverlap[] }
  /** Whether the place was chosen because it had many incidents of late. */
  chosenForPeak: boolean | 'unknown'
  /** Declared breaks; none is an empty list. */
  breaks: readonly DataBreak[]
  /** Other measures that worked in these places at the time (see measuresTouching); none is an empty list. */
  otherMeasures: readonly { id: string; touches: readonly ZoneName[] }[]
  /**
   * Incidents in the same months of the years before the period before, and the days of those windows: what a peak is told by. Whole years
   * where the periods are whole years.
   */
  history?: { days: number; target: number; control?: number }
  series?: EffectSeries
}
