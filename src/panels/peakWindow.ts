import { DAY_STARTS_AT, hourOfCell } from '../domain/hourWindow.ts'

export interface PeakWindow {
  /** Weekday whose 06-06 day it lies in, Monday 0. */
  row: number
  /** Clock hours [from, to). */
  from: number
  to: number
  count: number
}

/** Hours that a peak is said to last. */
const LENGTH = 4

/** The four hours on end, within one 06-06 day, that hold most. */
export function peakWindow(week: ArrayLike<number>): PeakWindow {
  let best: PeakWindow = { row: 0, from: DAY_STARTS_AT, to: DAY_STARTS_AT + LENGTH, count: -1 }
  for (let row = 0; row < 7; row++)
    for (let column = 0; column + LENGTH <= 24; column++) {
      let count = 0
      for (let k = 0; k < LENGTH; k++) count += week[hourOfCell(row, column + k)]
      if (count > best.count) {
        const from = (DAY_STARTS_AT + column) % 24
        best = { row, from, to: (from + LENGTH) % 24, count }
      }
    }
  return best
}
