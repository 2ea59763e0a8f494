import { beforeAll, describe, expect, it } from 'vitest'
import { dayNumber } from '../../../src/domain/period.ts'
import { EMPTY_SELECTION, type Selection } from '../../../src/domain/selection.ts'
import { cellAt } from '../../../src/analysis/index.ts'
import { beforeAfterChance } from '../../../src/workers/effect/beforeAfterChance.ts'
import {
  CHANCE,
  type BeforeAfterChance,
  type BeforeAfterQuestion,
} from '../../../src/workers/effect/beforeAfterMessages.ts'
import { beforeAfterSurfaces } from '../../../src/workers/effect/beforeAfterSurfaces.ts'
import type { AnalysisEngine } from '../../../src/workers/engine/analysisEngine.ts'
import { demoEngine, QUIET } from '../engine/demoEngine.ts'

const year = (from: number) => ({ from: dayNumber(from, 6, 1), to: dayNumber(from + 1, 6, 1) })
const question: BeforeAfterQuestion = {
  kind: 'crime',
  typeIds: ['stold-ur-fordon'],
  periods: { before: [year(2024)], after: [year(2025)] },
  hours: null,
  timeMethod: 'start',
  bandwidth: 150,
}

let engine: AnalysisEngine
let chance: BeforeAfterChance
beforeAll(async () => {
  engine = (await demoEngine()).engine
  chance = (await beforeAfterChance(engine, question, QUIET))!
})

describe('before and after on one map', () => {
  it('counts what the same question asks of the screen, whatever its filters are', async () => {
    engine.counts({ ...EMPTY_SELECTION, types: ['klotter'], period: year(2023) })
    const surfaces = (await beforeAfterSurfaces(engine, { ...question, exact: true }, QUIET))!
    const counted = (from: number) => {
      const selection: Selection = { ...EMPTY_SELECTION, types: ['stold-ur-fordon'], period: year(from) }
      return engine.rows(selection).length
    }
    expect(surfaces.before + surfaces.beforeUnplaced).toBe(counted(2024))
    expect(surfaces.after + surfaces.afterUnplaced).toBe(counted(2025))
    expect(surfaces.beforeUnplaced).toBeGreaterThan(0)
    expect(surfaces.yearsBefore).toBeCloseTo(365 / 365.25, 10)
  })

  it('holds each period in its own surface, on one grid', async () => {
    const exact = (await beforeAfterSurfaces(engine, { ...question, exact: true }, QUIET))!
    const preview = (await beforeAfterSurfaces(engine, { ...question, exact: false }, QUIET))!
    const mass = (values: Float32Array) =>
      (values.reduce((sum, value) => sum + value, 0) * exact.grid.cellSize ** 2) / 1e6
    expect(mass(exact.beforeValues)).toBeCloseTo(exact.before / exact.yearsBefore, 0)
    expect(mass(exact.afterValues)).toBeCloseTo(exact.after / exact.yearsAfter, 0)
    expect(exact.max).toBe(Math.max(...exact.beforeValues, ...exact.afterValues))
    expect(preview).toMatchObject({ exact: false, grid: exact.grid, before: exact.before })
    preview.beforeValues.forEach((value, i) =>
      expect(Math.abs(value - exact.beforeValues[i])).toBeLessThan(0.05 * exact.max),
    )
    exact.beforeValues.forEach((value, i) =>
      expect(Math.abs(chance.difference[i] - (exact.afterValues[i] - value))).toBeLessThan(0.01),
    )
  })

  it('shares incidents out over the hours that are chosen', async () => {
    const hours = { dayFrom: 0, dayTo: 6, start: 16, length: 8 }
    const night = { ...question, hours, timeMethod: 'aoristic' as const }
    const surfaces = (await beforeAfterSurfaces(engine, { ...night, exact: true }, QUIET))!
    const all = (await beforeAfterSurfaces(engine, { ...question, exact: true }, QUIET))!
    expect(surfaces.before).toBeGreaterThan(0)
    expect(surfaces.before).toBeLessThan(all.before)
    expect(surfaces.before % 1).not.toBe(0)
    const shared = (await beforeAfterChance(engine, night, QUIET))!
    expect(shared.before).toBeCloseTo(surfaces.before, 9)
  })

  it('finds the fall where the lighting came, and no place where nothing was planted to change', () => {
    // The planted effects of the demo: thefts from vehicles at the parking fell from 207 to 110.
    const falls = chance.places.filter(({ direction }) => direction === 'fall')
    expect(falls).toHaveLength(1)
    expect(falls[0].before).toBeGreaterThan(falls[0].after)
    expect(falls[0].qValue).toBeLessThan(0.05)
    expect(chance.verdict[cellAt(chance.grid, falls[0].x, falls[0].y)]).toBe(CHANCE.fall)
    expect(chance.permutations).toBe(9_999)
  })

  it('gives each tested cell one verdict by its q, its change and the change of the whole', () => {
    let tested = 0
    let mayBe = 0
    chance.verdict.forEach((verdict, i) => {
      const q = chance.qValue[i]
      if (verdict === CHANCE.untested) return expect(q).toBeNaN()
      tested++
      expect(chance.support[i]).toBeGreaterThanOrEqual(0.999)
      if (verdict === CHANCE.fall) expect(chance.difference[i]).toBeLessThan(Math.min(0, chance.expected[i]))
      if (verdict === CHANCE.rise)
        expect(chance.difference[i]).toBeGreaterThan(Math.max(0, chance.expected[i]))
      if (verdict === CHANCE.mayBeChance) expect(q).toBeGreaterThanOrEqual(0.05)
      else expect(q).toBeLessThan(0.05)
      if (verdict === CHANCE.mayBeChance || verdict === CHANCE.lag) mayBe++
    })
    expect(tested).toBe(chance.tested)
    expect(mayBe).toBe(chance.mayBeChance)
    expect(tested).toBeGreaterThan(100)
  })

  it('says nothing of a period that has nothing in it', async () => {
    const later = { from: dayNumber(2030, 1, 1), to: dayNumber(2031, 1, 1) }
    const none = { ...question, periods: { before: [year(2024)], after: [later] } }
    expect(await beforeAfterChance(engine, none, QUIET)).toBeNull()
    const surfaces = await beforeAfterSurfaces(engine, { ...none, exact: true }, QUIET)
    expect(surfaces).toMatchObject({ after: 0 })
    const without = { ...question, periods: { before: [], after: [year(2025)] } }
    expect(await beforeAfterSurfaces(engine, { ...without, exact: true }, QUIET)).toBeNull()
  })
})
