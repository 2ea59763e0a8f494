import type { Interval } from './interval.ts'

/** Which way a count went, as far as its interval tells. */
export type Direction = 'fell' | 'rose' | 'no-clear-change'

/** Of a ratio after/before: fell where the whole interval lies below 1, rose where it lies above. */
export function directionOf({ lower, upper }: Interval): Direction {
  return upper < 1 ? 'fell' : lower > 1 ? 'rose' : 'no-clear-change'
}
