import type { IncidentKind } from '../domain/incident.ts'
import type { AddressColumns } from './addresses/addressColumns.ts'
import type { PlacingLevel } from './addresses/matchLevels.ts'
import type { Crs } from './crs.ts'
import type { DateOrder } from './dates.ts'
import type { PrivacyChoices } from './privacy/choices.ts'

/** How sure a proposal is: name and values agree, values alone say so, or the person must look. */
export type Certainty = 'sure' | 'likely' | 'guess'

/** What a column can be for; `position` covers a pair of columns. */
export type Role = 'id' | 'from' | 'to' | 'position' | 'type' | 'kind' | 'place' | 'cost'

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
  /** A person takes 00:00 for a default wherever it stands: such times are unknown. */
  midnightUnknown?: boolean
}

/** Coordinates in two columns. */
export interface PairSource {
  kind: 'pair'
  /** Column of the easting or longitude, whatever it is called (Swedish "X" is a northing). */
  x: number
  /** Column of the northing or latitude. */
  y: number
  /** The CRS that the file's coordinates are in. */
  crs: Crs
  /** `dms`: degrees with minutes, and seconds, as `59°19'46"N` or `59 19.77`. */
  notation: 'number' | 'dms'
}

/** Both coordinates in one column. */
export interface SingleSource {
  kind: 'single'
  column: number
  /** `text`: two numbers or angles, as `59,3293 18,0686` or `59°19'46"N 18°04'07"E`; `wkt` also EWKT. */
  notation: 'text' | 'wkt' | 'iso6709'
  /** The latitude or northing stands first, where no letter says so; ISO 6709 fixes the order and goes before it. */
  northFirst: boolean
  /** The CRS of the coordinates; EWKT's own SRID goes before it. */
  crs: Crs
}

/** Where a position stands. */
export type PositionSource = PairSource | SingleSource

/** The columns of a position: easting before northing. */
export function positionColumns(source: PositionSource | null): number[] {
  if (!source) return []
  return source.kind === 'pair' ? [source.x, source.y] : [source.column]
}

/** Rows without a position get one by their address in a register, which is posted beside the mapping. */
export interface AddressPlacement {
  columns: AddressColumns
  /** The least that is accepted. */
  lowest: PlacingLevel
}

/** What the columns of a source mean. Plain data: proposed, shown, changed by a person, posted to the worker. */
export interface Mapping {
  id: number | null
  from: TimeSource | null
  to: TimeSource | null
  position: PositionSource | null
  addresses?: AddressPlacement | null
  type: number | null
  /** `whole` holds for every row where there is no column, and for rows where the column says nothing known. */
  kind: { column: number | null; whole: IncidentKind }
  place: number | null
  /** What the incident cost, in SEK. */
  cost: number | null
  /** IANA name; the wall times of the file are in it unless they carry an offset. */
  timeZone: string
  /** The CRS of the metres that the analysis works in. */
  metric: Crs
  /** For every role that has a proposal. */
  certainty: Partial<Record<Role, Certainty>>
  /** What a person decided about personal data; without it the findings' proposals hold. */
  privacy?: PrivacyChoices
}

/** Whether a mapping says when or where: a table that does neither holds no incidents as far as anyone can tell. */
export function saysWhenOrWhere({
  from,
  position,
  addresses,
}: Pick<Mapping, 'from' | 'position' | 'addresses'>): boolean {
  return from !== null || position !== null || !!addresses
}
