import { samePeriodLastYear } from '../../analysis/index.ts'
import { calendarDate, dayNumber, lengthInDays, type Period } from '../../domain/period.ts'
import type { Comparison } from '../../domain/selection.ts'

/** What a period is compared with, in days. */
export interface ComparisonSpan {
  periods: Period[]
  /**
   * How long each side is, in one unit: periods of the calendar where the same dates of other years are compared (a leap
   * day makes no difference then, and is said), days where the lengths are the person's own.
   */
  exposureNow: number
  exposureBefore: number
  /** Compared per day, since the lengths differ. */
  perDay: boolean
  /** The data reach over every day of the comparison. */
  covered: boolean
  /** One side holds a 29 February that the other does not. */
  leapDay: boolean
}

/** The comparison's periods for a chosen period, and whether the data can answer. */
export function comparisonSpan(period: Period, comparison: Comparison, span: Period): ComparisonSpan {
  const periods = comparisonPeriods(period, comparison)
  const own = comparison.kind === 'own'
  return {
    periods,
    exposureNow: own ? lengthInDays(period) : 1,
    exposureBefore: own ? lengthInDays(periods[0]) : periods.length,
    perDay: own && lengthInDays(period) !== lengthInDays(periods[0]),
    covered: periods.every((part) => part.from >= span.from && part.to <= span.to),
    leapDay: !own && periods.some((part) => leapDaysIn(part) !== leapDaysIn(period)),
  }
}

function comparisonPeriods(period: Period, comparison: Comparison): Period[] {
  if (comparison.kind === 'own') return [comparison.period]
  const years =
    comparison.kind === 'yearsBefore'
      ? [comparison.years]
      : Array.from({ length: comparison.years }, (_, i) => i + 1)
  return years.map((back) => samePeriodLastYear(period, back).period)
}

function leapDaysIn({ from, to }: Period): number {
  let count = 0
  for (let year = calendarDate(from).year; year <= calendarDate(to - 1).year; year++) {
    const day = dayNumber(year, 2, 29)
    if (calendarDate(day).month === 2 && day >= from && day < to) count++
  }
  return count
}
