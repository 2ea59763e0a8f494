import { addMonths, calendarDate, dayNumber, monthStart, type Period } from '../../domain/period.ts'

/** Most rolls: a year of months, two of quarters. */
const MOST_ROLLS = { month: 12, quarter: 8 } as const
const MONTHS = { month: 1, quarter: 3 } as const
/** Rolls below which a shorter history is taken, unless one was chosen. */
const ROLLS_WANTED = 3

/**
 * The last whole months or quarters of the data with a history before them, earliest first. @param history months; null for the longest
 * of 12, 6 and 3 that some rolls can have
 */
export function rollsOf(
  span: Period,
  { step, history: chosen }: { step: 'month' | 'quarter'; history: number | null },
): { history: number; rolls: { period: Period; history: Period }[] } {
  const months = MONTHS[step]
  const ends: number[] = []
  let end = monthStart(span.to)
  while ((calendarDate(end).month - 1) % months !== 0) end = addMonths(end, -1)
  for (let i = 0; i < MOST_ROLLS[step]; i++) ends.unshift(addMonths(end, -months * i))
  const rolls = (history: number) =>
    ends
      .map((to) => ({ from: addMonths(to, -months), to }))
      .map((period) => ({ period, history: { from: addMonths(period.from, -history), to: period.from } }))
      .filter((roll) => roll.history.from >= span.from)
  const history = chosen ?? [12, 6, 3].find((length) => rolls(length).length >= ROLLS_WANTED) ?? 3
  return { history, rolls: rolls(history) }
}

/** The same months a year before. */
export function yearBefore({ from, to }: Period): Period {
  const back = (day: number) => {
    const { year, month } = calendarDate(day)
    return dayNumber(year - 1, month, 1)
  }
  return { from: back(from), to: back(to) }
}
