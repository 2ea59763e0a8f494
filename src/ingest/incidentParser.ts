import {
  KIND_CODES,
  MISSING_DAY,
  MISSING_HOUR,
  type IncidentColumns,
  type IncidentKind,
} from '../domain/incident.ts'
import {
  localDay,
  localHourOfWeek,
  localToUtcMs,
  utcToLocalMs,
  zoneTable,
  type ZoneTable,
} from '../domain/timeZone.ts'
import type { TypeLabel } from '../domain/taxonomy.ts'
import type { AddressPlacer } from './addresses/addressPlacer.ts'
import type { AddressRegister } from './addresses/register.ts'
import { parseCost } from './costs.ts'
import { parseClock, parseDateTime, type ParsedTime } from './dates.ts'
import { kindOf } from './kindWords.ts'
import { positionColumns, type Mapping, type TimeSource } from './mapping.ts'
import { isMissing } from './numbers.ts'
import { PlaceReader } from './positions/placeReader.ts'
import type { NoteCode, RejectReason } from './report.ts'
import { defaultTaxonomyIndex, TypeDictionary } from './types.ts'

const DAY_MS = 86_400_000

export type ProblemSink = (column: number, code: NoteCode | RejectReason) => void

/**
 * Reads rows of text into incident columns by a mapping: the one parser behind preview and load. Allocates nothing per row;
 * counts what it notes, and tells it to `onProblem` where one listens.
 */
export class IncidentParser {
  readonly types: TypeDictionary
  readonly notes = new Map<NoteCode, number>()
  /** Rows with a clock time, and those of them at 00:00. */
  clockTimes = 0
  midnights = 0
  /** Column and text at fault in the row that was rejected last; -1 where no column is. */
  rejectedColumn = -1
  rejectedValue = ''
  onProblem: ProblemSink | null = null
  /** What was noted of the row that was read last. */
  private readonly noted: NoteCode[] = []
  private atMidnight = false
  /** The zone that the file's wall times are in. */
  private readonly zone: ZoneTable
  /** The zone that days and hours are told in. */
  private readonly local: ZoneTable
  private readonly place: PlaceReader
  /** The column that a position's faults are told of. */
  private readonly positionColumn: number
  private readonly needed: number
  private readonly kinds = new Map<string, IncidentKind | null>()
  private readonly start: ParsedTime = { day: 0, msOfDay: NaN, offsetMs: NaN }
  private readonly end: ParsedTime = { day: 0, msOfDay: NaN, offsetMs: NaN }

  constructor(
    private readonly width: number,
    private readonly mapping: Mapping,
    private readonly decimalComma: boolean,
    into?: { timeZone: string; labels: readonly TypeLabel[] },
    register: AddressRegister | null = null,
  ) {
    this.zone = zoneTable(mapping.timeZone)
    this.local = zoneTable(into?.timeZone ?? mapping.timeZone)
    this.types = new TypeDictionary(defaultTaxonomyIndex(), into?.labels)
    this.place = new PlaceReader(mapping, decimalComma, register)
    const placed = positionColumns(mapping.position)
    this.positionColumn = placed[0] ?? -1
    this.needed = Math.max(
      ...[mapping.from?.column, mapping.from?.clockColumn, ...placed, mapping.type].map(
        (column) => (column ?? -1) + 1,
      ),
    )
  }

  /** What comes of the addresses of rows without a position; null where none are looked up. */
  get addresses(): AddressPlacer | null {
    return this.place.addresses
  }

  /** Reads one row into place `at` of `out`; the reason where the row cannot be used, else null. */
  parse(cells: string[], row: number, out: IncidentColumns, at: number): RejectReason | null {
    this.noted.length = 0
    const misshapen = this.fitWidth(cells)
    if (misshapen) return this.reject(misshapen, -1, '')
    const dated = this.readTime(cells, this.mapping.from, this.start)
    if (dated === 'unparsable') {
      const column = this.mapping.from!.column
      return this.reject('unparsableDate', column, cells[column]!)
    }
    const typeText = this.mapping.type === null ? '' : (cells[this.mapping.type] ?? '').trim()
    const type = typeText === '' || isMissing(typeText) ? '' : typeText
    const place = this.place.read(cells)
    if (dated === 'missing' && place === 'noPosition' && type === '') {
      this.place.takeBack()
      return this.reject('nothingKnown', -1, '')
    }
    if (cells.length < this.width) this.note('shortRow', -1)
    out.row[at] = row
    this.writeTimes(cells, dated, out, at)
    if (place) this.note(place, this.positionColumn)
    else this.writePlace(out, at)
    this.writeKind(cells, out, at)
    this.writeType(type, out, at)
    this.writeCost(cells, out, at)
    return null
  }

  /** Takes back what was written and counted for the row that was read last into place `at`: it does not stay. */
  takeBack(out: IncidentColumns, at: number): void {
    for (const code of this.noted) this.notes.set(code, this.notes.get(code)! - 1)
    for (const code of this.noted) if (this.notes.get(code) === 0) this.notes.delete(code)
    if (!Number.isNaN(out.fromUtcMs[at]!)) {
      this.clockTimes--
      if (this.atMidnight) this.midnights--
    }
    this.place.takeBack()
    if (out.kind[at] === KIND_CODES.crime) this.types.uncount(out.type[at]!)
    for (const key of ['x', 'y', 'lon', 'lat', 'fromUtcMs', 'toUtcMs', 'cost'] as const) out[key][at] = NaN
    out.day[at] = MISSING_DAY
    out.startHour[at] = MISSING_HOUR
  }

  private reject(reason: RejectReason, column: number, value: string): RejectReason {
    this.rejectedColumn = column
    this.rejectedValue = value
    this.onProblem?.(column, reason)
    return reason
  }

  private note(code: NoteCode, column: number): void {
    this.notes.set(code, (this.notes.get(code) ?? 0) + 1)
    this.noted.push(code)
    this.onProblem?.(column, code)
  }

  /** Rows may lack columns at their end that no role needs, and may have blank cells too many. */
  private fitWidth(cells: string[]): RejectReason | null {
    if (cells.length === this.width) return null
    if (cells.length < this.width) {
      if (cells.length < this.needed || cells.length * 2 < this.width) return 'tooFewColumns'
      return null
    }
    for (let i = this.width; i < cells.length; i++) if (cells[i]!.trim() !== '') return 'tooManyColumns'
    cells.length = this.width
    return null
  }

  /** `clock` with a date and a clock time, `date` without a clock, `badClock` where a clock column cannot be read. */
  private readTime(
    cells: readonly string[],
    source: TimeSource | null,
    out: ParsedTime,
  ): 'missing' | 'unparsable' | 'date' | 'clock' | 'badClock' {
    if (!source) return 'missing'
    const text = (cells[source.column] ?? '').trim()
    if (isMissing(text)) return 'missing'
    if (!parseDateTime(text, source.order, out)) return 'unparsable'
    if ((source.midnightIsNoClock || source.midnightUnknown) && out.msOfDay === 0) out.msOfDay = NaN
    if (source.clockColumn === null) return Number.isNaN(out.msOfDay) ? 'date' : 'clock'
    const clockText = (cells[source.clockColumn] ?? '').trim()
    if (isMissing(clockText)) return Number.isNaN(out.msOfDay) ? 'date' : 'clock'
    const clock = parseClock(clockText)
    out.msOfDay = clock
    if (Number.isNaN(clock)) return 'badClock'
    return source.midnightUnknown && clock === 0 ? 'date' : 'clock'
  }

  private writeTimes(
    cells: readonly string[],
    dated: 'missing' | 'date' | 'clock' | 'badClock',
    out: IncidentColumns,
    at: number,
  ): void {
    const { from, to } = this.mapping
    if (dated === 'missing') {
      if (from) this.note('noDate', from.column)
    } else if (dated === 'clock') {
      const utc = this.toUtc(this.start)
      const wall = utcToLocalMs(utc, this.zone)
      if (Number.isNaN(this.start.offsetMs) && wall !== this.start.day * DAY_MS + this.start.msOfDay)
        this.note('wallTimeMoved', from!.column)
      const local = this.local === this.zone ? wall : utcToLocalMs(utc, this.local)
      out.fromUtcMs[at] = utc
      out.day[at] = localDay(local)
      out.startHour[at] = localHourOfWeek(local)
      this.clockTimes++
      this.atMidnight = local % DAY_MS === 0
      if (this.atMidnight) this.midnights++
    } else {
      out.day[at] = this.start.day
      if (dated === 'badClock') this.note('unparsableClock', from!.clockColumn!)
      else this.note('noClock', from!.clockColumn ?? from!.column)
    }
    if (!to) return
    const ended = this.readTime(cells, to, this.end)
    if (ended === 'missing') this.note('noEnd', to.column)
    else if (ended === 'date') this.note('endWithoutClock', to.clockColumn ?? to.column)
    else if (ended !== 'clock') this.note('unparsableEnd', to.clockColumn ?? to.column)
    else {
      out.toUtcMs[at] = this.toUtc(this.end)
      if (out.fromUtcMs[at]! > out.toUtcMs[at]!) this.note('fromAfterTo', to.column)
    }
  }

  private toUtc(time: ParsedTime): number {
    return Number.isNaN(time.offsetMs)
      ? localToUtcMs(time.day, time.msOfDay, this.zone)
      : time.day * DAY_MS + time.msOfDay - time.offsetMs
  }

  private writePlace(out: IncidentColumns, at: number): void {
    const { position } = this.place
    out.lon[at] = position.lon
    out.lat[at] = position.lat
    out.x[at] = position.x
    out.y[at] = position.y
  }

  private writeType(text: string, out: IncidentColumns, at: number): void {
    const index = this.types.add(text, out.kind[at] === KIND_CODES.crime)
    const column = this.mapping.type
    out.type[at] = Math.max(index, 0)
    if (column === null) return
    if (index < 0) this.note('tooManyTypes', column)
    else if (index === 0) this.note('noType', column)
    else if (this.types.labels[index]!.typeId === null && out.kind[at] === KIND_CODES.crime)
      this.note('unknownType', column)
  }

  private writeCost(cells: readonly string[], out: IncidentColumns, at: number): void {
    const column = this.mapping.cost
    if (column === null) return
    const text = (cells[column] ?? '').trim()
    if (isMissing(text)) return
    const cost = parseCost(text, this.decimalComma)
    if (Number.isNaN(cost)) this.note('unparsableCost', column)
    else out.cost[at] = cost
  }

  private writeKind(cells: readonly string[], out: IncidentColumns, at: number): void {
    const { column, whole } = this.mapping.kind
    if (column === null) {
      out.kind[at] = KIND_CODES[whole]
      return
    }
    const text = cells[column] ?? ''
    let kind = this.kinds.get(text)
    if (kind === undefined) {
      kind = kindOf(text)
      if (this.kinds.size < 10_000) this.kinds.set(text, kind)
    }
    if (kind === null) this.note('unknownKind', column)
    out.kind[at] = KIND_CODES[kind ?? whole]
  }
}
