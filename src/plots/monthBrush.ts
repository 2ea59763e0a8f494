import type { MonthRun } from './timelineLayout.ts'

export type MonthGrip = 'months' | 'move' | 'left' | 'right'

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value))

/** What a press at x takes hold of, given the left and right edge of the brush, px. */
export function monthGripAt(edges: { left: number; right: number } | null, x: number, reach = 6): MonthGrip {
  if (!edges) return 'months'
  const inner = Math.min(reach, (edges.right - edges.left) / 3)
  if (x > edges.right - inner && x < edges.right + reach) return 'right'
  if (x > edges.left - reach && x < edges.left + inner) return 'left'
  return x > edges.left && x < edges.right ? 'move' : 'months'
}

/** The run of months that a drag from one month to another makes, among `count` months. */
export function dragMonths(
  grip: MonthGrip,
  from: number,
  to: number,
  before: MonthRun | null,
  count: number,
): MonthRun {
  const ordered = (a: number, b: number) => ({ first: Math.min(a, b), last: Math.max(a, b) })
  if (grip === 'months' || !before) return ordered(from, to)
  if (grip === 'left') return ordered(to, before.last)
  if (grip === 'right') return ordered(before.first, to)
  const length = before.last - before.first
  const first = clamp(before.first + to - from, 0, count - 1 - length)
  return { first, last: first + length }
}
