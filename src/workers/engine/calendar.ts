import { addMonths, monthStart, type Period } from '../../domain/period.ts'

/** The calendar months that the data touch. */
export interface MonthCalendar {
  /** First day of the first month. */
  firstDay: number
  months: Period[]
  /** Month index of `day - firstDay`. */
  monthOfDay: Uint16Array
}

export function monthCalendar(firstDay: number, lastDay: number): MonthCalendar {
  const start = monthStart(firstDay)
  const months: Period[] = []
  for (let from = start; from <= lastDay; from = addMonths(from, 1))
    months.push({ from, to: addMonths(from, 1) })
  const end = months.length > 0 ? months[months.length - 1]!.to : start
  const monthOfDay = new Uint16Array(end - start)
  months.forEach((month, index) => monthOfDay.fill(index, month.from - start, month.to - start))
  return { firstDay: start, months, monthOfDay }
}
