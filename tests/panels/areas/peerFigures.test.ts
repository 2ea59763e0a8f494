import { describe, expect, it } from 'vitest'
import type { Area } from '../../../src/domain/area.ts'
import { dayNumber } from '../../../src/domain/period.ts'
import type { AreaRow } from '../../../src/panels/areas/areaFigures.ts'
import { peerFigures } from '../../../src/panels/areas/peerFigures.ts'
import type { AreaSeries } from '../../../src/workers/engine/areaSeries.ts'

const row = (id: string, population: Record<number, number>): AreaRow => ({
  area: { id, name: id, polygon: [], lonLat: [], surface: 1, population } satisfies Area,
  count: 0,
  population: Object.values(population).at(-1) ?? null,
  populationYear: null,
  rate: null,
  smoothed: null,
  density: 0,
  change: null,
  statistic: null,
})
const series = (...areas: number[][]): AreaSeries => ({
  periods: [2023, 2024, 2025].map((year) => ({ from: dayNumber(year, 1, 1), to: dayNumber(year + 1, 1, 1) })),
  counts: Float64Array.from(areas.flat()),
  areas: areas.length,
})
const ROWS = [row('A', { 2023: 900, 2025: 1000 }), row('B', { 2025: 2000 }), row('C', { 2025: 3000 })]
const ASKED = { focus: null, fallback: 0, chosen: [], per: 1000 }

describe('an area against its peers', () => {
  it('has the rate of each year by the population of that year, and the ratio to the peers together with an exact interval', () => {
    const found = peerFigures(ROWS, series([9, 20, 30], [20, 20, 20], [30, 30, 30]), ASKED)!
    expect(found).toMatchObject({ focus: 0, proposed: true, count: 30, peerCount: 50 })
    expect(found.peers.toSorted()).toEqual([1, 2])
    expect(found.ownRates![0]).toBeCloseTo((9 / 900) * 1000 * (365.25 / 365), 9)
    expect(found.ownRates![2]).toBeCloseTo(30 * (365.25 / 365), 9)
    expect(found.level!.peers).toBeCloseTo(10 * (365.25 / 365), 9)
    expect(found.level!.ratio).toBeCloseTo(3, 12)
    // R 4.2.2: poisson.test(c(30, 50), c(1000, 5000))$conf.int
    expect(found.level!.lower).toBeCloseTo(1.8417532, 6)
    expect(found.level!.upper).toBeCloseTo(4.8107461, 6)
    expect(found.trend!.ratio).toBeGreaterThan(1.5)
  })

  it("keeps to the person's area and peers, and leaves out those that are gone", () => {
    const counted = series([9, 20, 30], [20, 20, 20], [30, 30, 30])
    const found = peerFigures(ROWS, counted, { ...ASKED, focus: 'B', chosen: ['C', 'borta', 'B'] })!
    expect(found).toMatchObject({ focus: 1, peers: [2], proposed: false, peerYears: [30, 30, 30] })
    expect(peerFigures(ROWS, counted, { ...ASKED, focus: 'borta', fallback: 2 })!.focus).toBe(2)
  })

  it('says nothing of the level where a population is unknown, and nothing at all of one area or no year', () => {
    const rows = [ROWS[0], row('X', {})]
    const found = peerFigures(rows, series([9, 20, 30], [20, 20, 20]), { ...ASKED, chosen: ['X'] })!
    expect(found).toMatchObject({ level: null, peerRates: null, peerYears: [20, 20, 20] })
    expect(found.ownRates).not.toBeNull()
    expect(peerFigures([ROWS[0]], series([1, 2, 3]), ASKED)).toBeNull()
    expect(peerFigures(ROWS, { periods: [], counts: new Float64Array(), areas: 3 }, ASKED)).toBeNull()
  })
})
