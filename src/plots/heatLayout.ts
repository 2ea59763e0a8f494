import { DAY_STARTS_AT, hourOfCell } from '../domain/hourWindow.ts'

/** Counts of a week as they stand on the screen: rows mån…sön, columns 06…05. */
export interface HeatGrid {
  /** 7 × 24 counts, row by row. */
  cells: Float64Array
  /** 7 sums. */
  rows: Float64Array
  /** 24 sums. */
  columns: Float64Array
  total: number
  /** The largest cell. */
  max: number
}

/**
 * Cuts a week anew at 06, so that a night stands in one row.
 * @param counts 168 counts, hour 0 = Monday 00-01 by the calendar
 */
export function heatGrid(counts: ArrayLike<number>): HeatGrid {
  const grid: HeatGrid = {
    cells: new Float64Array(168),
    rows: new Float64Array(7),
    columns: new Float64Array(24),
    total: 0,
    max: 0,
  }
  for (let row = 0; row < 7; row++)
    for (let column = 0; column < 24; column++) {
      const count = counts[hourOfCell(row, column)]
      grid.cells[row * 24 + column] = count
      grid.rows[row] += count
      grid.columns[column] += count
      grid.total += count
      grid.max = Math.max(grid.max, count)
    }
  return grid
}

const STEPS = [1, 1.2, 1.4, 1.6, 1.8, 2, 2.2, 2.5, 2.8, 3, 3.5, 4, 4.5, 5, 6, 7, 8, 9]
const roundSteps = [0, 1, 2, 3, 4, 5, 6]
  .flatMap((power) => STEPS.map((step) => Math.round(step * 10 ** (power + 1)) / 10))
  .filter(Number.isInteger)

/**
 * Lower bounds of six classes of counts, the first 1: whole numbers of even and round steps, with the largest count
 * in the sixth class wherever it is at least six.
 */
export function heatBreaks(max: number): number[] {
  const top = Math.max(1, Math.floor(max))
  if (top <= 6) return [1, 2, 3, 4, 5, 6]
  if (top <= 12) return [0, 1, 2, 3, 4, 5].map((k) => 1 + Math.floor((k * top) / 6))
  const above = roundSteps.find((step) => step >= top / 6) ?? Math.ceil(top / 6)
  const step = above * 5 <= top ? above : (roundSteps.findLast((s) => s <= top / 6) ?? 1)
  return [1, step, 2 * step, 3 * step, 4 * step, 5 * step]
}

/** Class 1-6 of a count, 0 for none. A fraction of a crime below the first bound is class 1. */
export function heatClass(count: number, breaks: readonly number[]): number {
  if (!(count > 0)) return 0
  return Math.max(1, breaks.findLastIndex((bound) => count >= bound) + 1)
}

/** Places of the table's parts, px. */
export interface HeatFrame {
  width: number
  height: number
  /** Left edge of the first cell. */
  left: number
  /** Top edge of the first row. */
  top: number
  cellWidth: number
  rowHeight: number
  right: number
  bottom: number
  /** Height of the tallest column bar. */
  barHeight: number
}

const LABELS = 34
const TOTALS = 36
const BARS = 16
const BAR_GAP = 3
const AXIS = 22

/** @param width px of the whole table */
export function heatFrame(width: number, rowHeight = 18): HeatFrame {
  const cellWidth = Math.max(4, (width - LABELS - TOTALS) / 24)
  const top = BARS + BAR_GAP
  return {
    width,
    height: top + 7 * rowHeight + AXIS,
    left: LABELS,
    top,
    cellWidth,
    rowHeight,
    right: LABELS + 24 * cellWidth,
    bottom: top + 7 * rowHeight,
    barHeight: BARS,
  }
}

/** Hours written under the columns, with the column whose middle they stand at. */
export const AXIS_HOURS = [0, 3, 6, 9, 12, 15, 18, 21].map((column) => ({
  column,
  hour: (DAY_STARTS_AT + column) % 24,
}))
