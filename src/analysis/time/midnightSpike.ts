import { utcToLocalMs, zoneTable } from '../../domain/timeZone.ts'

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000

/** A spike is this many times the mean of the other full hours, and at least this many times. */
const FACTOR = 3
const FEWEST = 10

/**
 * Whether 00:00 stands out: a default time that a system writes where no time is known, not a time. Times on exactly 00:00:00 local
 * are compared with the mean of the times on the other 23 full hours, since people round to full hours.
 * @returns atMidnight: times on exactly 00:00:00; expected: mean on the other full hours; suspicious: at least 10, and more than 3 × expected
 * @throws RangeError for a zone that the runtime does not know
 */
export function midnightSpike(
  utcMs: ArrayLike<number>,
  timeZone: string,
): { atMidnight: number; expected: number; suspicious: boolean } {
  const table = zoneTable(timeZone)
  let atMidnight = 0
  let onHours = 0
  for (let i = 0; i < utcMs.length; i++) {
    if (!Number.isFinite(utcMs[i])) continue
    const local = utcToLocalMs(utcMs[i]!, table)
    if (local % DAY_MS === 0) atMidnight++
    else if (local % HOUR_MS === 0) onHours++
  }
  const expected = onHours / 23
  return { atMidnight, expected, suspicious: atMidnight >= FEWEST && atMidnight > FACTOR * expected }
}
