import type { ActivitySeries } from './measure.ts'

/** A month as YYYY-MM. */
export type Month = string

/** Months from the first to the last, both included. */
export interface MonthSpan {
  from: Month
  to: Month
}

/** What was done in some months and in the same months a year before: activity, never outcome and never crime. */
export interface ActivityChange {
  span: MonthSpan
  before: MonthSpan
  /** Sums; null where a month is missing. */
  count: number | null
  countBefore: number | null
  /** null where a sum is missing or there was nothing to compare with. */
  fraction: number | null
  /** Months that the series does not have, of both spans. */
  missing: Month[]
}

/** Whether the text is a month, 2025-01 to 2025-12. */
export function isMonth(text: string): boolean {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text)
}

export function addToMonth(month: Month, months: number): Month {
  const all = +month.slice(0, 4) * 12 + +month.slice(5) - 1 + months
  return `${String(Math.floor(all / 12)).padStart(4, '0')}-${String((all % 12) + 1).padStart(2, '0')}`
}

export function monthsOf({ from, to }: MonthSpan): Month[] {
  const months: Month[] = []
  for (let month = from; month <= to; month = addToMonth(month, 1)) months.push(month)
  return months
}

/** The same months of the year before (motsvarande period föregående år). */
export function yearBefore({ from, to }: MonthSpan): MonthSpan {
  return { from: addToMonth(from, -12), to: addToMonth(to, -12) }
}

export function activityChange(series: ActivitySeries, span: MonthSpan): ActivityChange {
  const counts = new Map(series.months.map(({ month, count }) => [month, count]))
  const before = yearBefore(span)
  const sum = (of: MonthSpan) => {
    const found = monthsOf(of).map((month) => counts.get(month))
    return found.includes(undefined) ? null : found.reduce<number>((total, count) => total + (count ?? 0), 0)
  }
  const [count, countBefore] = [sum(span), sum(before)]
  return {
    span,
    before,
    count,
    countBefore,
    fraction: count === null || !countBefore ? null : count / countBefore - 1,
    missing: [...monthsOf(before), ...monthsOf(span)].filter((month) => !counts.has(month)),
  }
}

/**
 * The months to compare unless a person says otherwise: those that the follow-up is of, where the series has them and their year before;
 * else the latest year as far as it goes. null where the series is empty.
 */
export function proposedSpan(series: ActivitySeries, followUp: MonthSpan | null): MonthSpan | null {
  if (series.months.length === 0) return null
  if (followUp && activityChange(series, followUp).missing.length === 0) return followUp
  const last = series.months.reduce((latest, { month }) => (month > latest ? month : latest), '')
  return { from: `${last.slice(0, 4)}-01`, to: last }
}

/** A line that is no month and count, by its number from 1. */
export interface UnreadMonth {
  line: number
  text: string
  reason: 'notMonth' | 'notCount' | 'twice'
}

/** Months and counts as they are typed, or pasted from two columns of a spreadsheet: one a line, apart by blank, tab, comma or semicolon. */
export function readMonths(text: string): { months: ActivitySeries['months']; unread: UnreadMonth[] } {
  const months: ActivitySeries['months'] = []
  const unread: UnreadMonth[] = []
  text.split(/\r?\n/).forEach((raw, index) => {
    const line = raw.trim()
    if (line === '') return
    const [, month, figure] = /^(\S+?)[\s;,]*(?:[\s;,](.*))?$/.exec(line) ?? [line, line, '']
    // Blanks may group thousands.
    const digits = (figure ?? '').replace(/\s/g, '')
    const count = Number(digits)
    const reason = !isMonth(month)
      ? 'notMonth'
      : !/^\d+$/.test(digits)
        ? 'notCount'
        : months.some((one) => one.month === month)
          ? 'twice'
          : null
    if (reason) unread.push({ line: index + 1, text: line, reason })
    else months.push({ month, count })
  })
  return { months: months.sort((a, b) => (a.month < b.month ? -1 : 1)), unread }
}

/** The way back from {@link readMonths}. */
export function writeMonths(months: ActivitySeries['months']): string {
  return months.map(({ month, count }) => `${month} ${count}`).join('\n')
}
