import type { DataBreak, ZoneName, ZoneOverlap } from './effectEvidence.ts'

/** What each guard found, in numbers. The words are the screen's. */
export interface ReasonData {
  /** Before and after are not before and after. Days. */
  'periods-misplaced': { overlapDays: number; beforeDaysWithMeasure: number; afterDaysWithoutMeasure: number }
  /** Two zones share ground. */
  'zones-overlap': ZoneOverlap
  'baseline-short': { days: number; needed: number; wanted: number }
  /** Expected incidents of the target; how many days each period would have to be at this level, null where it is 0. */
  'too-few': {
    expectedBefore: number
    expectedAfter: number
    needed: number
    daysNeeded: { before: number | null; after: number | null }
  }
  /**
   * The period before stood out, or the place was chosen for that: part of the change was to be expected. Counts scaled to the days of the
   * period after; `history` is null where none is known.
   */
  'regression-to-mean': {
    direction: 'peak' | 'trough'
    declared: boolean
    before: number
    after: number
    history: number | null
    /** Exact two-sided p of before against history, and of after against history. */
    pBefore: number | null
    pAfter: number | null
  }
  /** Neither is it known why the place was chosen, nor what it was like in earlier years. */
  'selection-unknown': Record<never, never>
  /** It already went the way it was to go: the period before lay clearly apart from the years before it. */
  'already-changing': { change: number; pValue: number }
  'data-break': DataBreak
  /** Share of days in months of the year that the other period lacks, 0-1. */
  'season-mismatch': { share: number }
  /** Other measures worked in the target at the same time: what is seen is theirs together. */
  'concurrent-measures': { ids: readonly string[] }
  /** Other measures worked in the control or the displacement zone. */
  'measures-in-zone': { zone: ZoneName; ids: readonly string[] }
  'no-control': Record<never, never>
  'control-too-few': { expectedBefore: number; expectedAfter: number; needed: number }
  /** The control's level before, times the target's. */
  'control-level-differs': { ratio: number; factor: number }
  'pre-trend-differs': { pValue: number; limit: number }
  /** Fewer time steps before the measure than the test needs, and no counts of earlier years. */
  'pre-trend-untested': { steps: number; needed: number }
  /** Counts vary more than chance alone lets them; the intervals of the net effect are widened by √dispersion. */
  overdispersed: { dispersion: number }
  /** No series: whether counts vary more than Poisson is not known, and intervals may be too narrow. */
  'dispersion-unknown': Record<never, never>
  'displacement-without-control': Record<never, never>
}

export type ReasonCode = keyof ReasonData

/** What a guard does: it forbids a verdict, or speaks along with it. */
export type Severity = 'withholds' | 'caution'

/** A guard that spoke: it withholds the verdict, or is to be read with it. */
export type Reason = {
  [Code in ReasonCode]: { code: Code; severity: Severity; data: ReasonData[Code] }
}[ReasonCode]
