import { beforeAll, describe, expect, it } from 'vitest'
import { binomialTwoSidedP } from '../../../src/analysis/compare/binomialTwoSidedP.ts'
import { kernelDensity, predictiveAccuracyIndex } from '../../../src/analysis/index.ts'
import { dayNumber } from '../../../src/domain/period.ts'
import { EMPTY_SELECTION } from '../../../src/domain/selection.ts'
import { computeBackTest, type BackTestSettings } from '../../../src/workers/depth/backTest.ts'
import { rollsOf } from '../../../src/workers/depth/rolls.ts'
import { studyCells } from '../../../src/workers/depth/studyCells.ts'
import type { AnalysisEngine } from '../../../src/workers/engine/analysisEngine.ts'
import { JobCancelled } from '../../../src/workers/jobs.ts'
import { demoEngine, QUIET } from '../engine/demoEngine.ts'
import { engineOf, type Incident } from '../engine/incidents.ts'

const DEFAULTS: BackTestSettings = { step: 'month', history: null, share: 0.02 }
const day = (year: number, month: number) => dayNumber(year, month, 1)

describe('rollsOf', () => {
  const span = { from: day(2023, 1), to: day(2026, 7) }

  it('takes the last whole months, each with its history before it', () => {
    const { history, rolls } = rollsOf(span, DEFAULTS)
    expect(history).toBe(12)
    expect(rolls).toHaveLength(12)
    expect(rolls[11]).toEqual({
      period: { from: day(2026, 6), to: day(2026, 7) },
      history: { from: day(2025, 6), to: day(2026, 6) },
    })
    expect(rolls[0].period).toEqual({ from: day(2025, 7), to: day(2025, 8) })
    for (const roll of rolls) expect(roll.history.to).toBe(roll.period.from)
  })

  it('leaves an unfinished month or quarter out', () => {
    const unfinished = { ...span, to: dayNumber(2026, 6, 20) }
    expect(rollsOf(unfinished, DEFAULTS).rolls.at(-1)!.period.to).toBe(day(2026, 6))
    const { rolls } = rollsOf(unfinished, { ...DEFAULTS, step: 'quarter' })
    expect(rolls.at(-1)!.period).toEqual({ from: day(2026, 1), to: day(2026, 4) })
    expect(rolls).toHaveLength(8)
  })

  it('takes a shorter history where the data are short, unless one is chosen', () => {
    const year = { from: day(2019, 1), to: day(2020, 1) }
    expect(rollsOf(year, DEFAULTS)).toMatchObject({ history: 6 })
    expect(rollsOf(year, DEFAULTS).rolls).toHaveLength(6)
    expect(rollsOf({ ...year, to: day(2019, 7) }, DEFAULTS)).toMatchObject({ history: 3 })
    expect(rollsOf(year, { ...DEFAULTS, history: 12 }).rolls).toEqual([])
    expect(rollsOf({ from: 0, to: 0 }, DEFAULTS).rolls).toEqual([])
  })
})

describe('the back-test of a hand-made town', () => {
  /** Two years: two incidents a month on the square, one in a place that moves. */
  const square: [number, number] = [120, 120]
  const incidents: Incident[] = Array.from({ length: 24 }, (_, month) => month).flatMap((month) => {
    const at = (position: [number, number], date: number): Incident => ({
      kind: 0,
      type: 1,
      from: Date.UTC(2023, month, date, 12),
      to: null,
      day: null,
      at: position,
    })
    const moving: [number, number] = [400 + 230 * (month % 7), 900 + 210 * (month % 5)]
    return [at(square, 1), at(square, 28), at(moving, 15)]
  })
  // An event, which is not counted, makes the data reach to the last day.
  incidents.push({ ...incidents[0], kind: 1, from: Date.UTC(2024, 11, 31, 12) })
  const ask = (settings: Partial<BackTestSettings> = {}) =>
    computeBackTest(
      engineOf(incidents),
      { selection: EMPTY_SELECTION, bandwidth: 100, settings: { ...DEFAULTS, ...settings } },
      QUIET,
    )

  it('hits what stays and misses what moves', async () => {
    const result = await ask()
    expect(result.rolls).toHaveLength(12)
    expect(result.rolls.map(({ observed, historyN }) => [observed, historyN])).toEqual(
      new Array(12).fill([3, 36]),
    )
    const density = result.predictors.find(({ id }) => id === 'density')!
    // One cell of some hundred holds the square: 2 of 3 each month, and the best is the same.
    expect(result.units[0]).toBe(1)
    expect(density.hits[0]).toBe(24)
    expect(density.observed).toBe(36)
    expect(density.pai[0]).toBeCloseTo(2 / 3 / (1 / result.cells), 9)
    expect(density.pei[0]).toBeCloseTo(1, 12)
    expect(density.best[0]).toBe(24)
    expect(density.paiByRoll.every((pai) => Math.abs(pai[0] - density.pai[0]) < 1e-9)).toBe(true)
    const { order, observed } = result.latest!
    expect(observed[order[0]]).toBe(2)
    expect(observed.reduce((a, b) => a + b, 0)).toBe(3)
  })

  it('gives the same twice, and says nothing where the history is missing', async () => {
    expect(await ask()).toEqual(await ask())
    const short = await computeBackTest(
      engineOf(incidents.slice(0, 6)),
      { selection: EMPTY_SELECTION, bandwidth: 100, settings: DEFAULTS },
      QUIET,
    )
    expect(short).toMatchObject({ rolls: [], latest: null })
  })
})

describe('the back-test of the demo', () => {
  let engine: AnalysisEngine
  beforeAll(async () => {
    engine = (await demoEngine()).engine
  })
  const selection = { ...EMPTY_SELECTION, types: ['misshandel-utomhus'] }
  const bandwidth = 150

  it('agrees with a density, counts and PAI made by hand for one roll', async () => {
    const result = await computeBackTest(engine, { selection, bandwidth, settings: DEFAULTS }, QUIET)
    const last = result.rolls.at(-1)!
    engine.apply(selection)
    const study = studyCells(engine, bandwidth)
    const pointsIn = ({ from, to }: { from: number; to: number }) => {
      const x: number[] = []
      const y: number[] = []
      const rows = new Set(engine.rows({ ...selection, period: { from, to } }))
      engine.columns.row.forEach((row, i) => {
        if (!rows.has(row) || Number.isNaN(engine.columns.x[i])) return
        x.push(engine.columns.x[i])
        y.push(engine.columns.y[i])
      })
      return { x, y }
    }
    const past = pointsIn(last.history)
    const next = pointsIn(last.period)
    const cellOf = (x: number, y: number) =>
      Math.floor((y - study.grid.originY) / study.grid.cellSize) * study.grid.columns +
      Math.floor((x - study.grid.originX) / study.grid.cellSize)
    const observed = new Map<number, number>()
    next.x.forEach((x, i) => {
      const cell = cellOf(x, next.y[i])
      if (study.inside[cell]) observed.set(cell, (observed.get(cell) ?? 0) + 1)
    })
    expect(last.observed).toBe([...observed.values()].reduce((a, b) => a + b, 0))
    // Mean density of a cell at 8 × 8 places.
    const fine = 8
    const grid = {
      ...study.grid,
      cellSize: study.grid.cellSize / fine,
      columns: study.grid.columns * fine,
      rows: study.grid.rows * fine,
    }
    const { values } = kernelDensity(past, grid, { kernel: 'quartic', bandwidth })
    const predicted = [...study.cells].map((cell) => {
      const column = (cell % study.grid.columns) * fine
      const row = Math.floor(cell / study.grid.columns) * fine
      let sum = 0
      for (let i = 0; i < fine * fine; i++)
        sum += values[(row + Math.floor(i / fine)) * grid.columns + column + (i % fine)]
      return sum
    })
    const seen = [...study.cells].map((cell) => observed.get(cell) ?? 0)
    const density = result.predictors.find(({ id }) => id === 'density')!
    result.units.forEach((units, s) => {
      // Where the last chosen cell is not tied, the order drawn for ties plays no part.
      const sorted = [...predicted].sort((a, b) => b - a)
      if (sorted[units - 1] === sorted[units]) return
      const { pai } = predictiveAccuracyIndex(seen, predicted, units)
      expect(density.paiByRoll.at(-1)![s]).toBeCloseTo(pai, 9)
    })
  })

  it('sums the rolls: hits, the best choice, and who hit what the other missed', async () => {
    const result = await computeBackTest(engine, { selection, bandwidth, settings: DEFAULTS }, QUIET)
    const observed = result.rolls.reduce((sum, roll) => sum + roll.observed, 0)
    const [density] = result.predictors
    for (const predictor of result.predictors) {
      expect(predictor.rolls).toBe(12)
      expect(predictor.observed).toBe(observed)
      predictor.hits.forEach((hits, s) => {
        expect(hits).toBeLessThanOrEqual(predictor.best[s])
        expect(predictor.best[s]).toBe(density.best[s])
        expect(predictor.pei[s]).toBeCloseTo(hits / predictor.best[s], 12)
        expect(predictor.pai[s]).toBeCloseTo(hits / observed / (result.units[s] / result.cells), 12)
        expect(density.hits[s] - hits).toBe(predictor.onlyDensity[s] - predictor.onlyThis[s])
        const [a, b] = [predictor.onlyDensity[s], predictor.onlyThis[s]]
        expect(predictor.pValue[s]).toBeCloseTo(a + b ? binomialTwoSidedP(a, a + b, 0.5) : 1, 12)
      })
      // Pooled PAI is the rolls' PAI, weighted by what each observed.
      const weighted = predictor.paiByRoll.reduce((sum, pai, r) => sum + pai[1] * result.rolls[r].observed, 0)
      expect(weighted / observed).toBeCloseTo(predictor.pai[1], 9)
    }
    result.units.forEach((units, s) => {
      expect(result.curve.density[units]).toBe(density.hits[s])
      expect(result.curve.best[units]).toBe(density.best[s])
    })
    // The demo's assaults lie on a few places year after year: the map must beat a blind choice by far.
    expect(density.pai[1]).toBeGreaterThan(5)
  })

  it('does not know the period or the place that is chosen, but the type', async () => {
    const ask = (part: object) =>
      computeBackTest(engine, { selection: { ...selection, ...part }, bandwidth, settings: DEFAULTS }, QUIET)
    const whole = await ask({})
    expect(
      await ask({
        period: { from: day(2025, 1), to: day(2025, 5) },
        place: { kind: 'areas', ids: ['A'] },
      }),
    ).toEqual(whole)
    expect((await ask({ types: [] })).rolls[0].observed).toBeGreaterThan(whole.rolls[0].observed)
  })

  it('is not disturbed by what else is asked, tells its progress, and stops', async () => {
    const question = { selection, bandwidth, settings: { ...DEFAULTS, step: 'quarter' as const } }
    const alone = await computeBackTest(engine, question, QUIET)
    const told: number[] = []
    const busy = {
      progress: (fraction: number) => told.push(fraction),
      breathe: async () => void engine.counts({ ...EMPTY_SELECTION, kind: 'event' }),
    }
    expect(await computeBackTest(engine, question, busy)).toEqual(alone)
    expect(told).toEqual([...told].sort((a, b) => a - b))
    expect(told.length).toBeGreaterThan(4)
    const stopped = { progress: () => {}, breathe: () => Promise.reject(new JobCancelled()) }
    await expect(computeBackTest(engine, question, stopped)).rejects.toBeInstanceOf(JobCancelled)
  })
})
