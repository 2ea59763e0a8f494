import type { StatisticKind } from '../../domain/areaStatistics.ts'
import type { FigureColumns } from './tableMapping.ts'
import { readFigure, readInterval, readMargin } from './valueCell.ts'

/** A figure with its doubt, as a row has it. */
export interface RowFigure {
  value: number
  low?: number
  high?: number
  n?: number
}

/** What a row has of an indicator: a figure, or why it has none; `cell` as written. */
export interface RowReading {
  cell: string
  figure: RowFigure | null
  code: 'missing' | 'unreadable' | 'dashes' | 'outsideInterval' | null
}

/** Reads one figure of a row, with bounds from their own columns or from the figure's cell. */
export function readRow(
  row: readonly string[],
  columns: FigureColumns,
  kind: StatisticKind,
  { decimalComma, dashIsZero }: { decimalComma: boolean; dashIsZero: boolean },
): RowReading {
  const cell = row[columns.value] ?? ''
  const read = readFigure(cell, decimalComma)
  if (read === 'unreadable') return { cell, figure: null, code: 'unreadable' }
  if (read === 'missing' || (read === 'dash' && !dashIsZero)) return { cell, figure: null, code: 'missing' }
  if (read === 'dash') return { cell, figure: { value: 0 }, code: 'dashes' }
  const figure: RowFigure = { ...read }
  const number = (column: number | null) => {
    const found = column === null ? 'missing' : readFigure(row[column] ?? '', decimalComma)
    return typeof found === 'object' ? found.value : undefined
  }
  const { value } = figure
  const margin = columns.margin === null ? NaN : readMargin(row[columns.margin] ?? '', decimalComma)
  if (Number.isFinite(margin)) Object.assign(figure, { low: value - margin, high: value + margin })
  if (columns.interval !== null)
    Object.assign(figure, boundsIn(row[columns.interval] ?? '', value, decimalComma))
  const [low, high, n] = [number(columns.low), number(columns.high), number(columns.n)]
  if (low !== undefined) figure.low = low
  if (high !== undefined) figure.high = high
  if (n !== undefined) figure.n = n
  if ((figure.low ?? -Infinity) > value || (figure.high ?? Infinity) < value) {
    // Bounds that do not hold their figure are of something else.
    delete figure.low
    delete figure.high
    return { cell, figure, code: 'outsideInterval' }
  }
  // A share's interval ends where shares do.
  if (kind === 'survey' && figure.low !== undefined && value >= 0) figure.low = Math.max(0, figure.low)
  return { cell, figure, code: null }
}

function boundsIn(cell: string, value: number, decimalComma: boolean): { low?: number; high?: number } {
  const bounds = readInterval(cell, decimalComma)
  if (bounds) return bounds
  const margin = readMargin(cell, decimalComma)
  return Number.isFinite(margin) ? { low: value - margin, high: value + margin } : {}
}
