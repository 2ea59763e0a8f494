import type { IncidentKind } from '../domain/incident.ts'
import type { AddressReport } from './addresses/matchLevels.ts'
import type { Crs } from './crs.ts'
import type { PrivacyReport } from './privacy/privacyReport.ts'
import type { DuplicateReport, EarlierRow } from './duplicates.ts'

/** Why a row could not be used at all. */
export const REJECT_REASONS = [
  'emptyRow',
  'tooFewColumns',
  'tooManyColumns',
  'brokenQuotes',
  'unparsableDate',
  'nothingKnown',
  'duplicate',
] as const
export type RejectReason = (typeof REJECT_REASONS)[number]

/** What is odd about rows that are loaded all the same, and about the file. */
export const NOTE_CODES = [
  'noDateColumn',
  'noPositionColumn',
  'noTypeColumn',
  'ambiguousDateOrder',
  'dateOrderByRows',
  'noDate',
  'noClock',
  'unparsableClock',
  'wallTimeMoved',
  'noEnd',
  'endWithoutClock',
  'unparsableEnd',
  'fromAfterTo',
  'midnightSpike',
  'noPosition',
  'nonNumericPosition',
  'nullIsland',
  'outsideExtent',
  'notAPoint',
  'noType',
  'unknownType',
  'tooManyTypes',
  'unknownKind',
  'unparsableCost',
  'otherTimeZone',
  'repeatedId',
  'shortRow',
  'replacedCharacters',
  'hiddenSheets',
  'hiddenRows',
  'errorCells',
  'switchedEncoding',
] as const
export type NoteCode = (typeof NOTE_CODES)[number]

export interface Note {
  code: NoteCode
  /** Rows (characters for `replacedCharacters`); 1 for what concerns the file as a whole. */
  count: number
  /** Of the rows loaded; `midnightSpike`: of the rows with a clock time; 1 for what concerns the file as a whole. */
  share: number
}

export interface RejectedRow {
  /** 1-based data row, the header not counted. */
  row: number
  reason: RejectReason
  /** Name of the column at fault, where one is. */
  column: string | null
  /** Its value; null too where the column is not stored. */
  value: string | null
  /** `duplicate`: where the incident stood before. */
  earlier?: EarlierRow
  /** The row as it stood, without what the privacy guard keeps back; empty where it could not tell the cells apart. */
  cells: string[]
}

export interface LoadReport {
  name: string
  bytes: number
  /** SHA-256 of the file's bytes, in hexadecimal, as `sha256sum` prints it. */
  fingerprint: string
  columns: string[]
  /** Data rows, blank lines at the end left out. rowsRead = rowsLoaded + the sum of rejectedByReason. */
  rowsRead: number
  rowsLoaded: number
  rejectedByReason: Partial<Record<RejectReason, number>>
  /** At most 100 000; `rejectedByReason` counts all. */
  rejected: RejectedRow[]
  notes: Note[]
  /** Labels that the taxonomy does not know, most common first, at most 1 000. */
  unknownTypes: { label: string; count: number }[]
  /** First and last local day (days since 1970-01-01), or null where no row has a date. */
  firstDay: number | null
  lastDay: number | null
  /** What came of placing rows by an address register; absent or null where none was used. */
  addresses?: AddressReport | null
  /** The CRS of the file's coordinates, and of the metres. */
  sourceCrs: Crs | null
  metric: Crs
  timeZone: string
  kinds: Record<IncidentKind, number>
  /** Rows that say what they cost. */
  withCost: number
  /** What earlier files of the series had already; null where the file was compared with none. */
  duplicates: DuplicateReport | null
  /** What was personal, and what was done with it. */
  privacy: PrivacyReport
  durationMs: number
}
