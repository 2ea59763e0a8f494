/** Calendar days as whole numbers: days since 1970-01-01 in the data set's local calendar. No clock, no zone. */

const DAY_MS = 86_400_000

/** A run of local calendar days, half-open: [from, to). */
export interface Period {
  from: number
  to: number
}

/** Day number of a proleptic Gregorian date; `month` is 1-12. Days past the month's end roll over. */
export function dayNumber(year: number, month: number, day: number): number {
  return Math.round(Date.UTC(year, month - 1, day) / DAY_MS)
}

export interface CalendarDate {
  year: number
  /** 1-12 */
  month: number
  day: number
}

export function calendarDate(dayNumber: number): CalendarDate {
  const date = new Date(dayNumber * DAY_MS)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

/** Monday 0 … Sunday 6 of a day number (1970-01-01 was a Thursday). */
export function weekday(dayNumber: number): number {
  return (((dayNumber + 3) % 7) + 7) % 7
}

/** ISO date, `2025-03-01`. */
export function isoDate(dayNumber: number): string {
  return new Date(dayNumber * DAY_MS).toISOString().slice(0, 10)
}

/** Day number of an ISO date `2025-03-01`, or NaN where the text is none. */
export function parseIsoDate(text: string): number {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!match) return NaN
  const day = dayNumber(+match[1]!, +match[2]!, +match[3]!)
  return isoDate(day) === text ? day : NaN
}

export function lengthInDays(period: Period): number {
  return period.to - period.from
}

/** First day of the month that holds the day. */
export function monthStart(day: number): number {
  const { year, month } = calendarDate(day)
  return dayNumber(year, month, 1)
}

/** The same calendar date a number of months away; the 29th-31st clamp to the month's last day. */
export function addMonths(day: number, months: number): number {
  const { year, month, day: dayOfMonth } = calendarDate(day)
  const first = dayNumber(year, month + months, 1)
  const next = dayNumber(year, month + months + 1, 1)
  return Math.min(first + dayOfMonth - 1, next - 1)
}
