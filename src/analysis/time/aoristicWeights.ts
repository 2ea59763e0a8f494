import { localHourOfWeek, utcToLocalMs, zoneTable } from '../../domain/timeZone.ts'
import { LONGEST_SPAN_MS, spreadOverWeek } from './spreadOverWeek.ts'

const week = new Float64Array(168)

/**
 * The share of an interval in each local hour of the week (0 = Monday 00-01), by overlap in **elapsed** time; the shares sum
 * to 1 (Ratcliffe 2000). Without an end (NaN), or with one equal to the start: the start's hour alone.
 * @returns hours with a share, ascending, or 'unknown' where the start is missing, lies after the end, or the interval is longer
 *   than 168 hours: such an interval is counted and shown apart, never spread
 * @throws RangeError for a zone that the runtime does not know
 */
export function aoristicWeights(
  fromUtcMs: number,
  toUtcMs: number,
  timeZone: string,
): { hour: number; weight: number }[] | 'unknown' {
  const table = zoneTable(timeZone)
  if (!Number.isFinite(fromUtcMs)) return 'unknown'
  if (Number.isNaN(toUtcMs) || toUtcMs === fromUtcMs)
    return [{ hour: localHourOfWeek(utcToLocalMs(fromUtcMs, table)), weight: 1 }]
  const length = toUtcMs - fromUtcMs
  if (!(length > 0 && length <= LONGEST_SPAN_MS)) return 'unknown'
  week.fill(0)
  spreadOverWeek(fromUtcMs, toUtcMs, table, week, 1)
  const shares: { hour: number; weight: number }[] = []
  for (let hour = 0; hour < 168; hour++)
    if (week[hour]! > 0) shares.push({ hour, weight: week[hour]! / length })
  return shares
}
