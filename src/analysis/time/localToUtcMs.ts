import { dayNumber, isoDate } from '../../domain/period.ts'
import { localToUtcMs as wallToUtcMs, zoneTable } from '../../domain/timeZone.ts'
import { invalid } from '../argument.ts'

const PATTERN =
  /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,3})\d*)?)?(Z|[+-]\d{2}:?\d{2})?$/

/**
 * UTC milliseconds of a local wall time such as `2024-10-27T02:30` or `2024-10-27 02:30:15`. A wall time that does not exist
 * (spring) moves forward, one that exists twice (autumn) is the first. A text that carries `Z` or an offset says itself when
 * it is.
 * @throws RangeError for a text that is no such time, or a zone that the runtime does not know
 */
export function localToUtcMs(wallTime: string, timeZone: string): number {
  const match = PATTERN.exec(wallTime)
  if (!match)
    throw invalid('wallTime', wallTime, 'YYYY-MM-DDTHH:MM, with seconds or an offset where there are any')
  const [, year, month, date, hour, minute, second = '0', fraction = '', offset] = match
  const day = dayNumber(+year!, +month!, +date!)
  if (isoDate(day) !== `${year}-${month}-${date}` || +hour! > 23 || +minute! > 59 || +second > 59)
    throw invalid('wallTime', wallTime, 'a date of the calendar and a time of 00:00:00 to 23:59:59')
  const msOfDay = ((+hour! * 60 + +minute!) * 60 + +second) * 1000 + +fraction.padEnd(3, '0')
  if (offset === undefined) return wallToUtcMs(day, msOfDay, zoneTable(timeZone))
  const digits = offset.replace(/\D/g, '')
  if (offset !== 'Z' && (+digits.slice(0, 2) > 23 || +digits.slice(2) > 59))
    throw invalid('wallTime', wallTime, 'an offset of -23:59 to +23:59')
  const ahead = offset === 'Z' ? 0 : (+digits.slice(0, 2) * 60 + +digits.slice(2)) * 60_000
  return day * 86_400_000 + msOfDay - (offset.startsWith('-') ? -ahead : ahead)
}
