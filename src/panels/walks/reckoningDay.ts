import { dayNumber } from '../../domain/period.ts'
import { locale } from '../../i18n/locale.svelte.ts'
import type { Lagesbild } from '../../state/lagesbild.svelte.ts'

/** The day that due dates are held against: today, or the last day of the loaded data where they end before. */
export interface ReckoningDay {
  day: number
  of: 'data' | 'today'
}

/** Day number of today, on the machine's own calendar. */
export function todayNumber(now = new Date()): number {
  return dayNumber(now.getFullYear(), now.getMonth() + 1, now.getDate())
}

export function reckoningDay({ data }: Pick<Lagesbild, 'data'>, today = todayNumber()): ReckoningDay {
  const last = data.current?.summary.span ? data.current.summary.span.to - 1 : Infinity
  return last < today ? { day: last, of: 'data' } : { day: today, of: 'today' }
}

/** Says which day it is. */
export function reckonedText({ day, of }: ReckoningDay): string {
  return locale.texts.walks.reckoned[of](locale.format.day(day))
}
