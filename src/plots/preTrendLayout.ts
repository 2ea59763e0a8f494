import type { Period } from '../domain/period.ts'

export interface PreTrendLine {
  /** SVG path over the months. */
  path: string
  /** Index by month, 100 = the mean; null where there are no incidents at all. */
  index: number[] | null
}

export interface PreTrendLayout {
  target: PreTrendLine
  control: PreTrendLine | null
  x(index: number): number
  y(value: number): number
  ticks: number[]
  base: number
  top: number
  right: number
}

const LEFT = 34
const RIGHT = 78
const TOP = 8
const BOTTOM = 34

export const PRE_TREND_HEIGHT = 168

/** Counts by month over their own mean, × 100, so that two places of unlike level can be held against each other. */
export function indexed(counts: readonly number[]): number[] | null {
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length
  return mean > 0 ? counts.map((count) => (100 * count) / mean) : null
}

export function preTrendLayout(
  months: readonly Period[],
  target: readonly number[],
  control: readonly number[] | null,
  width: number,
): PreTrendLayout {
  const ofTarget = indexed(target)
  const ofControl = control && indexed(control)
  const highest = Math.max(100, ...(ofTarget ?? []), ...(ofControl ?? []))
  const step = highest <= 150 ? 50 : highest <= 400 ? 100 : Math.ceil(highest / 400) * 100
  const most = Math.ceil(highest / step) * step
  const right = Math.max(LEFT + 40, width - RIGHT)
  const base = PRE_TREND_HEIGHT - BOTTOM
  const pitch = (right - LEFT) / Math.max(1, months.length - 1)
  const x = (index: number) => LEFT + index * pitch
  const y = (value: number) => base - (value / most) * (base - TOP)
  const line = (values: number[] | null): PreTrendLine => ({
    index: values,
    path:
      values?.map((value, i) => `${i ? 'L' : 'M'}${x(i).toFixed(1)},${y(value).toFixed(1)}`).join('') ?? '',
  })
  return {
    target: line(ofTarget),
    control: control && line(ofControl),
    x,
    y,
    ticks: Array.from({ length: most / step + 1 }, (_, i) => i * step),
    base,
    top: TOP,
    right,
  }
}
