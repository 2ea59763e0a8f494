import type { HourWindow } from './hourWindow.ts'
import type { IncidentKind } from './incident.ts'
import type { MultiPolygon } from './grid.ts'
import type { Period } from './period.ts'

/** What a chosen period is compared with (motsvarande period föregående år unless changed). */
export type Comparison =
  | { kind: 'yearsBefore'; years: 1 | 2 | 3 }
  | { kind: 'meanOfYears'; years: 2 | 3 }
  | { kind: 'own'; period: Period }

/** A filter by place: whole areas, or the outline of a hotspot frozen when it was chosen. */
export type PlaceFilter =
  { kind: 'areas'; ids: string[] } | { kind: 'outline'; label: string; polygon: MultiPolygon }

export type TimeMethod = 'start' | 'midpoint' | 'aoristic'

/** Everything that narrows what is counted. Each view shows what all the other filters leave. */
export interface Selection {
  kind: IncidentKind
  /** null = the whole data set. */
  period: Period | null
  comparison: Comparison
  /** Indices into the data set's type labels as the taxonomy's type ids or raw labels; empty = all. */
  types: string[]
  hours: HourWindow | null
  timeMethod: TimeMethod
  place: PlaceFilter | null
}

export const EMPTY_SELECTION: Readonly<Selection> = {
  kind: 'crime',
  period: null,
  comparison: { kind: 'yearsBefore', years: 1 },
  types: [],
  hours: null,
  timeMethod: 'start',
  place: null,
}
