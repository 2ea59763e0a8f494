import type { IncidentKind } from '../domain/incident.ts'
import type { Crs } from './crs.ts'
import type { DateOrder } from './dates.ts'

/** How sure a proposal is: name and values agree, values alone say so, or the person must look. */
export type Certainty = 'sure' | 'likely' | 'guess'

/** What a column can be for; `position` covers a pair of columns. */
export type Role = 'id' | 'from' | 'to' | 'position' | 'type' | 'kind' | 'place'

/** Where a time stands. Column numbers count from 0, here and below. */
export interface TimeSource {
  column: number
  order: DateOrder
  /** A second column with the clock time; it wins over a clock in `column`. */
  clockColumn: number | null
  /** No value tells day from month: `order` is a convention. */
  ambiguous: boolean
  /** Every value says 00:00: the column holds dates, and midnight is no clock time. */
  midnightIsNoClock: boolean
}

export interface PositionSource {
  /** Column of the easting or longitude, whatever it is called (Swedish "X" is a northing). */
  x: number
  /** Column of the northing or latitude. */
  y: number
  /** The CRS that the file's coordinates are in. */
  crs: Crs
}

/** What the columns of a source mean. Plain data: proposed, shown, changed by a person, posted to the worker. */
export interface Mapping {
  id: number | null
  from: TimeSource | null
  to: TimeSource | null
  position: PositionSource | null
  type: number | null
  /** `whole` holds for every row where there is no column, and for rows where the column says nothing known. */
  kind: { column: number | null; whole: IncidentKind }
  place: number | null
  /** IANA name; the wall times of the file are in it unless they carry an offset. */
  timeZone: string
  /** The CRS of the metres that the analysis works in. */
  metric: Crs
  /** For every role that has a proposal. */
  certainty: Partial<Record<Role, Certainty>>
}
