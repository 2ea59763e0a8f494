import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { dayNumber } from '../../../src/domain/period.ts'
import { EMPTY_SELECTION, type Selection } from '../../../src/domain/selection.ts'
import { computeRelativeRisk, type RelativeRiskSettings } from '../../../src/workers/depth/relativeRisk.ts'
import type { AnalysisEngine } from '../../../src/workers/engine/analysisEngine.ts'
import { demoEngine, QUIET } from '../engine/demoEngine.ts'
import { engineOf, type Incident } from '../engine/incidents.ts'
import { slowClock } from '../slowClock.ts'

afterEach(() => vi.restoreAllMocks())

let demo: AnalysisEngine
beforeAll(async () => {
  demo = (await demoEngine()).engine
})
const period = { from: dayNumber(2025, 1, 1), to: dayNumber(2025, 5, 1) }
const selection: Selection = { ...EMPTY_SELECTION, period, types: ['misshandel-utomhus'] }
const ask = (engine: AnalysisEngine, chosen: Selection, settings: Partial<RelativeRiskSettings> = {}) =>
  computeRelativeRisk(
    engine,
    { selection: chosen, bandwidth: 150, settings: { cases: null, controls: null, widths: 2, ...settings } },
    QUIET,
  )
const placed = (of: Selection) =>
  [...demo.rows(of)].filter((row) => !Number.isNaN(demo.columns.x[demo.columns.row.indexOf(row)])).length

/** Two types over a square of a kilometre, the one twice as common in the west, the other evenly spread. */
function halves(): AnalysisEngine {
  const incidents: Incident[] = []
  const add = (type: number, at: [number, number]) =>
    incidents.push({ kind: 0, type, from: Date.UTC(2024, 4, 5, 12), to: null, day: null, at })
  for (let x = 25; x < 1000; x += 50)
    for (let y = 25; y < 1000; y += 50) {
      add(4, [x, y])
      add(1, [x, y])
      if (x < 500) add(1, [x, y])
    }
  add(0, [500, 500])
  return engineOf(incidents)
}

describe('the relative risk of two types', () => {
  it('takes the chosen types against all others, each with a position, whatever place and type are filtered to', async () => {
    const result = await ask(demo, selection)
    expect(result).toMatchObject({ cases: ['misshandel-utomhus'], controls: null })
    expect(result.nCases).toBe(placed(selection))
    expect(result.nCases + result.nControls + result.untyped + result.outside).toBe(
      placed({ ...selection, types: [] }),
    )
    const elsewhere = await ask(demo, { ...selection, place: { kind: 'areas', ids: ['B'] } })
    expect(elsewhere.nCases).toBe(result.nCases)
    const named = await ask(demo, { ...selection, types: [] }, { cases: 'misshandel-utomhus' })
    expect(named.nCases).toBe(result.nCases)
    expect(named.places).toEqual(result.places)
    const commonest = await ask(demo, { ...selection, types: [] })
    expect(commonest.cases).toEqual(['stold-ur-fordon'])
  })

  it('is 0 where both are as common as in the whole, and the planted log ratio inside each half', async () => {
    const result = await ask(halves(), EMPTY_SELECTION, {
      cases: 'klotter',
      controls: 'personran',
      widths: 1,
    })
    expect(result).toMatchObject({ nCases: 600, nControls: 400, untyped: 1, outside: 0 })
    const { grid, values } = result.surface!
    const at = (x: number, y: number) =>
      values[
        Math.floor((674_000 + x - grid.originX) / grid.cellSize) +
          grid.columns * Math.floor((6_580_000 + y - grid.originY) / grid.cellSize)
      ]
    // Shares: 2/600 against 1/400 in the west, 1/600 against 1/400 in the east; δ holds both a little back.
    expect(at(250, 500)).toBeGreaterThan(0.8 * Math.log(4 / 3))
    expect(at(250, 500)).toBeLessThan(Math.log(4 / 3))
    expect(at(750, 500)).toBeLessThan(0.8 * Math.log(2 / 3))
    expect(at(750, 500)).toBeGreaterThan(Math.log(2 / 3))
    // One incident of the rarer type in the middle of its kernel, scaled as that type is.
    expect(result.delta).toBeCloseTo((3e6 / (Math.PI * 150 ** 2)) * (500 / 400), 9)
    const swapped = await ask(halves(), EMPTY_SELECTION, {
      cases: 'personran',
      controls: 'klotter',
      widths: 1,
    })
    swapped.surface!.values.forEach((value, i) => expect(value).toBeCloseTo(-values[i], 5))
  })

  it('lists places whose counts are those of their cells, with what the whole would lead one to expect', async () => {
    const result = await ask(demo, selection)
    const share = result.nCases / (result.nCases + result.nControls)
    expect(result.tolerance).toMatchObject({ permutations: 999, seed: 1, sided: 'two', level: 0.05 })
    expect(result.places.length).toBeGreaterThan(2)
    for (const place of result.places) {
      expect(place.expected).toBeCloseTo((place.cases + place.controls) * share, 9)
      expect(place.pValue).toBeLessThan(0.05)
    }
    const busy = result.places.filter((place) => place.cases >= 5)
    expect(busy.length).toBeGreaterThan(0)
    for (const place of busy) expect(place.more).toBe(place.cases > place.expected)
    expect(result.places.reduce((sum, place) => sum + place.cases, 0)).toBeLessThanOrEqual(result.nCases)
    expect(result.outlines.length).toBeGreaterThan(0)
  })

  it('withholds where one side has too few', async () => {
    const result = await ask(demo, { ...selection, types: ['kvinnofridsbrott'] })
    expect(result.nCases).toBeLessThan(20)
    expect(result).toMatchObject({ surface: null, tolerance: null, places: [] })
    const same = await ask(demo, selection, { cases: 'cykelstold', controls: 'cykelstold' })
    expect(same).toMatchObject({ nControls: 0, surface: null })
  })

  it('reports its progress and stops where it is cancelled', async () => {
    slowClock()
    const fractions: number[] = []
    let breaths = 0
    const context = {
      progress: (fraction: number) => void fractions.push(fraction),
      breathe: () => (++breaths > 3 ? Promise.reject(new Error('cancelled')) : Promise.resolve()),
    }
    const job = computeRelativeRisk(
      demo,
      {
        selection: { ...selection, period: null },
        bandwidth: 150,
        settings: { cases: null, controls: null, widths: 2 },
      },
      context,
    )
    await expect(job).rejects.toThrow('cancelled')
    expect(fractions).toEqual([...fractions].sort((a, b) => a - b))
  })
})
