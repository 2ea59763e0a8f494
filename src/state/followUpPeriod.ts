import { samePeriodLastYear } from '../analysis/index.ts'
import { calendarDate, dayNumber, parseIsoDate, type Period } from '../domain/period.ts'
import type { Problem } from '../domain/measure.ts'
import { lastTwelveMonths } from './periods.ts'

/** Years that are tried to find the last one that the data reach over. */
const MOST_YEARS = 25

/** Days of the problem picture, or null where the problem says none. */
export function problemPeriod({ period }: Problem): Period | null {
  if (!period) return null
  const days = { from: parseIsoDate(period.from), to: parseIsoDate(period.to) + 1 }
  return days.from < days.to ? days : null
}

/**
 * The period that a problem is followed up over: the one that the data set's story names for its problem picture, else the picture's own dates in
 * the last later year that the data reach over, else the last twelve whole months. Null where the data reach over none with a year before it.
 * @param span days of data, half-open; @param story periods that the data set names
 */
export function followUpPeriod(
  problem: Problem,
  span: Period | null,
  story: { problemPicture: Period | null; followUp: Period | null },
): Period | null {
  if (!span) return null
  const picture = problemPeriod(problem)
  if (!picture) return lastTwelveMonths(span)
  const { problemPicture, followUp } = story
  if (followUp && problemPicture?.from === picture.from && problemPicture.to === picture.to) return followUp
  for (let years = MOST_YEARS; years >= 1; years--) {
    const later = yearsLater(picture, years)
    if (later.to <= span.to && samePeriodLastYear(later, 1).period.from >= span.from) return later
  }
  return lastTwelveMonths(span)
}

/** The same calendar dates in a later year. */
function yearsLater({ from, to }: Period, years: number): Period {
  const shifted = (day: number) => {
    const date = calendarDate(day)
    return dayNumber(date.year + years, date.month, date.day)
  }
  return { from: shifted(from), to: shifted(to) }
}
