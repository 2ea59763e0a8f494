import type { Goal, Measure, MeasureCategory, MeasureStatus } from './measure.ts'

/** The words of the field that a measure is described by, in the order in which they are offered. */
export const MEASURE_KINDS: readonly Measure['kind'][] = ['situational', 'social']
export const MEASURE_ACTS_ON: readonly Measure['actsOn'][] = ['situation', 'victim', 'offender']
export const MEASURE_HORIZONS: readonly Measure['horizon'][] = ['short', 'long']
export const MEASURE_STATUSES: readonly MeasureStatus[] = ['planned', 'ongoing', 'done', 'cancelled']
export const GOAL_KINDS: readonly Goal['kind'][] = ['outcome', 'process', 'output']
export const MEASURE_CATEGORIES: readonly MeasureCategory[] = [
  'lighting',
  'sightlines',
  'upkeep',
  'targetHardening',
  'guarding',
  'transport',
  'inspection',
  'meetingPlace',
  'information',
  'other',
]
