import { localHourOfWeek, utcToLocalMs, zoneTable } from '../../domain/timeZone.ts'
import { invalid, requireSameLength } from '../argument.ts'
import { LONGEST_SPAN_MS, spreadOverWeek } from './spreadOverWeek.ts'

/** UTC milliseconds; NaN where missing. */
export interface TimeSpans {
  fromUtcMs: ArrayLike<number>
  toUtcMs?: ArrayLike<number>
}

/**
 * Incidents by local hour of the week. `start` counts where an interval starts; `midpoint` half-way through it; `aoristic`
 * spreads it by overlap (see aoristicWeights). A missing end leaves the start. Unknown is a missing start and, but for
 * `start`, an end before the start or an interval longer than 168 hours. Σ counts + unknown = n.
 * @param spans columns of equal length; none gives zeros
 * @returns counts: 168, hour 0 = Monday 00-01
 * @throws RangeError for columns of unequal length, another method, a zone that the runtime does not know
 */
export function timeOfWeekProfile(
  spans: TimeSpans,
  options: { method: 'start' | 'midpoint' | 'aoristic'; timeZone: string },
): { counts: Float64Array; unknown: number; n: number } {
  const { method, timeZone } = options
  if (!['start', 'midpoint', 'aoristic'].includes(method))
    throw invalid('options.method', method, `'start', 'midpoint' or 'aoristic'`)
  const { fromUtcMs, toUtcMs } = spans
  if (toUtcMs) requireSameLength('spans.toUtcMs', toUtcMs, 'spans.fromUtcMs', fromUtcMs)
  const table = zoneTable(timeZone)
  const counts = new Float64Array(168)
  let unknown = 0
  for (let i = 0; i < fromUtcMs.length; i++) {
    const from = fromUtcMs[i]!
    const to = toUtcMs && method !== 'start' ? toUtcMs[i]! : NaN
    if (!Number.isFinite(from)) unknown++
    else if (Number.isNaN(to) || to === from) counts[localHourOfWeek(utcToLocalMs(from, table))]! += 1
    else if (!(to > from && to - from <= LONGEST_SPAN_MS)) unknown++
    else if (method === 'midpoint') counts[localHourOfWeek(utcToLocalMs((from + to) / 2, table))]! += 1
    else spreadOverWeek(from, to, table, counts, 1 / (to - from))
  }
  return { counts, unknown, n: fromUtcMs.length }
}
