import { adjustPValues, trendAgainstPeers, type TrendAgainstPeers } from '../../analysis/index.ts'
import type { AreaSeries } from '../../workers/engine/areaSeries.ts'

/** How an area has gone, held against all the others together. */
export interface AreaTrend {
  /** Null where too little was counted, or in too few years. */
  trend: TrendAgainstPeers | null
  /** After Benjamini-Hochberg over the areas that have a trend; null without one. */
  qValue: number | null
  /** The trend deviates more than chance lets it. */
  deviates: 'up' | 'down' | null
}

/** Fewer in an area over all years say nothing of a trend. */
export const FEWEST_FOR_TREND = 20
const LEVEL = 0.05
const MOST_ROUNDS = 10

/** Whole counts of an area by year; sums of shares of hours are rounded, as the test is of counts. */
export function yearsOfArea({ counts, periods }: AreaSeries, area: number): number[] {
  return Array.from(counts.subarray(area * periods.length, (area + 1) * periods.length), Math.round)
}

/** The summed years of several areas. */
export function yearsTogether(series: AreaSeries, areas: readonly number[]): number[] {
  const sum = new Array<number>(series.periods.length).fill(0)
  for (const area of areas) yearsOfArea(series, area).forEach((count, k) => (sum[k] += count))
  return sum
}

/**
 * Every area's trend against the others', with the flags that are left when all areas are tested at once. One that rises makes the others
 * seem to fall beside it: those that deviate most clearly, and others in the same direction, leave what the rest are held against until
 * none is left that deviates, or until half of the areas are left.
 */
export function areaTrends(series: AreaSeries): AreaTrend[] {
  const usual = new Set(Array.from({ length: series.areas }, (_, area) => area))
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const trends = trendsAgainst(series, usual)
    const deviating = [...usual].filter((area) => trends[area].deviates)
    const clearest = deviating.reduce<number | null>(
      (best, area) => (best === null || trends[area].qValue! < trends[best].qValue! ? area : best),
      null,
    )
    if (clearest === null) return trends
    const leaving = deviating.filter((area) => trends[area].deviates === trends[clearest].deviates)
    if (usual.size - leaving.length < series.areas / 2) return trends
    for (const area of leaving) usual.delete(area)
  }
  return trendsAgainst(series, usual)
}

function trendsAgainst(series: AreaSeries, usual: ReadonlySet<number>): AreaTrend[] {
  const all = Array.from({ length: series.areas }, (_, area) => area)
  const together = yearsTogether(series, [...usual])
  const trends = all.map((area) => {
    const own = yearsOfArea(series, area)
    return trendOf(own, usual.has(area) ? together.map((count, k) => count - own[k]) : together)
  })
  const tested = all.filter((area) => trends[area])
  const q = adjustPValues(
    tested.map((area) => trends[area]!.pValue),
    'fdr-bh',
  )
  const qOf = new Map(tested.map((area, i) => [area, q[i]]))
  return trends.map((trend, area) => {
    const qValue = qOf.get(area) ?? null
    const clear = trend !== null && qValue !== null && qValue < LEVEL
    return { trend, qValue, deviates: clear ? (trend.ratio > 1 ? 'up' : 'down') : null }
  })
}

/** Null where the area has too few to have a trend. */
export function trendOf(own: readonly number[], peers: readonly number[]): TrendAgainstPeers | null {
  if (own.reduce((sum, count) => sum + count, 0) < FEWEST_FOR_TREND) return null
  return trendAgainstPeers(own, peers) ?? null
}
