import { MISSING_DAY, MISSING_HOUR } from '../../domain/incident.ts'
import { localDay, localHourOfWeek, utcToLocalMs, zoneTable } from '../../domain/timeZone.ts'

/**
 * Local day numbers (days since 1970-01-01) of UTC milliseconds; MISSING_DAY for NaN.
 * @throws RangeError for a zone that the runtime does not know
 */
export function localDays(utcMs: ArrayLike<number>, timeZone: string): Int32Array {
  const table = zoneTable(timeZone)
  const days = new Int32Array(utcMs.length).fill(MISSING_DAY)
  for (let i = 0; i < days.length; i++)
    if (Number.isFinite(utcMs[i])) days[i] = localDay(utcToLocalMs(utcMs[i]!, table))
  return days
}

/**
 * Local hours of the week (0 = Monday 00-01) of UTC milliseconds; MISSING_HOUR for NaN.
 * @throws RangeError for a zone that the runtime does not know
 */
export function localHoursOfWeek(utcMs: ArrayLike<number>, timeZone: string): Uint8Array {
  const table = zoneTable(timeZone)
  const hours = new Uint8Array(utcMs.length).fill(MISSING_HOUR)
  for (let i = 0; i < hours.length; i++)
    if (Number.isFinite(utcMs[i])) hours[i] = localHourOfWeek(utcToLocalMs(utcMs[i]!, table))
  return hours
}
