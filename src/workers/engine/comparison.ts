import { samePeriodLastYear } from '../../analysis/index.ts'
import { calendarDate, dayNumber, lengthInDays, type Period } from '../../domain/period.ts'
import type { Comparison } from '../../domain/selection.ts'

/** What a period is compared with, in days. */
export interface ComparisonSpan {
  periods: Period[]
  /** Days of the chosen period, and of all comparison periods together. */
  daysNow: number
  daysBefore: number
  /** The data reach over every day of the comparison. */
  covered: boolean
  /** One side holds a 29 February that the other does not. */
  leapDay: boolean
}

/** The comparison's periods for a chosen period, and whether the data can answer. */
export function comparisonSpan(period: Period, comparison: Comparison, span: Period): ComparisonSpan {
  const periods = comparisonPeriods(period, comparison)
  const daysBefore = periods.reduce((sum, part) => sum + lengthInDays(part), 0)
  const leaps = (part: Period) => leapDaysIn(part)
  return {
    periods,
    daysNow: lengthInDays(period),
    daysBefore,
    covered: periods.every((part) => part.from >= span.from && part.to <= span.to),
    leapDay: periods.some((part) => leaps(part) !== leaps(period)),
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
