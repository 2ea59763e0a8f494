/**
 * Local wall times and UTC for one IANA time zone, as arithmetic over a table of the zone's transitions. The table is found
 * once through `Intl`; the functions allocate nothing, so that they can run in a loop over a million rows.
 *
 * A wall time that does not exist (spring) moves forward by the gap; one that exists twice (autumn) is the first of the two:
 * `disambiguation: 'compatible'` of ECMAScript Temporal.
 */

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000

/** Years between which transitions are looked for; outside them the nearest offset goes on. */
const FIRST_YEAR = 1950
const LAST_YEAR = 2060

/** No zone has kept an offset for less than this (Morocco's Ramadan is 29 days). */
const PROBE_STEP = 14 * DAY_MS

/** The offsets of a zone: offset i holds for UTC instants in [starts[i], starts[i + 1]). Plain data: it can be posted. */
export interface ZoneTable {
  timeZone: string
  /** UTC milliseconds, ascending; the first is -Infinity. */
  starts: Float64Array
  /** Local minus UTC, in milliseconds. */
  offsets: Float64Array
  /** Local wall milliseconds at which offset i stops to hold; the last is +Infinity. */
  localEnds: Float64Array
}

const tables = new Map<string, ZoneTable>()

/**
 * The transitions of a zone, cached.
 * @throws RangeError where the runtime knows no such zone.
 */
export function zoneTable(timeZone: string): ZoneTable {
  const known = tables.get(timeZone)
  if (known) return known
  const offsetAt = offsetReader(timeZone)
  const starts = [-Infinity]
  const offsets = [offsetAt(Date.UTC(FIRST_YEAR, 0, 1))]
  const end = Date.UTC(LAST_YEAR, 0, 1)
  for (let low = Date.UTC(FIRST_YEAR, 0, 1); low < end; low += PROBE_STEP) {
    const before = offsets[offsets.length - 1]!
    const after = offsetAt(low + PROBE_STEP)
    if (after === before) continue
    starts.push(transitionBetween(low, low + PROBE_STEP, before, offsetAt))
    offsets.push(after)
  }
  const localEnds = offsets.map((offset, i) => (i + 1 < starts.length ? starts[i + 1]! + offset : Infinity))
  const table: ZoneTable = {
    timeZone,
    starts: Float64Array.from(starts),
    offsets: Float64Array.from(offsets),
    localEnds: Float64Array.from(localEnds),
  }
  tables.set(timeZone, table)
  return table
}

/** UTC milliseconds of a local wall time: day number since 1970-01-01 and milliseconds since local midnight. */
export function localToUtcMs(day: number, msOfDay: number, table: ZoneTable): number {
  const local = day * DAY_MS + msOfDay
  const i = firstAbove(table.localEnds, local)
  const inGap = i > 0 && local < table.starts[i]! + table.offsets[i]!
  return local - table.offsets[inGap ? i - 1 : i]!
}

/** Local wall milliseconds (as if the local clock were UTC) of a UTC instant; read with {@link localDay} and {@link localHourOfWeek}. */
export function utcToLocalMs(utcMs: number, table: ZoneTable): number {
  return utcMs + table.offsets[firstAbove(table.starts, utcMs) - 1]!
}

/** Day number (days since 1970-01-01) of local wall milliseconds. */
export function localDay(localMs: number): number {
  return Math.floor(localMs / DAY_MS)
}

/** Hour of the week, 0 = Monday 00-01, of local wall milliseconds (1970-01-01 was a Thursday). */
export function localHourOfWeek(localMs: number): number {
  return (((Math.floor(localMs / HOUR_MS) + 72) % 168) + 168) % 168
}

/** Index of the first value above `limit` in an ascending array; its length where there is none. */
function firstAbove(ascending: Float64Array, limit: number): number {
  let low = 0
  let high = ascending.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (ascending[middle]! > limit) high = middle
    else low = middle + 1
  }
  return low
}

/** First whole second in (low, high] at which the offset is no longer `before`. */
function transitionBetween(low: number, high: number, before: number, offsetAt: (utcMs: number) => number) {
  while (high - low > 1000) {
    const middle = low + Math.floor((high - low) / 2000) * 1000
    if (offsetAt(middle) === before) low = middle
    else high = middle
  }
  return high
}

function offsetReader(timeZone: string): (utcMs: number) => number {
  const format = wallClock(timeZone)
  return (utcMs) => {
    const part: Record<string, number> = {}
    for (const { type, value } of format.formatToParts(utcMs)) part[type] = Number(value)
    return Date.UTC(part.year!, part.month! - 1, part.day, part.hour, part.minute, part.second) - utcMs
  }
}

function wallClock(timeZone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
  } catch {
    throw new RangeError(`timeZone is ${timeZone}; allowed: an IANA zone, such as Europe/Stockholm`)
  }
}
