import { addMonths, calendarDate, dayNumber, monthStart, type Period } from '../domain/period.ts'

/** The last twelve whole months, where the data reach over the twelve before as well; else null. */
export function lastTwelveMonths(span: Period | null): Period | null {
  if (!span) return null
  const end = monthStart(span.to)
  return addMonths(end, -24) >= span.from ? { from: addMonths(end, -12), to: end } : null
}

/** The last calendar year so far, as the data reach. */
export function thisYear(span: Period): Period {
  const { year } = calendarDate(span.to - 1)
  return { from: Math.max(span.from, dayNumber(year, 1, 1)), to: span.to }
}
