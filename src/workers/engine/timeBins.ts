import { LONGEST_SPAN_MS, spreadOverWeek } from '../../analysis/time/spreadOverWeek.ts'
import { MISSING_HOUR, type IncidentColumns } from '../../domain/incident.ts'
import type { TimeMethod } from '../../domain/selection.ts'
import { localHourOfWeek, utcToLocalMs, zoneTable } from '../../domain/timeZone.ts'

/** Where in the week each incident counts, by one method. */
export interface TimeBins {
  /** Adds incident i to 168 sums; false where its time is unknown. */
  add(i: number, week: Float64Array): boolean
  /** Each incident's share in the flagged hours of the week; unknown times have none. */
  shareIn(hours: Uint8Array): Float32Array
}

export function createTimeBins(columns: IncidentColumns, method: TimeMethod, timeZone: string): TimeBins {
  if (method === 'start') return new SingleBins(columns.startHour)
  if (method === 'midpoint') return new SingleBins(midpointHours(columns, timeZone))
  return new AoristicBins(columns, timeZone)
}

/** Each incident in one bin. */
class SingleBins implements TimeBins {
  constructor(private readonly hour: Uint8Array) {}

  add(i: number, week: Float64Array): boolean {
    const hour = this.hour[i]!
    if (hour === MISSING_HOUR) return false
    week[hour]! += 1
    return true
  }

  shareIn(hours: Uint8Array): Float32Array {
    const share = new Float32Array(this.hour.length)
    for (let i = 0; i < share.length; i++) {
      const hour = this.hour[i]!
      share[i] = hour !== MISSING_HOUR && hours[hour] ? 1 : 0
    }
    return share
  }
}

/** Interval lengths that can be placed: without an end the start counts; backwards or past a week is unknown. */
function isPlaceable(from: number, to: number): boolean {
  return Number.isNaN(to) || (to >= from && to - from <= LONGEST_SPAN_MS)
}

function midpointHours(columns: IncidentColumns, timeZone: string): Uint8Array {
  const table = zoneTable(timeZone)
  const hours = columns.startHour.slice()
  for (let i = 0; i < hours.length; i++) {
    const from = columns.fromUtcMs[i]!
    const to = columns.toUtcMs[i]!
    if (Number.isNaN(from) || Number.isNaN(to)) continue
    hours[i] = isPlaceable(from, to) ? localHourOfWeek(utcToLocalMs((from + to) / 2, table)) : MISSING_HOUR
  }
  return hours
}

/** Each incident spread over the hours that it may have happened in; compressed rows, an entry an hour. */
class AoristicBins implements TimeBins {
  readonly #offsets: Uint32Array
  readonly #hours: Uint8Array
  readonly #weights: Float32Array

  constructor(columns: IncidentColumns, timeZone: string) {
    const { fromUtcMs, toUtcMs, startHour, length } = columns
    const offsets = new Uint32Array(length + 1)
    let hours = new Uint8Array(Math.max(256, length * 2))
    let weights = new Float32Array(hours.length)
    let used = 0
    const table = zoneTable(timeZone)
    const week = new Float64Array(168)
    for (let i = 0; i < length; i++) {
      offsets[i] = used
      const from = fromUtcMs[i]!
      const to = toUtcMs[i]!
      if (Number.isNaN(from)) continue
      if (Number.isNaN(to) || to === from) {
        if (used + 1 > hours.length) grow()
        hours[used] = startHour[i]!
        weights[used++] = 1
        continue
      }
      if (!isPlaceable(from, to)) continue
      while (used + 168 > hours.length) grow()
      week.fill(0)
      spreadOverWeek(from, to, table, week, 1 / (to - from))
      for (let hour = 0; hour < 168; hour++) {
        if (week[hour] === 0) continue
        hours[used] = hour
        weights[used++] = week[hour]
      }
    }
    offsets[length] = used
    this.#offsets = offsets
    this.#hours = hours.slice(0, used)
    this.#weights = weights.slice(0, used)

    function grow() {
      const wider = new Uint8Array(hours.length * 2)
      wider.set(hours)
      hours = wider
      const heavier = new Float32Array(wider.length)
      heavier.set(weights)
      weights = heavier
    }
  }

  add(i: number, week: Float64Array): boolean {
    const end = this.#offsets[i + 1]!
    const start = this.#offsets[i]!
    for (let k = start; k < end; k++) week[this.#hours[k]!]! += this.#weights[k]!
    return end > start
  }

  shareIn(hours: Uint8Array): Float32Array {
    const share = new Float32Array(this.#offsets.length - 1)
    for (let i = 0; i < share.length; i++) {
      let sum = 0
      for (let k = this.#offsets[i]!; k < this.#offsets[i + 1]!; k++)
        if (hours[this.#hours[k]!]) sum += this.#weights[k]!
      share[i] = sum
    }
    return share
  }
}
