import { describe, expect, it } from 'vitest'
import type { Area } from '../../../src/domain/area.ts'
import { dayNumber } from '../../../src/domain/period.ts'
import { areaBreaks, areaRows, areaShades, populationIn } from '../../../src/panels/areas/areaFigures.ts'
import { DEFAULT_AREA_VIEW, type AreaMeasure } from '../../../src/state/viewSettings.ts'
import type { AreaStatistic } from '../../../src/domain/areaStatistics.ts'
import type { Readings } from '../../../src/panels/readings.svelte.ts'

const area = (id: string, population: Record<number, number>): Area => ({
  id,
  name: id,
  polygon: [],
  lonLat: [],
  surface: 2,
  population,
})

const TRUST: AreaStatistic = {
  id: 'trygghet',
  name: 'Trygg kvällstid',
  kind: 'survey',
  unit: '%',
  values: [
    { area: 'A', year: 2024, value: 61, low: 55, high: 67 },
    { area: 'A', year: 2025, value: 64, low: 58, high: 70 },
    { area: 'B', year: 2024, value: 82, low: 78, high: 86 },
  ],
}

/** What the figures read of the readings: counts over the first half of 2025, compared with 2024's. */
function readingsOf(
  now: number[],
  before: number[],
  areas: Area[],
  measure: AreaMeasure,
  per: 1000 | 100_000 = 1000,
): Readings {
  const period = { from: dayNumber(2025, 1, 1), to: dayNumber(2025, 7, 1) }
  return {
    areas,
    areaView: { ...DEFAULT_AREA_VIEW, measure, per },
    areaStatistics: [TRUST],
    compares: true,
    counts: {
      period,
      areas: { now: Float64Array.from(now), before: Float64Array.from(before) },
      comparison: { exposureNow: 1, exposureBefore: 1 },
    },
  } as unknown as Readings
}

describe('areaRows', () => {
  it('gives rates per 1 000 inhabitants and year, by the population of the year in which the period ends', () => {
    const [row] = areaRows(readingsOf([100, 0], [80, 0], [area('A', { 2024: 9_000, 2025: 10_000 })], 'rate'))
    // 100 in 181 of 365.25 days among 10 000.
    expect(row.rate).toBeCloseTo((100 / 10_000 / (181 / 365.25)) * 1000, 9)
    expect(row.density).toBeCloseTo(100 / 2 / (181 / 365.25), 9)
    expect(row.change?.fraction).toBeCloseTo(0.25, 12)
  })

  it('leaves the rate open where the population is unknown', () => {
    expect(areaRows(readingsOf([5, 0], [0, 0], [area('A', {})], 'rate'))[0].rate).toBeNull()
  })

  it('counts by 100 000 where that is asked for', () => {
    const areas = [area('A', { 2025: 10_000 })]
    const [thousand] = areaRows(readingsOf([100, 0], [80, 0], areas, 'rate'))
    const [hundred] = areaRows(readingsOf([100, 0], [80, 0], areas, 'rate', 100_000))
    expect(hundred.rate).toBeCloseTo(100 * thousand.rate!, 6)
  })

  it("draws a small area's rate towards the common one, and a large one's hardly", () => {
    // O = (30, 5, 100, 2), P = (10 000, 2 500, 25 000, 400): Marshall's rates as in the methods' table.
    const population = [10_000, 2_500, 25_000, 400]
    const rows = areaRows(
      readingsOf([30, 5, 100, 2, 0], [0, 0, 0, 0, 0], population.map((p, i) => area(String(i), { 2025: p })), 'smoothed'), // prettier-ignore
    )
    const common = 137 / 37_900
    for (const row of rows) {
      const perYear = 1000 / (181 / 365.25)
      expect(Math.abs(row.smoothed! - common * perYear)).toBeLessThanOrEqual(
        Math.abs(row.rate! - common * perYear),
      )
    }
    expect(
      areaRows(readingsOf([5, 0], [0, 0], [area('A', { 2025: 100 })], 'smoothed'))[0].smoothed,
    ).toBeNull()
  })

  it('holds the statistic of the year in which the period ends, or of the nearest', () => {
    const areas = [area('A', {}), area('B', {}), area('C', {})]
    const rows = areaRows(readingsOf([1, 1, 1, 0], [0, 0, 0, 0], areas, 's:trygghet'))
    expect(rows.map((row) => row.statistic?.value ?? null)).toEqual([64, 82, null])
    expect(areaShades(readingsOf([1, 1, 1, 0], [0, 0, 0, 0], areas, 's:trygghet')).map((shade) => shade.class)).toEqual([0, 4, null]) // prettier-ignore
    // One that is gone leaves the counts.
    expect(areaBreaks(readingsOf([5, 4.7, 0, 0], [0, 0, 0, 0], areas, 's:borta'))).toEqual([0, 1, 2, 3, 4, 5])
  })

  it('takes the nearest year that is known', () => {
    expect(populationIn(area('A', { 2020: 1, 2023: 2 }), 2025)).toEqual({ population: 2, year: 2023 })
    expect(populationIn(area('A', { 0: 7 }), 2025)).toEqual({ population: 7, year: 0 })
  })
})

describe('areaBreaks', () => {
  const areas = [area('A', {}), area('B', {})]

  it('cuts from zero in round, equal steps, the highest in the last class', () => {
    expect(areaBreaks(readingsOf([5, 4.7, 0], [0, 0, 0], areas, 'count'))).toEqual([0, 1, 2, 3, 4, 5])
    for (const max of [1, 7, 31, 640, 5160]) {
      const breaks = areaBreaks(readingsOf([max, 0, 0], [0, 0, 0], areas, 'count'))!
      expect(breaks[5]).toBeLessThanOrEqual(max)
      expect(breaks[5]).toBeGreaterThan(max * 0.6)
    }
  })

  it('shades each area by its class, and leaves unknown ones open', () => {
    const readings = readingsOf([5, 4.7, 0], [0, 0, 0], areas, 'count')
    expect(areaShades(readings).map((shade) => shade.class)).toEqual([5, 4])
    const half = [area('A', { 2025: 1000 }), area('B', {})]
    expect(areaShades(readingsOf([5, 4, 0], [0, 0, 0], half, 'rate')).map((shade) => shade.class)).toEqual([
      5,
      null,
    ])
    // Without any population there are no rates to show: counts stand in.
    expect(areaShades(readingsOf([5, 4.7, 0], [0, 0, 0], areas, 'rate')).map((shade) => shade.class)).toEqual(
      [5, 4],
    )
    expect(areaBreaks(readingsOf([0, 0, 0], [0, 0, 0], areas, 'count'))).toBeNull()
  })
})
