import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cusum, cusumReference, cusumRunLength, cusumThreshold } from '../../../src/analysis/index.ts'
import { seededRandom } from '../../../src/analysis/random.ts'

describe('cusumRunLength', () => {
  // R 4.2.2, surveillance 1.20.3 (Hawkins 1992): arlCusum(h, k = 4.93, theta, digits = 2)$ARL; k here is 4.9326.
  it.each([
    [3, 14.3208887, 3.1178503],
    [5, 41.101459, 4.871271],
    [8, 170.033674, 7.7314285],
  ])('4 → 6 at threshold %d as surveillance does', (threshold, inControl, delay) => {
    const shift = { baseline: 4, alternative: 6, threshold }
    expect(Math.abs(cusumRunLength(shift) / inControl - 1)).toBeLessThan(5e-4)
    expect(Math.abs(cusumRunLength({ ...shift, rate: 6 }) / delay - 1)).toBeLessThan(5e-4)
  })

  // numpy: the linear system (I − P) L = 1 over the values 0, ½ … h of a CUSUM with k = 3/2; λ₁ = 2.1489… gives that k from λ₀ = 1.
  it.each([
    [0.25, 3.7844223823546677, 1.6835182627834082],
    [2.25, 32.31965765051453, 4.668010477909428],
    [4.25, 183.90236499399228, 8.47366968223168],
    [5.25, 407.958097888982, 10.425455259362979],
  ])('of a finite chain is exact: threshold %d', (threshold, atOne, atTwo) => {
    let [low, high] = [2, 2.5]
    for (let i = 0; i < 60; i++) {
      const middle = (low + high) / 2
      if (cusumReference({ baseline: 1, alternative: middle }) < 1.5) low = middle
      else high = middle
    }
    const shift = { baseline: 1, alternative: high, threshold }
    expect(Math.abs(cusumRunLength(shift) / atOne - 1)).toBeLessThan(2e-3)
    expect(Math.abs(cusumRunLength({ ...shift, rate: 2 }) / atTwo - 1)).toBeLessThan(2e-3)
  })

  it('is what the CUSUM itself does, up and down (seeded simulation)', () => {
    const random = seededRandom(5)
    const poisson = (mean: number) => {
      let count = 0
      for (let p = random(); p > Math.exp(-mean); p *= random()) count++
      return count
    }
    for (const [baseline, alternative, rate, threshold] of [
      [4, 6, 4, 5],
      [4, 6, 6, 9],
      [6, 4, 6, 4],
      [0.4, 1, 0.4, 1.7],
    ] as const) {
      const runs = 3000
      let steps = 0
      for (let run = 0; run < runs; run++) {
        const series = Array.from({ length: 900 }, () => poisson(rate))
        const first = cusum(series, { baseline, alternative }).findIndex((sum) => sum > threshold)
        if (first < 0) throw new Error('no signal in 900 steps')
        steps += first + 1
      }
      // Run lengths are near geometric: the mean's standard error is about its own 1/√3000 = 1.8 %.
      const expected = cusumRunLength({ baseline, alternative, threshold, rate })
      expect(Math.abs(steps / runs / expected - 1)).toBeLessThan(0.06)
    }
  })

  it('at threshold 0 is one over the chance of a count beyond k', () => {
    // P(X ≥ 5 | 4) = 0.371163.
    expect(cusumRunLength({ baseline: 4, alternative: 6, threshold: 0 })).toBeCloseTo(1 / 0.3711631, 5)
    expect(cusumRunLength({ baseline: 4, alternative: 6, threshold: 90 })).toBe(Infinity)
  })

  it('is 1 or more, rises with the threshold, and falls as the counts rise', () => {
    const mean = fc.integer({ min: 2, max: 400 }).map((tenths) => tenths / 10)
    fc.assert(
      fc.property(
        mean,
        fc.integer({ min: 12, max: 30 }),
        fc.integer({ min: 0, max: 40 }),
        (baseline, tenths, t) => {
          const alternative = (baseline * tenths) / 10
          const threshold = (t / 10) * Math.sqrt(baseline)
          const at = (more: number, rate = baseline) =>
            cusumRunLength({ baseline, alternative, threshold: threshold + more, rate })
          expect(at(0)).toBeGreaterThanOrEqual(1)
          fc.pre(at(1 + Math.sqrt(baseline)) < Infinity)
          expect(at(1 + Math.sqrt(baseline))).toBeGreaterThan(at(0))
          expect(at(0, alternative)).toBeLessThan(at(0))
        },
      ),
      { numRuns: 40 },
    )
  })
})

describe('cusumThreshold', () => {
  it('4 → 6: false alarms 500 steps apart', () => {
    const { threshold, averageRunLength, delay } = cusumThreshold({
      baseline: 4,
      alternative: 6,
      averageRunLength: 500,
    })
    // surveillance::findH(500, 4, s = 1, roundK = FALSE): h 10.7 in steps of 0.1 on k rounded; the run length moves in steps.
    expect(Math.abs(threshold - 10.7)).toBeLessThan(0.35)
    expect(averageRunLength).toBeGreaterThanOrEqual(500)
    expect(averageRunLength).toBeLessThan(505)
    expect(delay).toBeCloseTo(10.1, 1)
  })

  it('gives at least the run length asked for, and not at a threshold below', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 3, max: 900 }),
        fc.constantFrom(0.5, 0.7, 1.3, 2),
        fc.integer({ min: 2, max: 400 }),
        (tenths, factor, asked) => {
          const shift = { baseline: tenths / 10, alternative: (tenths / 10) * factor }
          const { threshold, averageRunLength, delay } = cusumThreshold({ ...shift, averageRunLength: asked })
          expect(averageRunLength).toBeGreaterThanOrEqual(asked)
          expect(delay).toBeLessThanOrEqual(averageRunLength)
          expect(cusumRunLength({ ...shift, threshold })).toBe(averageRunLength)
          const below = threshold - 2e-3 * Math.sqrt(shift.baseline)
          if (below > 0)
            expect(cusumRunLength({ ...shift, threshold: below })).toBeLessThanOrEqual(averageRunLength)
        },
      ),
      { numRuns: 30 },
    )
  })

  it('is 0 where every count beyond k comes seldom enough', () => {
    expect(cusumThreshold({ baseline: 0.01, alternative: 0.5, averageRunLength: 20 })).toMatchObject({
      threshold: 0,
    })
  })

  it('refuses what has no run length', () => {
    const shift = { baseline: 4, alternative: 6 }
    for (const averageRunLength of [1, 0, -3, NaN, 2e6])
      expect(() => cusumThreshold({ ...shift, averageRunLength })).toThrow(/averageRunLength is/)
    expect(() => cusumThreshold({ baseline: 4, alternative: 4, averageRunLength: 50 })).toThrow(
      /options.alternative is 4; allowed: another count than options.baseline \(4\)/,
    )
    expect(() => cusumRunLength({ ...shift, threshold: -1 })).toThrow(/options.threshold is -1/)
    expect(() => cusumRunLength({ ...shift, threshold: Infinity })).toThrow(/options.threshold is Infinity/)
    expect(() => cusumRunLength({ ...shift, threshold: 1, rate: 0 })).toThrow(/options.rate is 0/)
    expect(() => cusumRunLength({ baseline: NaN, alternative: 2, threshold: 1 })).toThrow(/baseline is NaN/)
  })
})
