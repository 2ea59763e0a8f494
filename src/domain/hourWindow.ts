/**
 * A window of the week as people speak of it: "fre–lör 22–03". The day of the screen runs from 06 to 06, so that a night
 * hangs together and belongs to the day on which it starts.
 */
export interface HourWindow {
  /** First row, Monday 0 … Sunday 6. */
  dayFrom: number
  /** Last row, inclusive; before `dayFrom` where the window passes Sunday night. */
  dayTo: number
  /** Hours after 06 at which the window starts each day, 0-23. */
  start: number
  /** Hours that the window lasts each day, 1-24. */
  length: number
}

/** Hour at which the screen's day starts. */
export const DAY_STARTS_AT = 6

/** Hour of the week (0 = Monday 00-01) of a cell of the screen's 06-06 table. */
export function hourOfCell(row: number, column: number): number {
  return (row * 24 + DAY_STARTS_AT + column) % 168
}

/** Row (weekday whose night it is) and column (hours after 06) of an hour of the week. */
export function cellOfHour(hour: number): { row: number; column: number } {
  const shifted = (hour - DAY_STARTS_AT + 168) % 168
  return { row: Math.floor(shifted / 24), column: shifted % 24 }
}

/** 168 flags, 1 for the hours of the week inside the window. */
export function hoursInWindow(window: HourWindow): Uint8Array {
  const flags = new Uint8Array(168)
  const days = ((window.dayTo - window.dayFrom + 7) % 7) + 1
  for (let d = 0; d < days; d++)
    for (let k = 0; k < window.length; k++) flags[hourOfCell((window.dayFrom + d) % 7, window.start + k)] = 1
  return flags
}

/** Clock hours [from, to) of the window, 0-23 each; to = from where it lasts the whole day. */
export function clockHours(window: HourWindow): { from: number; to: number } {
  const from = (DAY_STARTS_AT + window.start) % 24
  return { from, to: (from + window.length) % 24 }
}
