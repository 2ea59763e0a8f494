/** An åtgärd: what was done where and when, against which cause, to change what. */
export type MeasureCategory =
  | 'lighting'
  | 'sightlines'
  | 'upkeep'
  | 'targetHardening'
  | 'guarding'
  | 'transport'
  | 'inspection'
  | 'meetingPlace'
  | 'information'
  | 'other'

export type MeasureStatus = 'planned' | 'ongoing' | 'done' | 'cancelled'

/** Effektmål, processmål or produktionsmål. Output is activity and is never counted as outcome. */
export interface Goal {
  kind: 'outcome' | 'process' | 'output'
  text: string
  indicator?: string
  baseline?: number
  target?: number
  achieved?: number
  /** ISO date. */
  date?: string
}

export interface LogEntry {
  /** ISO date. */
  date: string
  text: string
}

/** Degrees WGS84; the radius in metres. */
export type MeasureGeometry =
  | { type: 'Point'; coordinates: [number, number]; radius: number }
  | { type: 'LineString'; coordinates: [number, number][]; radius: number }
  | { type: 'Polygon'; coordinates: [number, number][][] }

export interface Measure {
  id: string
  title: string
  kind: 'situational' | 'social'
  actsOn: 'situation' | 'victim' | 'offender'
  category: MeasureCategory
  /** Ids of the causes it is aimed at. */
  causes: string[]
  mechanism: string
  horizon: 'short' | 'long'
  responsible: string
  /** ISO dates. */
  start: string
  end?: string
  /** null where it has no place of its own: it is listed, and its effect cannot be judged. */
  geometry: MeasureGeometry | null
  /** Taxonomy ids of the crime types it is meant to change. */
  crimeTypes: string[]
  goals: Goal[]
  /** In SEK. */
  cost?: number
  log: LogEntry[]
  evidence?: string
  status: MeasureStatus
}

/** A problem of the joint problem picture (gemensam problembild): what, where and when, of which crime types. */
export interface Problem {
  id: string
  text: string
  /** Taxonomy ids. */
  crimeTypes: string[]
  /** ISO dates of the period that the picture is of, both inclusive; a measure that began before its end is older than the picture. */
  period?: { from: string; to: string }
}

/** A cause from the cause analysis (orsaksanalys); proximate (närliggande) or distal (avlägsen). */
export interface Cause {
  id: string
  text: string
  kind: 'proximate' | 'distal'
  /** Ids of the problems that it is a cause of; one cause may have several, and one problem several causes. */
  problems: string[]
}

/** Counts of what was done, by month: activity (output), never outcome and never crime. */
export interface ActivitySeries {
  id: string
  name: string
  /** What is counted, such as interventions. */
  unit: string
  /** Id of the measure that it belongs to, if to one. */
  measure?: string
  /** `month` as YYYY-MM. */
  months: { month: string; count: number }[]
}
