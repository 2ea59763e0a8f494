import type { AreaSet } from '../domain/area.ts'
import type { AreaStatistic, StatisticTable } from '../domain/areaStatistics.ts'

/** A survey indicator as the demo's file has it; shares as fractions. */
export interface IndicatorRecord {
  id: string
  name: { sv: string }
  unit: 'share'
  values: { area: string; year: number; n: number; value: number; lower: number; upper: number }[]
}

const percent = (fraction: number) => Math.round(1000 * fraction) / 10

/** The invented town's safety survey, as a table joined to its kommundelar. */
export function demoIndicators(records: readonly IndicatorRecord[], areas: AreaSet): StatisticTable {
  const statistics = records.map(({ id, name, values }): AreaStatistic => ({
    id: `demo-${id}`,
    name: name.sv,
    kind: 'survey',
    unit: '%',
    values: values.map(({ area, year, n, value, lower, upper }) => ({
      area,
      year,
      n,
      value: percent(value),
      low: percent(lower),
      high: percent(upper),
    })),
  }))
  const rows = new Set(statistics.flatMap(({ values }) => values.map(({ area, year }) => `${area}/${year}`)))
  const covered = new Set(statistics.flatMap(({ values }) => values.map(({ area }) => area)))
  return {
    id: 'demo-indicators',
    areaSet: areas.id,
    file: 'indicators.json',
    sheet: null,
    keyColumn: 'area',
    rows: rows.size,
    matchedRows: rows.size,
    unmatched: [],
    areasWithout: areas.areas.map(({ id }) => id).filter((id) => !covered.has(id)),
    ties: {},
    statistics,
  }
}
