import { samePeriodLastYear } from '../../analysis/index.ts'
import { addMonths, type Period } from '../../domain/period.ts'
import type { Selection } from '../../domain/selection.ts'
import type { AnalysisEngine } from './analysisEngine.ts'
import { CLAUSE } from './clauseFlags.ts'

/** The same dates of each year, and what was counted in every area. */
export interface AreaSeries {
  /** Oldest first; the last is the chosen period, or its last twelve months where it is longer. */
  periods: Period[]
  /** Row-major: an area's counts by period (Σ weights where hours are shared out). */
  counts: Float64Array
  areas: number
}

const COUNTED = CLAUSE.types | CLAUSE.hours | CLAUSE.kind
const MOST_YEARS = 25

/**
 * Counts by area and year over the same dates (motsvarande period), as far back as the data reach over whole periods, so that no season
 * makes a trend. All filters hold but the place.
 */
export function areaSeries(engine: AnalysisEngine, selection: Selection): AreaSeries {
  const { period } = engine.apply(selection)
  const { flags, columns, areaOf, hourWeights, areas, summary } = engine
  const periods = period && summary.span ? yearsOf(period, summary.span) : []
  const counts = new Float64Array(areas.length * periods.length)
  if (periods.length === 0 || !areaOf) return { periods, counts, areas: areas.length }
  const first = periods[0].from
  const periodOfDay = new Int16Array(periods[periods.length - 1].to - first).fill(-1)
  periods.forEach(({ from, to }, k) => periodOfDay.fill(k, from - first, to - first))
  for (let i = 0; i < columns.length; i++) {
    const area = areaOf[i]
    if (area < 0 || flags.failed[i] & COUNTED) continue
    const k = periodOfDay[columns.day[i] - first] ?? -1
    if (k >= 0) counts[area * periods.length + k] += hourWeights ? hourWeights[i] : 1
  }
  return { periods, counts, areas: areas.length }
}

function yearsOf(period: Period, span: Period): Period[] {
  const base = { from: Math.max(period.from, addMonths(period.to, -12)), to: period.to }
  const periods = [base]
  for (let back = 1; back < MOST_YEARS; back++) {
    const earlier = samePeriodLastYear(base, back).period
    if (earlier.from < span.from) break
    periods.unshift(earlier)
  }
  return periods
}
