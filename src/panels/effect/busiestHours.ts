import { hourOfCell, type HourWindow } from '../../domain/hourWindow.ts'

/** Hours of the window that is looked for. */
const LENGTH = 4

/**
 * The four hours of one day, the day cut at 06, that hold most; the earliest of those alike.
 * @param counts 168, hour 0 = Monday 00-01 by the calendar
 */
export function busiestHours(counts: ArrayLike<number>): HourWindow {
  let best: HourWindow = { dayFrom: 0, dayTo: 0, start: 0, length: LENGTH }
  let most = -1
  for (let day = 0; day < 7; day++)
    for (let start = 0; start + LENGTH <= 24; start++) {
      let held = 0
      for (let column = start; column < start + LENGTH; column++) held += counts[hourOfCell(day, column)]!
      if (held > most + 1e-9) {
        most = held
        best = { dayFrom: day, dayTo: day, start, length: LENGTH }
      }
    }
  return best
}
