import { areaFunnel, type AreaFunnel, type FunnelPlace } from '../../analysis/index.ts'
import type { Area } from '../../domain/area.ts'
import { calendarDate, lengthInDays } from '../../domain/period.ts'
import type { AreaFunnelResult } from '../../workers/depth/areaFunnel.ts'
import { populationIn } from '../areas/areaFigures.ts'

export interface AreaFunnelRow {
  area: Area
  name: string
  count: number
  population: number
  expected: number
  /** Per 1 000 inhabitants and year. */
  rate: number
  smoothed: number
  pValue: number
  qValue: number
  place: FunnelPlace
}

export interface AreaFunnelFigures {
  funnel: AreaFunnel
  /** Most unlikely first. */
  rows: AreaFunnelRow[]
  /** Incidents in the areas that are compared. */
  n: number
  /** Per 1 000 inhabitants and year. */
  rate: number
  /** Years of the populations. */
  populationYears: number[]
  withoutPopulation: number
  /** In no area that is compared. */
  outside: number
}

const DAYS_PER_YEAR = 365.25

/** Areas with a population against the rate that they have in common; null where fewer than two, or nothing to compare. */
export function areaFunnelFigures(
  { counts, outside, period }: AreaFunnelResult,
  areas: readonly Area[],
): AreaFunnelFigures | null {
  if (!period || counts.length !== areas.length) return null
  const year = calendarDate(period.to - 1).year
  const known = areas
    .map((area, i) => ({ area, count: counts[i], known: populationIn(area, year) }))
    .flatMap(({ area, count, known }) => (known && known.population > 0 ? [{ area, count, ...known }] : []))
  const n = known.reduce((sum, { count }) => sum + count, 0)
  if (known.length < 2 || n === 0) return null
  const funnel = areaFunnel(
    known.map(({ count }) => count),
    known.map(({ population }) => population),
  )
  const perYear = (1000 * DAYS_PER_YEAR) / lengthInDays(period)
  const rows = known.map(({ area, count, population }, i) => ({
    area,
    name: area.name,
    count,
    population,
    expected: funnel.expected[i],
    rate: (count / population) * perYear,
    smoothed: funnel.smoothed[i] * perYear,
    pValue: funnel.pValue[i],
    qValue: funnel.qValue[i],
    place: funnel.place[i],
  }))
  return {
    funnel,
    rows: rows.sort((a, b) => a.pValue - b.pValue || b.count - a.count),
    n,
    rate: funnel.rate * perYear,
    populationYears: [...new Set(known.map((one) => one.year))].filter((one) => one > 0).sort(),
    withoutPopulation: areas.length - known.length,
    outside: outside + counts.reduce((sum, count) => sum + count, 0) - n,
  }
}
