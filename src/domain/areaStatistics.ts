/**
 * Figures of areas by year: population, survey indicators, costs. They belong to whole areas: a survey value is never spread
 * over the streets of its area, and is no weight of a density surface.
 */

/**
 * `population` is the denominator of rates; `survey` a share or mean with an interval, which is never summed; `cost` and
 * `count` can be summed; `housing` and `other` are background.
 */
export const STATISTIC_KINDS = ['population', 'survey', 'cost', 'count', 'housing', 'other'] as const
export type StatisticKind = (typeof STATISTIC_KINDS)[number]

/** The figure of one area and year. */
export interface StatisticValue {
  /** Key of the area. */
  area: string
  /** 0 where the table gives none. */
  year: number
  value: number
  /** Bounds of the 95 % interval, where the table gives them. */
  low?: number
  high?: number
  /** Answers, persons or cases behind the figure, where the table gives them. */
  n?: number
}

/** One indicator of the areas of a set. */
export interface AreaStatistic {
  /** Unique in the session and in a saved project. */
  id: string
  name: string
  kind: StatisticKind
  /** "invånare", "%", "kr", "per 100 000 inv."; '' for a plain figure. */
  unit: string
  /** At most one an area and year. Areas without a figure are absent. */
  values: StatisticValue[]
}

/** What became of a row of a table that met no area of its own. */
export interface UnmatchedKey {
  /** As written in the table. */
  key: string
  /** Rows that carry it. */
  rows: number
  /** More than one area bears it, so none was taken. */
  ambiguous: boolean
}

/** A table that was joined to an area set, with what it gave and what it did not. */
export interface StatisticTable {
  /** Unique in the session and in a saved project. */
  id: string
  /** The area set whose keys it was joined on. */
  areaSet: string
  /** Name of the file. */
  file: string
  /** Sheet of a workbook. */
  sheet: string | null
  keyColumn: string
  /** Data rows, footnotes and totals' headings left out. */
  rows: number
  /** Rows that met an area. */
  matchedRows: number
  /** Different keys that met no area. */
  unmatched: UnmatchedKey[]
  /** Keys of the areas that got no figure. */
  areasWithout: string[]
  /** Keys that the person tied to an area by hand or by an accepted suggestion: written key → area. */
  ties: Record<string, string>
  statistics: AreaStatistic[]
}

const indices = new WeakMap<AreaStatistic, Map<string, StatisticValue[]>>()

/** All figures of an area, earliest year first. */
export function valuesOf(statistic: AreaStatistic, area: string): readonly StatisticValue[] {
  let index = indices.get(statistic)
  if (!index) {
    index = new Map()
    for (const value of statistic.values) {
      const values = index.get(value.area)
      if (values) values.push(value)
      else index.set(value.area, [value])
    }
    for (const values of index.values()) values.sort((a, b) => a.year - b.year)
    indices.set(statistic, index)
  }
  return index.get(area) ?? []
}

/** The figure of an area in a year, or null. */
export function valueIn(statistic: AreaStatistic, area: string, year: number): StatisticValue | null {
  return valuesOf(statistic, area).find((value) => value.year === year) ?? null
}

/** The figure of the year that lies nearest, the earlier of two as near; null where the area has none. */
export function nearestValue(statistic: AreaStatistic, area: string, year: number): StatisticValue | null {
  let best: StatisticValue | null = null
  for (const value of valuesOf(statistic, area))
    if (!best || Math.abs(value.year - year) < Math.abs(best.year - year)) best = value
  return best
}

/** Years with a figure of any area, earliest first; without the 0 of figures that have no year. */
export function yearsOf({ values }: AreaStatistic): number[] {
  return [...new Set(values.map(({ year }) => year))].filter((year) => year !== 0).sort((a, b) => a - b)
}

/** Inhabitants by year of an area, from the joined tables; a later table's figure stands for an earlier one's. */
export function populationOf(statistics: readonly AreaStatistic[], area: string): Record<number, number> {
  const population: Record<number, number> = {}
  for (const statistic of statistics)
    if (statistic.kind === 'population')
      for (const { year, value } of valuesOf(statistic, area)) population[year] = value
  return population
}
