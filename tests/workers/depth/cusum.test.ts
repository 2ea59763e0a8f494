import { beforeAll, describe, expect, it } from 'vitest'
import { cusum, cusumThreshold, finish } from '../../../src/analysis/index.ts'
import { seededRandom } from '../../../src/analysis/random.ts'
import { dayNumber } from '../../../src/domain/period.ts'
import { EMPTY_SELECTION } from '../../../src/domain/selection.ts'
import { alarmThreshold } from '../../../src/workers/depth/alarmThreshold.ts'
import { computeCusum, type CusumSettings } from '../../../src/workers/depth/cusum.ts'
import type { AnalysisEngine } from '../../../src/workers/engine/analysisEngine.ts'
import { demoEngine, QUIET } from '../engine/demoEngine.ts'
import { engineOf, type Incident } from '../engine/incidents.ts'

const DEFAULTS: CusumSettings = { step: 'month', baseline: 'year', change: 1.25, falseAlarmYears: 10 }

/** So many incidents in each month from January 2023 on, at noon of different days. */
function monthly(counts: readonly number[]): AnalysisEngine {
  const incidents: Incident[] = counts.flatMap((count, month) =>
    Array.from({ length: count }, (_, i) => ({
      kind: 0 as const,
      type: 1,
      from: Date.UTC(2023, month, 1 + (i % 28), 12),
      to: null,
      day: null,
      at: [i, month] as [number, number],
    })),
  )
  const edge = (at: number): Incident => ({ kind: 1, type: 1, from: at, to: null, day: null, at: null })
  // Two events, which are not counted, make the data reach from the first day to the last.
  return engineOf([...incidents, edge(Date.UTC(2023, 0, 1, 12)), edge(Date.UTC(2023, counts.length, 0, 12))])
}

const ask = (engine: AnalysisEngine, settings: Partial<CusumSettings> = {}, selection = EMPTY_SELECTION) =>
  computeCusum(engine, { selection, bandwidth: 150, settings: { ...DEFAULTS, ...settings } }, QUIET)

describe('alarmThreshold', () => {
  const run = (mean: number, alternative: number, threshold: number, seed: number) => {
    const k = (alternative - mean) / Math.log(alternative / mean)
    const random = seededRandom(seed)
    let steps = 0
    for (let runs = 0; runs < 400; runs++)
      for (let sum = 0; sum <= threshold; steps++) {
        // Knuth's product of uniforms: another sampler than the one under test.
        let count = -1
        for (let product = 1; product > Math.exp(-mean); count++) product *= random()
        sum = Math.max(0, sum + (alternative > mean ? count - k : k - count))
      }
    return steps / 400
  }

  it.each([
    [4, 6, 60],
    [20, 25, 120],
    [20, 15, 120],
    [0.8, 1.2, 60],
  ])('is passed once in so many steps: λ₀ %d, λ₁ %d, %d steps', (mean, alternative, runLength) => {
    const k = (alternative - mean) / Math.log(alternative / mean)
    const options = { rising: alternative > mean, runLength, seed: 1 }
    const threshold = finish(alarmThreshold([mean], [k], options))
    expect(finish(alarmThreshold([mean], [k], options))).toBe(threshold)
    // The Markov chain over the sum's values, which knows of no runs.
    const chain = cusumThreshold({ baseline: mean, alternative, averageRunLength: runLength }).threshold
    expect(Math.abs(threshold / chain - 1)).toBeLessThan(0.05)
    // Both are means of hundreds of exponential-like lengths: some 5 % apart is chance.
    expect(Math.abs(run(mean, alternative, threshold, 5) / runLength - 1)).toBeLessThan(0.2)
  })

  it('lies higher where false alarms are to be rarer', () => {
    const heights = [60, 120, 240].map((runLength) =>
      finish(alarmThreshold([10], [11.2], { rising: true, runLength, seed: 1 })),
    )
    expect(heights).toEqual([...heights].sort((a, b) => a - b))
    expect(heights[2]).toBeGreaterThan(heights[0] + 2)
  })
})

describe('CUSUM of a selection', () => {
  // 2023 holds 365 days and 365 incidents: a day's expectation is 1, a month's its days.
  const days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  const level = [...days, 31, 29, 31, 30, 31, 30]

  it('expects by the days of each step, and stays near zero where nothing changes', async () => {
    const result = await ask(monthly(level))
    expect(result.refusal).toBeNull()
    expect(result.n).toBe(level.reduce((a, b) => a + b, 0))
    expect(result.baselineN).toBe(365)
    expect(result.steps.map((step) => step.expected)).toEqual(level.map((n) => expect.closeTo(n, 9)))
    expect(result.steps.slice(0, 12).map(({ sum, baseline }) => [sum, baseline])).toEqual(
      days.map(() => [null, true]),
    )
    expect(result.steps.slice(12).map(({ sum }) => sum)).toEqual([0, 0, 0, 0, 0, 0])
    expect(result).toMatchObject({ alarm: -1, since: -1, dispersion: expect.closeTo(0, 9), seed: null })
    const { threshold, delay } = cusumThreshold({
      baseline: result.expected,
      alternative: 1.25 * result.expected,
      averageRunLength: 120,
    })
    expect(result).toMatchObject({ threshold, delay })
  })

  it('names the first alarm and since when the sum has risen', async () => {
    const rise = [...days, 31, 29, 31, 30, 45, 44, 46, 45, 31, 30]
    const result = await ask(monthly(rise))
    const k = (n: number) => (0.25 * n) / Math.log(1.25)
    let sum = 0
    const sums = rise.slice(12).map((count, i) => {
      sum = Math.max(0, sum + count - k([31, 29, 31, 30, 31, 30, 31, 31, 30, 31][i]))
      return sum
    })
    expect(result.steps.slice(12).map((step) => step.sum)).toEqual(sums.map((s) => expect.closeTo(s, 9)))
    expect(result.since).toBe(16)
    expect(result.alarm).toBe(12 + sums.findIndex((s) => s > result.threshold))
    expect(result.alarm).toBeGreaterThanOrEqual(16)
    const fall = await ask(monthly([...days, 31, 29, 31, 15, 14, 15, 16, 15]), { change: 0.75 })
    expect(fall.since).toBe(15)
    expect(fall.alarm).toBeGreaterThanOrEqual(15)
  })

  it('is the analysis’ own sum where every step expects as much', async () => {
    const result = await ask(monthly(level), { step: 'week', change: 1.5 })
    const watched = result.steps.filter((step) => step.sum !== null)
    const expected = cusum(
      watched.map((step) => step.count),
      { baseline: result.expected, alternative: 1.5 * result.expected },
    )
    expect(watched.length).toBeGreaterThan(20)
    watched.forEach((step, i) => expect(step.sum).toBeCloseTo(expected[i], 9))
    expect(result.steps.every(({ from, to }) => to - from === 7)).toBe(true)
    expect(result.n + result.outside).toBe(level.reduce((a, b) => a + b, 0))
  })

  it('compares month by month where two years show the season', async () => {
    const season = [10, 10, 20, 20, 40, 60, 60, 40, 20, 20, 10, 10]
    const result = await ask(monthly([...season, ...season, ...season]), { baseline: 'twoYears' })
    // 2024 has 29 days in February: 20 in 57 days are 9.8 in 28.
    expect(result.steps[25].expected).toBeCloseTo((20 / 57) * 28, 9)
    expect(result.steps[29].expected).toBeCloseTo(60, 9)
    expect(result.alarm).toBe(-1)
    expect(result).toMatchObject({ dispersionFreedom: 12, seed: 1, delay: null })
    expect(result.threshold).toBeGreaterThan(5)
    const levelBaseline = await ask(monthly([...season, ...season, ...season]))
    expect(levelBaseline.alarm).toBeGreaterThan(0)
    expect(levelBaseline.dispersion).toBeGreaterThan(5)
  })

  it('takes the comparison’s months as the baseline', async () => {
    const selection = {
      ...EMPTY_SELECTION,
      period: { from: dayNumber(2024, 1, 1), to: dayNumber(2024, 5, 1) },
    }
    const result = await ask(monthly(level), { baseline: 'comparison' }, selection)
    expect(result.steps.map((step) => step.baseline)).toEqual(level.map((_, i) => i < 4))
    expect(result.baselineN).toBe(31 + 28 + 31 + 30)
  })

  it('says why it does not judge', async () => {
    expect((await ask(monthly([5, 5, 5]))).refusal).toBe('baselineTooShort')
    expect((await ask(monthly(days))).refusal).toBe('nothingAfter')
    expect((await ask(monthly([...new Array(12).fill(0), 5, 5]))).refusal).toBe('baselineTooFew')
    const gap = [0, ...days.slice(1)]
    expect((await ask(monthly([...gap, ...gap, 5]), { baseline: 'twoYears' })).refusal).toBe('monthWithout')
    expect((await ask(engineOf([]))).refusal).toBe('baselineTooShort')
  })
})

describe('CUSUM of the demo', () => {
  let engine: AnalysisEngine
  beforeAll(async () => {
    engine = (await demoEngine()).engine
  })

  it('counts what the months count, whatever period is chosen', async () => {
    const selection = {
      ...EMPTY_SELECTION,
      types: ['misshandel-utomhus'],
      period: { from: dayNumber(2025, 1, 1), to: dayNumber(2025, 5, 1) },
      place: { kind: 'areas' as const, ids: ['A'] },
    }
    const months = engine.counts(selection).months
    const result = await ask(engine, {}, selection)
    expect(result.steps.map((step) => step.count)).toEqual([...months])
    expect(result.steps).toHaveLength(42)
  })
})
