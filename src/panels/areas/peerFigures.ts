import { rateRatio, type TrendAgainstPeers } from '../../analysis/index.ts'
import { calendarDate, lengthInDays, type Period } from '../../domain/period.ts'
import type { AreaSeries } from '../../workers/engine/areaSeries.ts'
import { populationIn, type AreaRow } from './areaFigures.ts'
import { trendOf, yearsOfArea, yearsTogether } from './areaTrends.ts'
import { proposePeers } from './peers.ts'

/** One area held against its peers: how high it lies now, and which way it goes. */
export interface PeerFigures {
  focus: number
  peers: number[]
  /** The peers are those most alike, not the person's own. */
  proposed: boolean
  count: number
  peerCount: number
  /** Per chosen number of inhabitants and year, and how many times the peers'; null where a population is unknown. */
  level: { own: number; peers: number; ratio: number; lower: number; upper: number } | null
  periods: Period[]
  ownYears: number[]
  peerYears: number[]
  /** The same as rates; null where a population is unknown. */
  ownRates: number[] | null
  peerRates: number[] | null
  trend: TrendAgainstPeers | null
}

/**
 * @param focus id of the area; null, or one that is gone, takes `fallback`
 * @param chosen ids of the peers; none of them left takes the most alike
 * @returns null where there is no area to compare, or no year
 */
export function peerFigures(
  rows: readonly AreaRow[],
  series: AreaSeries,
  question: { focus: string | null; fallback: number; chosen: readonly string[]; per: number },
): PeerFigures | null {
  const { periods } = series
  if (rows.length < 2 || rows.length !== series.areas || periods.length === 0) return null
  const named = rows.findIndex(({ area }) => area.id === question.focus)
  const focus = named >= 0 ? named : question.fallback
  const own = question.chosen
    .map((id) => rows.findIndex(({ area }) => area.id === id))
    .filter((i) => i >= 0 && i !== focus)
  const peers = own.length > 0 ? own : proposePeers(rows, focus)
  const ownYears = yearsOfArea(series, focus)
  const peerYears = yearsTogether(series, peers)
  const last = periods.length - 1
  const perYear = (years: number[], areas: number[]) => ratesOf(years, areas, rows, periods, question.per)
  const ownRates = perYear(ownYears, [focus])
  const peerRates = perYear(peerYears, peers)
  return {
    focus,
    peers,
    proposed: own.length === 0,
    count: ownYears[last],
    peerCount: peerYears[last],
    level: levelOf(ownYears[last], peerYears[last], rows, focus, peers, ownRates, peerRates),
    periods,
    ownYears,
    peerYears,
    ownRates,
    peerRates,
    trend: trendOf(ownYears, peerYears),
  }
}

function levelOf(
  count: number,
  peerCount: number,
  rows: readonly AreaRow[],
  focus: number,
  peers: readonly number[],
  own: number[] | null,
  theirs: number[] | null,
): PeerFigures['level'] {
  if (!own || !theirs) return null
  const { ratio, interval } = rateRatio(peerCount, count, {
    exposureBefore: peers.reduce((sum, i) => sum + rows[i].population!, 0),
    exposureAfter: rows[focus].population!,
  })
  return {
    own: own[own.length - 1],
    peers: theirs[theirs.length - 1],
    ratio,
    lower: interval.lower,
    upper: interval.upper,
  }
}

/** Rates by year of several areas together, by the population of each year's end or the nearest known. */
function ratesOf(
  years: readonly number[],
  areas: readonly number[],
  rows: readonly AreaRow[],
  periods: readonly Period[],
  per: number,
): number[] | null {
  if (areas.length === 0 || areas.some((i) => !rows[i].population)) return null
  return years.map((count, k) => {
    const year = calendarDate(periods[k].to - 1).year
    const people = areas.reduce((sum, i) => sum + populationIn(rows[i].area, year)!.population, 0)
    return (count / people / (lengthInDays(periods[k]) / 365.25)) * per
  })
}
