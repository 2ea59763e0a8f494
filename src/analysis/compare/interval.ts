/** A two-sided interval; `level` is a fraction such as 0.95. */
export interface Interval {
  lower: number
  upper: number
  level: number
}
