import {
  allocateColumns,
  INCIDENT_KINDS,
  MISSING_DAY,
  MISSING_HOUR,
  type IncidentKind,
} from '../domain/incident.ts'
import type { AddressReport } from './addresses/matchLevels.ts'
import type { AddressRegister } from './addresses/register.ts'
import { IncidentParser } from './incidentParser.ts'
import type { Mapping } from './mapping.ts'
import { fileNotes } from './notes.ts'
import { droppedColumns } from './privacy/choices.ts'
import { typeOfDropped } from './privacy/typeOfDropped.ts'
import type { Note, NoteCode, RejectReason } from './report.ts'
import type { SourceDescription } from './source.ts'

const SHOWN_ROWS = 20
const COLUMN_SAMPLES = 5

/** What the load will make of a row; null = missing. */
export interface RowReading {
  fromUtcMs: number | null
  toUtcMs: number | null
  /** Days since 1970-01-01. */
  day: number | null
  /** 0 = Monday 00-01. */
  hourOfWeek: number | null
  lon: number | null
  lat: number | null
  x: number | null
  y: number | null
  type: string
  typeId: string | null
  kind: IncidentKind
  /** SEK. */
  cost: number | null
}

export interface PreviewRow {
  row: number
  /** As they stand in the file; empty in columns that are not stored. */
  cells: string[]
  rejected: RejectReason | null
  reading: RowReading | null
  /** What is wrong with a cell; column -1 concerns the row as a whole. */
  problems: { column: number; code: NoteCode | RejectReason }[]
}

export interface Preview {
  /** The first 20 rows. */
  rows: PreviewRow[]
  /** Of all sampled rows. */
  sampled: number
  /** First and last local day among them (days since 1970-01-01); null where none has a date. */
  firstDay: number | null
  lastDay: number | null
  rejected: number
  notes: Note[]
  /** What comes of the sample's addresses; null where no register is used. */
  addresses?: AddressReport | null
  /** Up to five different values per column; none of columns that are not stored. */
  columnSamples: string[][]
}

/** Reads the sample by a mapping with the very parser of the load. */
export function preview(
  description: SourceDescription,
  mapping: Mapping,
  register: AddressRegister | null = null,
): Preview {
  const width = description.columns.length
  const parser = new IncidentParser(width, mapping, description.decimalComma, undefined, register)
  const dropped = droppedColumns(description.privacy, mapping.privacy)
  const out = allocateColumns(description.sample.length)
  const rows: PreviewRow[] = []
  let rejected = 0
  const days: number[] = []
  description.sample.forEach(({ row, cells }, at) => {
    const problems: PreviewRow['problems'] = []
    parser.onProblem = (column, code) => problems.push({ column, code })
    const read = cells.slice()
    const { type } = mapping
    if (type !== null && dropped.has(type)) read[type] = typeOfDropped(read[type] ?? '')
    const reason = parser.parse(read, row, out, at)
    if (reason) rejected++
    else if (out.day[at] !== MISSING_DAY) days.push(out.day[at]!)
    if (rows.length >= SHOWN_ROWS) return
    const label = parser.types.labels[out.type[at]!]!
    const reading: RowReading = {
      fromUtcMs: known(out.fromUtcMs[at]!),
      toUtcMs: known(out.toUtcMs[at]!),
      day: out.day[at] === MISSING_DAY ? null : out.day[at]!,
      hourOfWeek: out.startHour[at] === MISSING_HOUR ? null : out.startHour[at]!,
      lon: known(out.lon[at]!),
      lat: known(out.lat[at]!),
      x: known(out.x[at]!),
      y: known(out.y[at]!),
      type: label.label,
      typeId: label.typeId,
      kind: INCIDENT_KINDS[out.kind[at]!]!,
      cost: known(out.cost[at]!),
    }
    const shown = cells.map((text, column) => (dropped.has(column) ? '' : text))
    rows.push({ row, cells: shown, rejected: reason, reading: reason ? null : reading, problems })
  })
  const sampled = description.sample.length
  const notes = fileNotes(mapping, parser, sampled - rejected, {
    replacedCharacters: 0,
    switchedEncoding: null,
  })
  return {
    rows,
    sampled,
    addresses: parser.addresses?.report() ?? null,
    firstDay: days.length > 0 ? Math.min(...days) : null,
    lastDay: days.length > 0 ? Math.max(...days) : null,
    rejected,
    notes: [...notes, ...(description.notes ?? [])],
    columnSamples: description.columns.map((_, i) => (dropped.has(i) ? [] : samplesOf(description, i))),
  }
}

function known(value: number): number | null {
  return Number.isNaN(value) ? null : value
}

function samplesOf(description: SourceDescription, column: number): string[] {
  const values = new Set<string>()
  for (const { cells } of description.sample) {
    const text = (cells[column] ?? '').trim()
    if (text !== '') values.add(text)
    if (values.size === COLUMN_SAMPLES) break
  }
  return [...values]
}
