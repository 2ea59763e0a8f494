/** A month or week as it is drawn. */
export interface CusumBar {
  from: number
  count: number
  expected: number | null
  sum: number | null
  baseline: boolean
}

export interface CusumLayout {
  /** px of a step. */
  pitch: number
  x(index: number): number
  /** Upper plot: counts. */
  countY(count: number): number
  /** Lower plot: the sum. */
  sumY(sum: number): number
  countBase: number
  sumBase: number
  /** Highest count, and highest of the sum and its threshold, that the plots reach to. */
  highestCount: number
  highestSum: number
}

const LEFT = 44
const RIGHT = 10
const TOP = 18
const COUNT_HEIGHT = 92
const GAP = 40
const SUM_HEIGHT = 92
const LABELS = 20

export const CUSUM_HEIGHT = TOP + COUNT_HEIGHT + GAP + SUM_HEIGHT + LABELS

/** The counts above, the sum that they make below, on one axis of time. */
export function cusumLayout(steps: readonly CusumBar[], threshold: number, width: number): CusumLayout {
  const highestCount = steps.reduce((most, step) => Math.max(most, step.count, step.expected ?? 0), 1)
  const highestSum = steps.reduce(
    (most, step) => Math.max(most, step.sum ?? 0),
    threshold > 0 ? threshold : 1,
  )
  const pitch = Math.max(1, width - LEFT - RIGHT) / Math.max(1, steps.length)
  const countBase = TOP + COUNT_HEIGHT
  const sumBase = countBase + GAP + SUM_HEIGHT
  return {
    pitch,
    x: (index) => LEFT + index * pitch,
    countY: (count) => countBase - (count / highestCount) * COUNT_HEIGHT,
    sumY: (sum) => sumBase - (sum / (1.08 * highestSum)) * SUM_HEIGHT,
    countBase,
    sumBase,
    highestCount,
    highestSum,
  }
}
