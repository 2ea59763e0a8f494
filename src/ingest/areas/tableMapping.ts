import type { StatisticKind } from '../../domain/areaStatistics.ts'

/** The columns that give an indicator's figure for one year. Column numbers. */
export interface FigureColumns {
  /** 0 where the heading gives none. */
  year: number
  value: number
  low: number | null
  high: number | null
  /** Half the width of the interval. */
  margin: number | null
  /** Both bounds in one cell. */
  interval: number | null
  n: number | null
}

/** One indicator of a table. */
export interface TableIndicator {
  name: string
  kind: StatisticKind
  unit: string
  columns: FigureColumns[]
  /** The person wants it. */
  used: boolean
}

/** What is done with a column that divides the figures of an area: sex, age, crime type. */
export type BreakdownUse =
  /** The rows are added up; only for what can be. */
  | { how: 'sum' }
  /** Each value is an indicator of its own. */
  | { how: 'split' }
  /** Only the rows of this value. */
  | { how: 'only'; value: string }

export interface Breakdown {
  /** Column number. */
  column: number
  /** Its values, in the order of the table. */
  values: string[]
  use: BreakdownUse
}

/** How a table of statistics is read; proposed, shown, corrected. */
export interface TableMapping {
  /** Column of the area's key or name. */
  key: number
  /** Column of the year; null where years stand in the headings, or nowhere. */
  yearColumn: number | null
  /** The year of figures that come without one; 0 for unknown. */
  year: number
  /** "-" and "–" stand for zero, as SCB and Brå write counts; else for a missing figure. */
  dashIsZero: boolean
  breakdowns: Breakdown[]
  indicators: TableIndicator[]
}

/** Whether figures of the kind may be added up. */
export function additive(kind: StatisticKind): boolean {
  return kind === 'population' || kind === 'cost' || kind === 'count' || kind === 'housing'
}
