import type { Area } from '../../domain/area.ts'
import { calendarDate, lengthInDays } from '../../domain/period.ts'
import type { ShadedArea } from '../../map/layers.ts'
import { changeOn, type Change } from '../../state/change.ts'
import type { Readings } from '../readings.svelte.ts'

/** An area with what is counted in it. */
export interface AreaRow {
  area: Area
  count: number
  /** Inhabitants of the year in which the period ends, or the nearest known; null where unknown. */
  population: number | null
  populationYear: number | null
  /** Per 1 000 inhabitants and year; null where the population is unknown. */
  rate: number | null
  /** Per km² and year. */
  density: number
  change: Change | null
}

const DAYS_PER_YEAR = 365.25

/** Round widths of a class, times a power of ten. */
const STEPS = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8]

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
  return readings.areas.map((area, i) => {
    const count = counts.areas.now[i] ?? 0
    const known = populationIn(area, endYear)
    return {
      area,
      count,
      population: known?.population ?? null,
      populationYear: known?.year ?? null,
      rate: known && known.population > 0 ? (count / known.population / years) * 1000 : null,
      density: area.surface > 0 ? count / area.surface / years : 0,
      change: readings.compares
        ? changeOn(
            count,
            counts.areas.before[i] ?? 0,
            counts.comparison.exposureNow,
            counts.comparison.exposureBefore,
          )
        : null,
    }
  })
}

/** Rates where they are asked for and some population is known, else counts. */
export function areaMeasureShown(readings: Readings, rows: readonly AreaRow[]): 'rate' | 'count' {
  return readings.areaMeasure === 'rate' && rows.some((row) => row.rate !== null) ? 'rate' : 'count'
}

/** What the choropleth shows of each area. */
function shownValues(readings: Readings, rows: readonly AreaRow[]): (number | null)[] {
  const measure = areaMeasureShown(readings, rows)
  return rows.map((row) => (measure === 'rate' ? row.rate : row.count))
}

/** Round lower bounds of six equal classes from zero, the last one holding the highest; null where nothing can be shown. */
export function areaBreaks(readings: Readings): number[] | null {
  const values = shownValues(readings, areaRows(readings)).filter((value) => value !== null)
  const max = Math.max(0, ...values)
  if (max <= 0) return null
  const step = STEPS.flatMap((round) => {
    const power = Math.floor(Math.log10(max / 5))
    return [round * 10 ** (power - 1), round * 10 ** power]
  }).reduce((best, candidate) => (candidate * 5 <= max && candidate > best ? candidate : best), 0)
  return Array.from({ length: 6 }, (_, i) => Number((i * step).toPrecision(6)))
}

export function areaShades(readings: Readings): ShadedArea[] {
  const breaks = areaBreaks(readings)
  const rows = areaRows(readings)
  return shownValues(readings, rows).map((value, i) => ({
    id: rows[i].area.id,
    lonLat: rows[i].area.lonLat,
    class: value === null || !breaks ? null : breaks.filter((lowest) => value >= lowest).length - 1,
  }))
}
