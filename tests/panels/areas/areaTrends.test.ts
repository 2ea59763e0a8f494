import { describe, expect, it } from 'vitest'
import type { Area } from '../../../src/domain/area.ts'
import type { AreaRow } from '../../../src/panels/areas/areaFigures.ts'
import { areaTrends, trendOf, yearsTogether } from '../../../src/panels/areas/areaTrends.ts'
import { proposePeers } from '../../../src/panels/areas/peers.ts'
import type { AreaSeries } from '../../../src/workers/engine/areaSeries.ts'

const series = (...areas: number[][]): AreaSeries => ({
  periods: areas[0].map((_, k) => ({ from: 365 * k, to: 365 * (k + 1) })),
  counts: Float64Array.from(areas.flat()),
  areas: areas.length,
})

describe('trends of areas against the others', () => {
  it('flags the one that rises while the others stand still, and no other', () => {
    const trends = areaTrends(
      series([20, 34, 60, 100], [200, 205, 195, 200], [150, 149, 152, 150], [80, 84, 79, 82]),
    )
    expect(trends.map(({ deviates }) => deviates)).toEqual(['up', null, null, null])
    expect(trends[0].trend!.ratio).toBeGreaterThan(1.5)
    expect(trends[0].qValue).toBeGreaterThanOrEqual(trends[0].trend!.pValue)
  })

  it('flags one that falls and one that rises beside each other', () => {
    const trends = areaTrends(
      series([20, 34, 60, 100], [300, 220, 160, 110], [150, 149, 152, 150], [80, 84, 79, 82], [90, 88, 91, 93]), // prettier-ignore
    )
    expect(trends.map(({ deviates }) => deviates)).toEqual(['up', 'down', null, null, null])
  })

  it('flags none where all go the same way', () => {
    const trends = areaTrends(series([20, 30, 45], [200, 300, 450], [60, 90, 135]))
    expect(trends.map(({ deviates }) => deviates)).toEqual([null, null, null])
  })

  it('says nothing of too few, of two years, or of an area alone', () => {
    expect(areaTrends(series([1, 9, 9], [100, 90, 95]))[0]).toEqual({ trend: null, qValue: null, deviates: null }) // prettier-ignore
    expect(areaTrends(series([50, 90], [100, 90]))[0].trend).toBeNull()
    expect(areaTrends(series([50, 90, 130]))[0].trend).toBeNull()
    expect(trendOf([10, 10], [1, 1])).toBeNull()
  })

  it('sums the years of peers', () => {
    expect(yearsTogether(series([1, 2], [3, 4], [5, 6]), [0, 2])).toEqual([6, 8])
  })
})

const row = (population: number | null, surface: number): AreaRow => ({
  area: { surface } as Area,
  count: 0,
  population,
  populationYear: null,
  rate: null,
  smoothed: null,
  density: 0,
  change: null,
  statistic: null,
})

describe('peers', () => {
  it('are the areas nearest in inhabitants and in how closely they live', () => {
    const rows = [row(1000, 1), row(50_000, 10), row(1100, 1.1), row(900, 40), row(45_000, 9), row(1050, 1), row(20_000, 9), row(700, 1)] // prettier-ignore
    expect(proposePeers(rows, 0).slice(0, 3)).toEqual([5, 2, 7])
    expect(proposePeers(rows, 1)[0]).toBe(4)
    expect(proposePeers(rows, 0)).toHaveLength(5)
  })

  it('go by surface where nobody is counted, and are all the others where nothing tells them apart', () => {
    expect(proposePeers([row(null, 1), row(null, 100), row(null, 1.2)], 0)).toEqual([2, 1])
    expect(proposePeers([row(null, 1), row(null, 1), row(null, 1)], 1)).toEqual([0, 2])
    expect(proposePeers([row(1000, 1), row(null, 1), row(900, 1.1)], 0)).toEqual([2])
  })
})
