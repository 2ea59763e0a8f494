import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spatialPointPatternTest } from '../../../src/analysis/index.ts'

const options = { samples: 200, seed: 3, robust: false }

describe('spatialPointPatternTest', () => {
  it('is 1 for the same pattern, 0 for one turned round', () => {
    const counts = [400, 300, 200, 100]
    expect(spatialPointPatternTest(counts, counts, options).s).toBe(1)
    expect(spatialPointPatternTest(counts, [...counts].reverse(), options).s).toBe(0)
  })

  it('leaves out areas that are empty in both, where asked', () => {
    const base = [400, 100, 0, 0, 0, 0]
    const test = [100, 400, 0, 0, 0, 0]
    const plain = spatialPointPatternTest(base, test, options)
    expect(plain).toMatchObject({ s: 4 / 6, sRobust: 0, value: 4 / 6 })
    expect(spatialPointPatternTest(base, test, { ...options, robust: true }).value).toBe(0)
  })

  it('draws 85 %: intervals hold the test’s own shares, and narrow with more incidents', () => {
    const { lower, upper } = spatialPointPatternTest([1, 1], [30, 10], options)
    expect(lower[0]! <= 0.75 && upper[0]! >= 0.75 && lower[0]! < upper[0]!).toBe(true)
    const more = spatialPointPatternTest([1, 1], [3000, 1000], options)
    expect(more.upper[0]! - more.lower[0]!).toBeLessThan((upper[0]! - lower[0]!) / 3)
    // Hypergeometric: SD of the share is √(.75·.25·.15/(.85·4000)) = .0029.
    expect(more.upper[0]! - more.lower[0]!).toBeGreaterThan(2 * 1.5 * 0.0029)
    expect(more.upper[0]! - more.lower[0]!).toBeLessThan(2 * 2.4 * 0.0029)
  })

  it('is the same for the same seed, and refuses nothing to compare', () => {
    expect(spatialPointPatternTest([5, 3], [4, 4], options)).toEqual(
      spatialPointPatternTest([5, 3], [4, 4], options),
    )
    expect(() => spatialPointPatternTest([0, 0], [1, 1], options)).toThrow(/base \(total\) is 0/)
    expect(() => spatialPointPatternTest([1, 1], [0, 0], options)).toThrow(/test \(total\) is 0/)
    expect(() => spatialPointPatternTest([1], [1, 1], options)).toThrow(RangeError)
    expect(() => spatialPointPatternTest([1.5], [1], options)).toThrow(/base\[0\] is 1.5/)
    expect(() => spatialPointPatternTest([1], [1], { ...options, samples: 1 })).toThrow(/samples is 1/)
  })

  it('the limits are those of the hypergeometric distribution that drawing 85 % has', () => {
    // R 4.2.2: qhyper(c(.025, .975), 30, 70, 85)/85 = 22/85, 29/85; qhyper(c(.025, .975), 12, 88, 85)/85 = 8/85, 12/85.
    const { lower, upper } = spatialPointPatternTest([1, 1, 1], [30, 12, 58], { ...options, samples: 20_000 })
    expect([lower[0]! * 85, upper[0]! * 85].map(Math.round)).toEqual([22, 29])
    expect([lower[1]! * 85, upper[1]! * 85].map(Math.round)).toEqual([8, 12])
  })

  it('of 200 samples leaves the five lowest and five highest out: of four, none', () => {
    // 40 incidents, 34 drawn: with four samples the limits are the extremes of what was drawn.
    const few = spatialPointPatternTest([1, 1], [20, 20], { ...options, samples: 4 })
    expect(few.lower[0]! + few.upper[1]!).toBeCloseTo(1, 12)
    expect(few.upper[0]! + few.lower[1]!).toBeCloseTo(1, 12)
    expect(few.lower[0]!).toBeLessThanOrEqual(few.upper[0]!)
  })

  it('is not symmetric: only the test set is drawn from (Andresen 2009)', () => {
    // A test set of one incident is that area every time; a base of one lies in no interval of a mixed test.
    expect(spatialPointPatternTest([50, 50], [1, 0], options).s).toBe(0)
    expect(spatialPointPatternTest([1, 0], [50, 50], options).s).toBe(0)
    expect(spatialPointPatternTest([52, 48], [500, 500], options)).toMatchObject({ s: 0 })
    expect(spatialPointPatternTest([500, 500], [52, 48], options)).toMatchObject({ s: 1 })
  })

  it('lies in [0, 1]; robust never above plain; a pattern against itself is alike', () => {
    const counts = fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 })), {
      minLength: 1,
      maxLength: 12,
    })
    fc.assert(
      fc.property(counts, fc.integer(), (areas, seed) => {
        const [base, test] = [areas.map(([b]) => b), areas.map(([, t]) => t)]
        fc.pre(base.some((b) => b > 0) && test.some((t) => t > 0))
        const { s, sRobust, lower, upper } = spatialPointPatternTest(base, test, {
          ...options,
          samples: 50,
          seed,
        })
        expect(s >= 0 && s <= 1 && sRobust >= 0 && sRobust <= s).toBe(true)
        lower.forEach((low, a) => {
          expect(low >= 0 && low <= upper[a]! && upper[a]! <= 1 + 1e-12).toBe(true)
          if (test[a] === 0) expect([low, upper[a]]).toEqual([0, 0])
        })
        // The own share is the mean of what is drawn; with a wide margin of samples it lies within.
        const same = spatialPointPatternTest(test, test, { ...options, seed })
        expect(same.s).toBeGreaterThan(0.7)
      }),
      { numRuns: 60 },
    )
  })
})
