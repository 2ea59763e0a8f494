import { addMonths, calendarDate, dayNumber, type Period } from '../../domain/period.ts'

export type SliceUnit = 'month' | 'quarter' | 'year'

const MONTHS: Readonly<Record<SliceUnit, number>> = { month: 1, quarter: 3, year: 12 }

/**
 * The calendar's months, quarters or years that lie wholly within a span, and the parts at its ends that do not fill one: a slice that the data cover in
 * part would look like a fall.
 */
export function timeSlices(span: Period, unit: SliceUnit): { slices: Period[]; leftOut: Period[] } {
  const months = MONTHS[unit]
  const { year, month } = calendarDate(span.from)
  let from = dayNumber(year, month - ((month - 1) % months), 1)
  const slices: Period[] = []
  const leftOut: Period[] = []
  while (from < span.to) {
    const to = addMonths(from, months)
    if (from >= span.from && to <= span.to) slices.push({ from, to })
    else leftOut.push({ from: Math.max(from, span.from), to: Math.min(to, span.to) })
    from = to
  }
  return { slices, leftOut }
}
