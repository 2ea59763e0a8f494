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

/** A slice with fewer rows than this share of a full one is not covered: a stray date does not make the data begin. */
const COVERED = 0.1

/**
 * Slices that the data cover: those at either end with less than a tenth of the rows of a full one (the 90th percentile) are left out as well.
 * @param rows by slice, whatever the filters
 */
export function coveredSlices(
  { slices, leftOut }: { slices: Period[]; leftOut: Period[] },
  rows: ArrayLike<number>,
): { slices: Period[]; leftOut: Period[] } {
  if (slices.length === 0) return { slices, leftOut }
  const sorted = Float64Array.from(rows).sort()
  const least = COVERED * sorted[Math.floor(0.9 * (sorted.length - 1))]
  let first = 0
  let last = slices.length - 1
  while (first < last && rows[first] < least) first++
  while (last > first && rows[last] < least) last--
  const kept = slices.slice(first, last + 1)
  const outside = [...leftOut, ...slices.slice(0, first), ...slices.slice(last + 1)]
  return { slices: kept, leftOut: joined(outside) }
}

/** Periods in order, those that follow each other as one. */
function joined(periods: readonly Period[]): Period[] {
  const whole: Period[] = []
  for (const period of [...periods].sort((a, b) => a.from - b.from)) {
    const last = whole[whole.length - 1]
    if (last && last.to === period.from) whole[whole.length - 1] = { from: last.from, to: period.to }
    else whole.push(period)
  }
  return whole
}
