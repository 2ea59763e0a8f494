import type { EvaluationPeriods } from './evaluation.ts'
import type { MeasureCategory } from './measure.ts'
import { addMonths, calendarDate, dayNumber, lengthInDays, type Period } from './period.ts'

/** How the windows before and after were matched. */
export type PeriodsMatch = 'whole-years' | 'same-dates' | 'equal-months'

/** Why a longer or better matched window could not be had. */
export type PeriodsNote =
  /** Less than a year after the run-in is in the data (or the measure was over sooner). */
  | { code: 'after-short'; days: number }
  /** The same dates a year before are not in the data. */
  | { code: 'no-year-before'; days: number }

export interface PeriodsProposal {
  match: PeriodsMatch
  periods: EvaluationPeriods
  notes: PeriodsNote[]
}

/** Why no windows can be proposed. */
export type NoPeriods =
  /** The data end before the run-in is over. */
  | { code: 'nothing-after'; dataEnd: number; afterFrom: number }
  /** The measure, which works only while it is at work, was over within four weeks of its run-in; `end` is the day after its last one. */
  | { code: 'over-too-soon'; end: number; afterFrom: number }
  /** The data begin with the measure or later, or less than a month before it. */
  | { code: 'nothing-before'; dataStart: number; start: number }

/** What the windows are proposed from; day numbers. */
export interface PeriodsQuestion {
  /** First day of the measure. */
  start: number
  /** The day after the last one that the effect is looked for; null = as long as there are data. */
  end: number | null
  /** Days from the start that belong to neither window. */
  runInDays: number
  /** Days that hold data, half-open. */
  span: Period
}

/** Fewest days of a window; under a month nothing can be said. */
const FEWEST_DAYS = 28

/**
 * Windows before and after a measure that hold the same seasons, by the first of these that the data allow: as many whole years on both
 * sides (1 unless `years` says more); the days after, against the same calendar dates of the year before (motsvarande period föregående
 * år); as many months before as after. Nothing lies outside the data, and the run-in in neither window.
 * @param years most whole years on each side
 */
export function proposePeriods(
  { start, end, runInDays, span }: PeriodsQuestion,
  years = 1,
): PeriodsProposal | NoPeriods {
  const from = start + runInDays
  const to = Math.min(span.to, end ?? Infinity)
  const afterFrom = Math.max(from, span.from)
  if (to - afterFrom < FEWEST_DAYS)
    return end !== null && end < span.to
      ? { code: 'over-too-soon', end, afterFrom }
      : { code: 'nothing-after', dataEnd: to, afterFrom }
  if (start - span.from < FEWEST_DAYS) return { code: 'nothing-before', dataStart: span.from, start }
  for (let n = years; n >= 1; n--) {
    const after = { from, to: yearsLater(from, n) }
    const before = { from: yearsLater(start, -n), to: start }
    if (after.to <= to && before.from >= span.from)
      return { match: 'whole-years', periods: { before: [before], after: [after] }, notes: [] }
  }
  const after = { from: afterFrom, to: Math.min(to, yearsLater(afterFrom, 1)) }
  const notes: PeriodsNote[] = []
  if (after.to < yearsLater(afterFrom, 1)) notes.push({ code: 'after-short', days: lengthInDays(after) })
  const yearBefore = { from: yearsLater(after.from, -1), to: yearsLater(after.to, -1) }
  if (yearBefore.from >= span.from && yearBefore.to <= start)
    return { match: 'same-dates', periods: { before: [yearBefore], after: [after] }, notes }
  notes.push({ code: 'no-year-before', days: start - span.from })
  return equalMonths(start, afterFrom, to, span, notes)
}

/** As many whole months up to the measure as after it, 12 at most; else as many days. */
function equalMonths(
  start: number,
  afterFrom: number,
  to: number,
  span: Period,
  notes: PeriodsNote[],
): PeriodsProposal {
  for (let months = 12; months >= 1; months--) {
    const before = { from: addMonths(start, -months), to: start }
    const after = { from: afterFrom, to: addMonths(afterFrom, months) }
    if (before.from >= span.from && after.to <= to)
      return { match: 'equal-months', periods: { before: [before], after: [after] }, notes }
  }
  const days = Math.min(to - afterFrom, start - span.from)
  const before = { from: start - days, to: start }
  return {
    match: 'equal-months',
    periods: { before: [before], after: [{ from: afterFrom, to: afterFrom + days }] },
    notes,
  }
}

/** The same calendar date years later (or earlier, below 0); a 29th of February becomes the 1st of March where there is none. */
export function yearsLater(day: number, years: number): number {
  const { year, month, day: dayOfMonth } = calendarDate(day)
  return dayNumber(year + years, month, dayOfMonth)
}

/** Measures that stand from one day to the next; what people do takes a month to settle, what is built is there when it is done. */
const AT_ONCE: ReadonlySet<MeasureCategory> = new Set(['lighting', 'sightlines', 'targetHardening', 'upkeep'])

/** Days after the start that are left out unless a person says otherwise: 0 for what is built or cleared, 30 for what people do. */
export function usualRunIn(category: MeasureCategory): number {
  return AT_ONCE.has(category) ? 0 : 30
}

/** What of settled periods the data hold, in order: days outside them would count as days when nothing happened. Windows that overlap become one. */
export function periodsInData({ before, after }: EvaluationPeriods, span: Period): EvaluationPeriods {
  const held = (windows: readonly Period[]) => {
    const kept: Period[] = []
    for (const { from, to } of windows.toSorted((a, b) => a.from - b.from)) {
      const window = { from: Math.max(from, span.from), to: Math.min(to, span.to) }
      const last = kept.at(-1)
      if (!(window.to > window.from)) continue
      if (last && window.from < last.to) last.to = Math.max(last.to, window.to)
      else kept.push(window)
    }
    return kept
  }
  return { before: held(before), after: held(after) }
}

/**
 * The windows of the years before: those of the period before moved back by as many whole years as it covers, again and again, as far as
 * they lie in the data; what a peak is told by.
 * @param most years to go back
 */
export function historyWindows(before: readonly Period[], span: Period, most = 3): Period[][] {
  const first = Math.min(...before.map(({ from }) => from))
  const last = Math.max(...before.map(({ to }) => to))
  let stride = 1
  while (yearsLater(last, -stride) > first) stride++
  const found: Period[][] = []
  for (let years = stride; years <= most * stride; years += stride) {
    const windows = before.map(({ from, to }) => ({
      from: yearsLater(from, -years),
      to: yearsLater(to, -years),
    }))
    if (windows.some(({ from }) => from < span.from)) break
    found.push(windows)
  }
  return found
}
