import { beforeAll, describe, expect, it } from 'vitest'
import { spatialPointPatternTest } from '../../../src/analysis/index.ts'
import { dayNumber } from '../../../src/domain/period.ts'
import { EMPTY_SELECTION, type Selection } from '../../../src/domain/selection.ts'
import { computePatternShift } from '../../../src/workers/depth/patternShift.ts'
import { countInStudy, studyCells } from '../../../src/workers/depth/studyCells.ts'
import type { AnalysisEngine } from '../../../src/workers/engine/analysisEngine.ts'
import { BEFORE, NOW, placedPoints } from '../../../src/workers/engine/placedPoints.ts'
import { demoEngine, QUIET } from '../engine/demoEngine.ts'
import { engineOf, type Incident } from '../engine/incidents.ts'

let demo: AnalysisEngine
beforeAll(async () => {
  demo = (await demoEngine()).engine
})
const period = { from: dayNumber(2025, 1, 1), to: dayNumber(2025, 5, 1) }
const selection: Selection = { ...EMPTY_SELECTION, period, types: ['misshandel-utomhus'] }
const ask = (engine: AnalysisEngine, chosen: Selection, unit: 'cells' | 'areas' = 'cells') =>
  computePatternShift(engine, { selection: chosen, bandwidth: 150, settings: { unit } }, QUIET)

/** 60 incidents in 2023 and 60 in 2024: in the same ten places, or moved from the south to the north. */
function twoYears(moved: boolean): AnalysisEngine {
  const incidents: Incident[] = []
  for (const year of [2023, 2024])
    for (let k = 0; k < 60; k++)
      incidents.push({
        kind: 0,
        type: 1,
        from: Date.UTC(year, k % 12, 1 + (k % 28), 12),
        to: null,
        day: null,
        at: [(k % 10) * 400, moved && year === 2024 ? 2000 : 0],
      })
  const edge = (day: number): Incident => ({ kind: 1, type: 1, from: day, to: null, day: null, at: null })
  return engineOf([...incidents, edge(Date.UTC(2023, 0, 1, 12)), edge(Date.UTC(2024, 11, 31, 12))])
}
const year2024: Selection = {
  ...EMPTY_SELECTION,
  period: { from: dayNumber(2024, 1, 1), to: dayNumber(2025, 1, 1) },
}

describe('the shift of the pattern', () => {
  it('is none where every place keeps its share, and whole where all have moved', async () => {
    const still = await ask(twoYears(false), year2024)
    expect(still).toMatchObject({ s: 1, sRobust: 1, shifted: [], now: 60, before: 60 })
    expect(still.chance!.pValue).toBeGreaterThan(0.05)
    const moved = await ask(twoYears(true), year2024)
    expect(moved.sRobust).toBe(0)
    expect(moved.chance!.pValue).toBe(1 / (moved.chance!.relabellings + 1))
    expect(moved.chance!.dissimilarity).toMatchObject({ observed: expect.closeTo(1, 12) })
    expect(moved.chance!.dissimilarity.upper).toBeLessThan(0.6)
    expect(moved.shifted).toHaveLength(moved.occupied)
    for (const unit of moved.shifted) {
      expect(unit.more).toBe(unit.now > unit.before)
      expect(unit.now === 0 || unit.before === 0).toBe(true)
    }
  })

  it('has the S of all cells, the empty ones among them', async () => {
    const result = await ask(demo, selection)
    demo.apply(selection)
    const study = studyCells(demo, 150)
    const before = countInStudy(study, placedPoints(demo, BEFORE)).counts
    const now = countInStudy(study, placedPoints(demo, NOW)).counts
    const whole = spatialPointPatternTest(before, now, { samples: 200, seed: 1, robust: true })
    expect(result.s).toBeCloseTo(whole.s, 12)
    expect(result.sRobust).toBeCloseTo(whole.sRobust, 12)
    expect(result.units).toBe(study.cells.length)
    expect(result.shifted).toHaveLength(Math.round((1 - whole.s) * result.units))
    for (const unit of result.shifted) {
      const k = study.cells.indexOf(unit.unit)
      expect([unit.before, unit.now]).toEqual([before[k], now[k]])
      expect(unit.shareBefore < unit.lower || unit.shareBefore > unit.upper).toBe(true)
    }
    expect(result.now + result.before + result.outside).toBe(
      placedPoints(demo, NOW).total + placedPoints(demo, BEFORE).total,
    )
  })

  it('counts by area as the engine does', async () => {
    const result = await ask(demo, { ...selection, types: [] }, 'areas')
    expect(result).toMatchObject({ unit: 'areas', units: 3, grid: null, cellSize: null })
    const { areas } = demo.counts({ ...selection, types: [] })
    for (const unit of result.shifted)
      expect([unit.before, unit.now]).toEqual([areas.before[unit.unit], areas.now[unit.unit]])
    expect(result.now).toBe(areas.now.slice(0, 3).reduce((a, b) => a + b))
  })

  it('counts whole incidents by their start where hours are shared out', async () => {
    const hours = { dayFrom: 0, dayTo: 6, start: 14, length: 10 }
    const thefts: Selection = { ...selection, types: ['stold-ur-fordon'], hours }
    const shared = await ask(demo, { ...thefts, timeMethod: 'aoristic' })
    const started = await ask(demo, { ...thefts, timeMethod: 'start' })
    expect(shared).toEqual(started)
    expect(Number.isInteger(shared.now)).toBe(true)
  })

  it('withholds where there are too few, or nothing to compare with', async () => {
    const few = await ask(demo, { ...selection, types: ['kvinnofridsbrott'] })
    expect(few).toMatchObject({ s: null, chance: null, shifted: [] })
    const early = { ...selection, period: { from: dayNumber(2023, 1, 1), to: dayNumber(2024, 1, 1) } }
    expect(await ask(demo, early)).toMatchObject({ s: null, comparison: { covered: false } })
  })
})
