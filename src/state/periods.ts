import {
  addMonths,
  calendarDate,
  dayNumber,
  lengthInDays,
  monthStart,
  type Period,
} from '../domain/period.ts'

/** The last twelve whole months of a span of at least two years; null where there is no year to compare with. */
export function lastTwelveMonths(span: Period | null): Period | null {
  if (!span || lengthInDays(span) < 730) return null
  const end = monthStart(span.to)
  return { from: addMonths(end, -12), to: end }
}

/** The last calendar year so far, as the data reach. */
export function thisYear(span: Period): Period {
  const { year } = calendarDate(span.to - 1)
  return { from: Math.max(span.from, dayNumber(year, 1, 1)), to: span.to }
}
