import type { ZoneTable } from '../../domain/timeZone.ts'

const HOUR_MS = 3_600_000

/** Longer intervals cover every hour of the week and tell nothing. */
export const LONGEST_SPAN_MS = 168 * HOUR_MS

/**
 * Adds the overlap of [from, to) with each local hour of the week, in milliseconds of elapsed time: an hour that is lived
 * twice (autumn) counts twice, one that is skipped (spring) not at all. The offset is constant between transitions.
 * @param week 168 sums, hour 0 = Monday 00-01
 */
export function spreadOverWeek(
  from: number,
  to: number,
  table: ZoneTable,
  week: Float64Array,
  factor: number,
): void {
  const { starts, offsets } = table
  let period = offsetIndexAt(starts, from)
  for (let at = from; at < to;) {
    const until = period + 1 < starts.length ? Math.min(to, starts[period + 1]!) : to
    const offset = offsets[period]!
    let hour = (((Math.floor((at + offset) / HOUR_MS) + 72) % 168) + 168) % 168
    let end = (Math.floor((at + offset) / HOUR_MS) + 1) * HOUR_MS - offset
    while (at < until) {
      const stop = end < until ? end : until
      week[hour]! += (stop - at) * factor
      at = stop
      end += HOUR_MS
      hour = hour === 167 ? 0 : hour + 1
    }
    period++
  }
}

function offsetIndexAt(starts: Float64Array, utcMs: number): number {
  let low = 0
  let high = starts.length
  while (high - low > 1) {
    const middle = (low + high) >>> 1
    if (starts[middle]! <= utcMs) low = middle
    else high = middle
  }
  return low
}
