import type { Evaluation } from './evaluation.ts'
import type { ActivitySeries, Cause, Measure, Problem } from './measure.ts'
import type { SafetyWalk } from './safetyWalk.ts'

/** The local prevention work: what was walked, found, decided, done and judged. Plain data; replaced as a whole, never changed. */
export interface Prevention {
  walks: readonly SafetyWalk[]
  problems: readonly Problem[]
  causes: readonly Cause[]
  measures: readonly Measure[]
  activity: readonly ActivitySeries[]
  /** At most one a measure. */
  evaluations: readonly Evaluation[]
  /** What is filled in on the handbook's process page, by the field's id. */
  processNotes: Readonly<Record<string, string>>
}

export const NO_PREVENTION: Readonly<Prevention> = {
  walks: [],
  problems: [],
  causes: [],
  measures: [],
  activity: [],
  evaluations: [],
  processNotes: {},
}
