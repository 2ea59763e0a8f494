import { beforeAll, describe, expect, it } from 'vitest'
import { dayNumber } from '../../../src/domain/period.ts'
import type { Area } from '../../../src/domain/area.ts'
import { EMPTY_SELECTION } from '../../../src/domain/selection.ts'
import { areaFunnelFigures } from '../../../src/panels/depth/areaFunnelFigures.ts'
import { asGood, onSlider } from '../../../src/panels/depth/bandwidthChoice.ts'
import { areaFunnelOverlay } from '../../../src/panels/depth/overlays/areaFunnel.ts'
import { backTestOverlay } from '../../../src/panels/depth/overlays/backTest.ts'
import type { ThemeTokens } from '../../../src/ui/theme.ts'
import { computeAreaFunnel } from '../../../src/workers/depth/areaFunnel.ts'
import { computeBackTest } from '../../../src/workers/depth/backTest.ts'
import type { BandwidthResult } from '../../../src/workers/depth/bandwidth.ts'
import { demoEngine, QUIET } from '../../workers/engine/demoEngine.ts'
import { readingsOf } from '../readingsOf.ts'

const period = { from: dayNumber(2025, 1, 1), to: dayNumber(2025, 5, 1) }
const selection = { ...EMPTY_SELECTION, types: ['misshandel-utomhus'], period }
const tokens = {
  ink: [1, 1, 1],
  ink3: [3, 3, 3],
  barCompare: [4, 4, 4],
  amount: [0, 1, 2, 3, 4, 5].map((k) => [k, 0, 0]),
} as unknown as ThemeTokens

let demo: Awaited<ReturnType<typeof demoEngine>>
beforeAll(async () => {
  demo = await demoEngine()
})

const readings = (areas: Area[]) =>
  readingsOf({ selection, counts: demo.engine.counts(selection), summary: demo.engine.summary, areas })

describe('areas against chance', () => {
  const counted = () => computeAreaFunnel(demo.engine, { selection, bandwidth: 150, settings: {} })

  it('expects the common rate of the populations of the period’s year', () => {
    const found = areaFunnelFigures(counted(), demo.areas)!
    const people = demo.areas.map((area) => area.population[2025])
    const all = people.reduce((a, b) => a + b, 0)
    expect(found.n).toBe(67)
    expect(found.rate).toBeCloseTo((67 / all / (120 / 365.25)) * 1000, 9)
    expect(found.populationYears).toEqual([2025])
    expect(found.outside).toBe(0)
    for (const row of found.rows) {
      const i = demo.areas.findIndex(({ id }) => id === row.area.id)
      expect(row.expected).toBeCloseTo((people[i] * 67) / all, 9)
      expect(row.rate).toBeCloseTo((row.count / people[i] / (120 / 365.25)) * 1000, 9)
      // Shrunk towards the common rate.
      expect(Math.abs(row.smoothed - found.rate)).toBeLessThanOrEqual(Math.abs(row.rate - found.rate) + 1e-9)
    }
    expect(found.rows.map(({ pValue }) => pValue)).toEqual(
      found.rows.map(({ pValue }) => pValue).sort((a, b) => a - b),
    )
  })

  it('leaves out areas without a population, and says how many', () => {
    const areas = demo.areas.map((area, i) => (i === 0 ? { ...area, population: {} } : area))
    const result = counted()
    const found = areaFunnelFigures(result, areas)!
    expect(found.withoutPopulation).toBe(1)
    expect(found.rows).toHaveLength(2)
    expect(found.n + found.outside).toBe(67)
    expect(found.outside).toBe(result.counts[0])
    expect(
      areaFunnelFigures(
        result,
        areas.map((area) => ({ ...area, population: {} })),
      ),
    ).toBeNull()
    expect(areaFunnelFigures({ ...result, period: null }, areas)).toBeNull()
    expect(areaFunnelFigures({ ...result, counts: new Float64Array(3) }, demo.areas)).toBeNull()
  })

  it('draws each area in its class, what may be chance dashed', () => {
    const result = counted()
    const overlay = areaFunnelOverlay({
      result,
      readings: readings(demo.areas),
      tokens,
      toLonLat: (x, y) => [x, y],
    })!
    const found = areaFunnelFigures(result, demo.areas)!
    expect(overlay.areas).toHaveLength(3)
    found.rows.forEach((row, i) => {
      const drawn = overlay.classes[overlay.areas![i].class]
      const style = {
        farAbove: 'fill',
        farBelow: 'fill',
        above: 'outline',
        below: 'outline',
        within: 'dashed',
      }
      expect(drawn.style).toBe(style[row.place])
      expect(overlay.areas![i].lonLat).toBe(row.area.lonLat)
    })
    expect(areaFunnelOverlay({ result, readings: readings([]), tokens, toLonLat: () => [0, 0] })).toBeNull()
  })
})

describe('the tested map', () => {
  it('draws the chosen share of cells, and the incidents’ cells outside of it', async () => {
    const result = await computeBackTest(
      demo.engine,
      { selection, bandwidth: 150, settings: { step: 'month', history: null, share: 0.05 } },
      QUIET,
    )
    const overlay = backTestOverlay({
      result,
      readings: readings(demo.areas),
      tokens,
      toLonLat: (x, y) => [x, y],
    })!
    const units = result.units[2]
    const { order, observed } = result.latest!
    const hit = [...order.subarray(0, units)].filter((cell) => observed[cell] > 0).length
    const all = observed.filter((count) => count > 0).length
    const drawn = (style: string) =>
      overlay.cells!.filter((cell) => overlay.classes[cell.class].style === style).length
    expect(drawn('fill')).toBe(hit)
    expect(drawn('outline')).toBe(units - hit)
    expect(drawn('dashed')).toBe(all - hit)
    const inHit = [...order.subarray(0, units)].reduce((sum, cell) => sum + observed[cell], 0)
    expect(overlay.notes[1]).toBe(`${inHit} av ${result.rolls.at(-1)!.observed} träffade`)
    const { cellSize } = result.grid
    for (const { ring } of overlay.cells!) {
      expect(ring[2][0] - ring[0][0]).toBeCloseTo(cellSize, 6)
      expect(ring[0]).toEqual(ring[4])
    }
    const none = { ...result, rolls: [], latest: null }
    expect(
      backTestOverlay({ result: none, readings: readings([]), tokens, toLonLat: () => [0, 0] }),
    ).toBeNull()
  })
})

describe('the bandwidth that is proposed', () => {
  it('is one that the slider can have, and says where it was bounded', () => {
    expect(onSlider(707.1)).toEqual({ metres: 710, clamped: false })
    expect(onSlider(52.6)).toEqual({ metres: 100, clamped: true })
    expect(onSlider(1000)).toEqual({ metres: 1000, clamped: false })
  })

  it('comes with those that are as good: 1.92 of log likelihood over all', () => {
    const result = { candidates: Float64Array.of(800, 400, 200, 100), best: 1, used: 100 } as BandwidthResult
    const likelihood = Float64Array.of(-5.019, -5, -5.0192, -5.02)
    expect(asGood(result, likelihood)).toEqual({ from: 200, to: 800 })
    expect(asGood({ ...result, used: 1000 }, likelihood)).toEqual({ from: 400, to: 400 })
  })
})
