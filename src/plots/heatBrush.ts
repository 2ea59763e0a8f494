import type { HourWindow } from '../domain/hourWindow.ts'
import type { HeatFrame } from './heatLayout.ts'

export interface HeatCell {
  /** Monday 0 … Sunday 6 */
  row: number
  /** Hours after 06, 0-23 */
  column: number
}

/** A block of cells of the table. */
export interface CellBlock extends HeatCell {
  rows: number
  columns: number
}

/** What a pointer takes hold of. */
export type Grip = 'cells' | 'rows' | 'columns' | 'move' | 'left' | 'right' | 'top' | 'bottom'

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value))

/** The smallest window that holds both cells. */
export function windowBetween(a: HeatCell, b: HeatCell): HourWindow {
  const start = Math.min(a.column, b.column)
  return {
    dayFrom: Math.min(a.row, b.row),
    dayTo: Math.max(a.row, b.row),
    start,
    length: Math.abs(a.column - b.column) + 1,
  }
}

export function sameWindow(a: HourWindow | null, b: HourWindow | null): boolean {
  if (!a || !b) return a === b
  return a.dayFrom === b.dayFrom && a.dayTo === b.dayTo && a.start === b.start && a.length === b.length
}

/**
 * The blocks that a window covers: one, or more where it passes Sunday night (days) or 06 in the morning (hours, which
 * then stand at the start of the next row).
 */
export function windowBlocks(window: HourWindow): CellBlock[] {
  const days = ((window.dayTo - window.dayFrom + 7) % 7) + 1
  const runs = (first: number) => {
    const row = first % 7
    const rows = Math.min(days, 7 - row)
    return rows < days
      ? [
          { row, rows },
          { row: 0, rows: days - rows },
        ]
      : [{ row, rows }]
  }
  const columns = Math.min(window.length, 24 - window.start)
  const spill = window.length - columns
  return [
    ...runs(window.dayFrom).map((run) => ({ ...run, column: window.start, columns })),
    ...(spill > 0 ? runs(window.dayFrom + 1).map((run) => ({ ...run, column: 0, columns: spill })) : []),
  ]
}

/** Whether the window covers the cell. */
export function inWindow(window: HourWindow, { row, column }: HeatCell): boolean {
  return windowBlocks(window).some(
    (block) =>
      row >= block.row &&
      row < block.row + block.rows &&
      column >= block.column &&
      column < block.column + block.columns,
  )
}

/** The window moved by whole cells; it stops at the table's edges. A window of several blocks stays. */
export function moveWindow(window: HourWindow, rows: number, columns: number): HourWindow {
  if (windowBlocks(window).length > 1) return window
  const days = window.dayTo - window.dayFrom
  const dayFrom = clamp(window.dayFrom + rows, 0, 6 - days)
  const start = clamp(window.start + columns, 0, 24 - window.length)
  return { dayFrom, dayTo: dayFrom + days, start, length: window.length }
}

/** The window with one edge drawn to a cell; it turns over where the edge passes the opposite one. */
export function resizeWindow(
  window: HourWindow,
  edge: 'left' | 'right' | 'top' | 'bottom',
  cell: HeatCell,
): HourWindow {
  const last = { row: window.dayTo, column: window.start + window.length - 1 }
  const first = { row: window.dayFrom, column: window.start }
  switch (edge) {
    case 'left':
      return windowBetween({ ...first, column: cell.column }, last)
    case 'right':
      return windowBetween(first, { ...last, column: cell.column })
    case 'top':
      return windowBetween({ ...first, row: cell.row }, last)
    case 'bottom':
      return windowBetween(first, { ...last, row: cell.row })
  }
}

/** The cell under a point of the table, or the nearest one. */
export function cellAt(frame: HeatFrame, x: number, y: number): HeatCell {
  return {
    row: clamp(Math.floor((y - frame.top) / frame.rowHeight), 0, 6),
    column: clamp(Math.floor((x - frame.left) / frame.cellWidth), 0, 23),
  }
}

/** What a press at a point takes hold of, given the window that is drawn. */
export function gripAt(frame: HeatFrame, window: HourWindow | null, x: number, y: number, reach = 5): Grip {
  const beside = x < frame.left - reach
  const over = y < frame.top - reach || y > frame.bottom + reach
  if (beside) return 'rows'
  const blocks = window ? windowBlocks(window) : []
  if (blocks.length === 1) {
    const left = frame.left + blocks[0].column * frame.cellWidth
    const right = left + blocks[0].columns * frame.cellWidth
    const top = frame.top + blocks[0].row * frame.rowHeight
    const bottom = top + blocks[0].rows * frame.rowHeight
    const withinX = x > left - reach && x < right + reach
    const withinY = y > top - reach && y < bottom + reach
    if (withinX && withinY) {
      // A window of one cell is narrower than two edges: its right and lower edge win.
      if (Math.abs(x - right) < reach) return 'right'
      if (Math.abs(x - left) < reach) return 'left'
      if (Math.abs(y - bottom) < reach - 1) return 'bottom'
      if (Math.abs(y - top) < reach - 1) return 'top'
      return 'move'
    }
  }
  if (over) return 'columns'
  return x > frame.right + reach ? 'rows' : 'cells'
}

/** The window that a drag from one point's cell to another's makes. */
export function dragWindow(
  grip: Grip,
  from: HeatCell,
  to: HeatCell,
  before: HourWindow | null,
): HourWindow | null {
  switch (grip) {
    case 'cells':
      return windowBetween(from, to)
    case 'rows':
      return windowBetween({ row: from.row, column: 0 }, { row: to.row, column: 23 })
    case 'columns':
      return windowBetween({ row: 0, column: from.column }, { row: 6, column: to.column })
    case 'move':
      return before && moveWindow(before, to.row - from.row, to.column - from.column)
    default:
      return before && resizeWindow(before, grip, to)
  }
}
