import { empiricalBayesRates } from '../../analysis/index.ts'
import type { Area } from '../../domain/area.ts'
import { nearestValue, type AreaStatistic, type StatisticValue } from '../../domain/areaStatistics.ts'
import { calendarDate, lengthInDays } from '../../domain/period.ts'
import type { ShadedArea } from '../../map/layers.ts'
import { changeOn, type Change } from '../../state/change.ts'
import type { AreaMeasure } from '../../state/viewSettings.ts'
import type { Readings } from '../readings.svelte.ts'
import { classBreaks, classOf } from './areaClasses.ts'

/** An area with what is counted in it. */
export interface AreaRow {
  area: Area
  count: number
  /** Inhabitants of the year in which the period ends, or the nearest known; null where unknown. */
  population: number | null
  populationYear: number | null
  /** Per 1 000 or 100 000 inhabitants, as chosen, and year; null where the population is unknown. */
  rate: number | null
  /** The same, shrunk towards the common rate by empirical Bayes. */
  smoothed: number | null
  /** Per km² and year. */
  density: number
  change: Change | null
  /** Of the joined statistic that is shown, in the year in which the period ends, or the nearest; null where there is none. */
  statistic: StatisticValue | null
}

const DAYS_PER_YEAR = 365.25

/** The population of a year, or of the nearest year that is known. A figure without a year stands under 0. */
export function populationIn(area: Area, year: number): { population: number; year: number } | null {
  const years = Object.keys(area.population).map(Number)
  if (years.length === 0) return null
  const nearest = years.reduce((best, y) => (Math.abs(y - year) < Math.abs(best - year) ? y : best))
  return { population: area.population[nearest], year: nearest }
}

export function areaRows(readings: Readings): AreaRow[] {
  const { counts } = readings
  const period = counts?.period
  if (!counts || !period) return []
  const years = lengthInDays(period) / DAYS_PER_YEAR
  const endYear = calendarDate(period.to - 1).year
  const scale = readings.areaView.per / years
  const statistic = statisticShown(readings)
  const rows = readings.areas.map((area, i): AreaRow => {
    const count = counts.areas.now[i] ?? 0
    const known = populationIn(area, endYear)
    return {
      area,
      count,
      population: known?.population ?? null,
      populationYear: known?.year ?? null,
      rate: known && known.population > 0 ? (count / known.population) * scale : null,
      smoothed: null,
      density: area.surface > 0 ? count / area.surface / years : 0,
      change: readings.compares
        ? changeOn(
            count,
            counts.areas.before[i] ?? 0,
            counts.comparison.exposureNow,
            counts.comparison.exposureBefore,
          )
        : null,
      statistic: statistic && nearestValue(statistic, area.id, endYear),
    }
  })
  const peopled = rows.filter((row) => row.rate !== null)
  if (peopled.length > 1) {
    const { rates } = empiricalBayesRates(
      peopled.map((row) => row.count),
      peopled.map((row) => row.population!),
    )
    peopled.forEach((row, i) => (row.smoothed = rates[i] * scale))
  }
  return rows
}

/** The joined statistic that is asked for; null where a figure of the incidents is, or it is gone. */
export function statisticShown({ areaView, areaStatistics }: Readings): AreaStatistic | null {
  const { measure } = areaView
  return areaStatistics.find(({ id }) => measure === `s:${id}`) ?? null
}

/** What is asked for, or counts where there is nothing to show it with. */
export function areaMeasureShown(readings: Readings, rows: readonly AreaRow[]): AreaMeasure {
  const { measure } = readings.areaView
  return rows.some((row) => valueOf(row, measure) !== null) ? measure : 'count'
}

/** A row's value of a measure; null where it has none. */
export function valueOf(row: AreaRow, measure: AreaMeasure): number | null {
  if (measure === 'count' || measure === 'density' || measure === 'rate' || measure === 'smoothed')
    return row[measure]
  return row.statistic?.value ?? null
}

/** What the choropleth shows of each area. */
function shownValues(readings: Readings, rows: readonly AreaRow[]): (number | null)[] {
  const measure = areaMeasureShown(readings, rows)
  return rows.map((row) => valueOf(row, measure))
}

/** Round lower bounds of at most six classes; null where nothing can be shown. */
export function areaBreaks(readings: Readings): number[] | null {
  return breaksOf(readings, areaRows(readings))
}

function breaksOf(readings: Readings, rows: readonly AreaRow[]): number[] | null {
  const values = shownValues(readings, rows).filter((value) => value !== null)
  // A survey's shares lie close together, far from zero: they are no amounts.
  const fromZero = !areaMeasureShown(readings, rows).startsWith('s:')
  return classBreaks(values, readings.areaView.classes, fromZero)
}

export function areaShades(readings: Readings): ShadedArea[] {
  const rows = areaRows(readings)
  const breaks = breaksOf(readings, rows)
  return shownValues(readings, rows).map((value, i) => ({
    id: rows[i].area.id,
    lonLat: rows[i].area.lonLat,
    class: value === null || !breaks ? null : classOf(value, breaks),
  }))
}
