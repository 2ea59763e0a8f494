import type { Period } from '../../domain/period.ts'
import type { TimelineMonth } from '../../plots/timelineLayout.ts'

/** Months of the data with their counts, the same month a year before, and whether the data cover them wholly. */
export function trendMonths(
  months: readonly Period[],
  counts: ArrayLike<number>,
  span: Period,
): TimelineMonth[] {
  return months.map((month, i) => ({
    ...month,
    count: counts[i],
    before: i >= 12 && months[i - 12].from >= span.from ? counts[i - 12] : null,
    complete: month.from >= span.from && month.to <= span.to,
  }))
}
