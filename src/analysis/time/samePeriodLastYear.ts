import {
  addMonths,
  calendarDate,
  dayNumber,
  lengthInDays,
  weekday,
  type Period,
} from '../../domain/period.ts'
import { invalid } from '../argument.ts'

export interface SamePeriod {
  period: Period
  /** Days of the chosen period less days of this one: 1 or −1 where one of them holds a leap day. */
  leapDays: number
  /** How many weekdays later the chosen period starts, 0-6: its Mondays are the others' Mondays plus this. */
  weekdayShift: number
  /** Days by weekday, Monday first, of the chosen period less those of this one: what the shift does to weekends. */
  weekdayDifference: number[]
}

/**
 * Motsvarande period föregående år: the same calendar dates a number of years earlier. A 29th of February that the earlier year lacks
 * becomes the 28th as a first day; an end before it (exclusive) becomes the 1st of March, so that February stays whole.
 * @param period day numbers; @param years 1 or more
 * @throws RangeError for an empty period, days or years that are not whole, no year
 */
export function samePeriodLastYear(period: Period, years: number): SamePeriod {
  if (!(Number.isSafeInteger(years) && years >= 1))
    throw invalid('years', years, 'a whole number, 1 or above')
  if (!Number.isSafeInteger(period.from)) throw invalid('period.from', period.from, 'a day number (whole)')
  if (!(Number.isSafeInteger(period.to) && period.to > period.from))
    throw invalid('period.to', period.to, `a day number after period.from (${period.from})`)
  const earlier: Period = { from: addMonths(period.from, -12 * years), to: rolledBack(period.to, years) }
  const now = daysByWeekday(period)
  const then = daysByWeekday(earlier)
  return {
    period: earlier,
    leapDays: lengthInDays(period) - lengthInDays(earlier),
    weekdayShift: (weekday(period.from) - weekday(earlier.from) + 7) % 7,
    weekdayDifference: now.map((days, i) => days - then[i]!),
  }
}

/** The same date in an earlier year; dates past the month's end roll over. */
function rolledBack(day: number, years: number): number {
  const { year, month, day: dayOfMonth } = calendarDate(day)
  return dayNumber(year - years, month, dayOfMonth)
}

function daysByWeekday({ from, to }: Period): number[] {
  const whole = Math.floor((to - from) / 7)
  const days = new Array<number>(7).fill(whole)
  for (let day = from + 7 * whole; day < to; day++) days[weekday(day)]!++
  return days
}
