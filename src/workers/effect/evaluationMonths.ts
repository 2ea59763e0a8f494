import { addMonths, type Period } from '../../domain/period.ts'

/**
 * Months that begin on the measure's day of the month, so that none holds days both before and after its start; whole ones only, as far as
 * the data reach.
 */
export function monthsRound(start: number, span: Period): Period[] {
  const months: Period[] = []
  let first = 0
  while (addMonths(start, first - 1) >= span.from) first--
  for (let k = first; addMonths(start, k + 1) <= span.to; k++)
    months.push({ from: addMonths(start, k), to: addMonths(start, k + 1) })
  return months
}

/** Index of the month of each day from the first month's first day on. */
export function monthOfDay(months: readonly Period[]): { firstDay: number; of: Int16Array } {
  const firstDay = months[0]?.from ?? 0
  const of = new Int16Array(months.length > 0 ? months.at(-1)!.to - firstDay : 0)
  months.forEach(({ from, to }, k) => of.fill(k, from - firstDay, to - firstDay))
  return { firstDay, of }
}

/** 0 for months inside the windows before, 1 inside those after, -1 for the others. */
export function monthPhases(
  months: readonly Period[],
  { before, after }: { before: readonly Period[]; after: readonly Period[] },
): Int8Array {
  const inside = (month: Period, windows: readonly Period[]) =>
    windows.some(({ from, to }) => month.from >= from && month.to <= to)
  return Int8Array.from(months, (month) => (inside(month, before) ? 0 : inside(month, after) ? 1 : -1))
}
