import type { Measure, MeasureCategory, MeasureStatus } from '../../domain/measure.ts'
import { MEASURE_STATUSES } from '../../domain/measureKinds.ts'
import { warningsOf, type MeasureWarning } from '../../domain/measureWarnings.ts'

export const MEASURE_SORTS = ['start', 'title', 'status', 'warnings', 'cost'] as const
export type MeasureSort = (typeof MEASURE_SORTS)[number]

/** What the list is narrowed to; null = all. */
export interface MeasureFilter {
  kind: Measure['kind'] | null
  category: MeasureCategory | null
  status: MeasureStatus | null
}

export const NO_FILTER: Readonly<MeasureFilter> = { kind: null, category: null, status: null }

export interface MeasureRow {
  measure: Measure
  warnings: MeasureWarning[]
}

/** The measures that pass the filter, in order; what is equal stands by its title. */
export function measureRows(
  measures: readonly Measure[],
  warnings: readonly MeasureWarning[],
  filter: MeasureFilter,
  sort: MeasureSort,
  compare: (a: string, b: string) => number,
): MeasureRow[] {
  const rows = measures
    .filter(
      ({ kind, category, status }) =>
        (filter.kind ?? kind) === kind &&
        (filter.category ?? category) === category &&
        (filter.status ?? status) === status,
    )
    .map((measure) => ({ measure, warnings: warningsOf(warnings, measure.id) }))
  const order: Record<MeasureSort, (a: MeasureRow, b: MeasureRow) => number> = {
    start: (a, b) => compare(b.measure.start, a.measure.start),
    title: () => 0,
    status: (a, b) => MEASURE_STATUSES.indexOf(a.measure.status) - MEASURE_STATUSES.indexOf(b.measure.status),
    warnings: (a, b) => b.warnings.length - a.warnings.length,
    cost: (a, b) => (b.measure.cost ?? -1) - (a.measure.cost ?? -1),
  }
  return rows.sort((a, b) => order[sort](a, b) || compare(a.measure.title, b.measure.title))
}
