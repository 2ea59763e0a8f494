import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { empiricalBayesRates, funnelLimits, poissonLimits, rates } from '../../../src/analysis/index.ts'

describe('poissonLimits', () => {
  it.each([
    [0, 0, 3.69],
    [3, 0.62, 8.77],
    [10, 4.8, 18.39],
  ])('%d', (count, lower, upper) => {
    const limits = poissonLimits(count)
    expect(limits.lower).toBeCloseTo(lower, 2)
    expect(limits.upper).toBeCloseTo(upper, 2)
    expect(limits.level).toBe(0.95)
  })

  it('widens with the level and refuses what is no count', () => {
    expect(poissonLimits(10, 0.99).upper).toBeGreaterThan(poissonLimits(10, 0.95).upper)
    expect(() => poissonLimits(-3)).toThrow(/count is -3/)
    expect(() => poissonLimits(3, 1)).toThrow(/level is 1/)
  })

  it('holds its tails exactly', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 80 }), (count) => {
        const { lower, upper } = poissonLimits(count)
        expect(upTo(count, upper)).toBeCloseTo(0.025, 8)
        expect(1 - upTo(count - 1, lower)).toBeCloseTo(0.025, 8)
      }),
    )
  })
})

/** P(X ≤ k) of a Poisson variable. */
function upTo(k: number, mean: number): number {
  let term = Math.exp(-mean)
  let sum = term
  for (let i = 1; i <= k; i++) sum += term *= mean / i
  return sum
}

describe('funnelLimits', () => {
  it('are the exact Poisson quantiles', () => {
    // R: qpois(c(.025, .975), 10); qpois(c(.001, .999), 10)
    expect(funnelLimits(10)).toEqual({ lower: 4, upper: 17, level: 0.95 })
    expect(funnelLimits(10, 0.998)).toMatchObject({ lower: 2, upper: 21 })
    expect(funnelLimits(0)).toMatchObject({ lower: 0, upper: 0 })
    expect(() => funnelLimits(-1)).toThrow(/expected is -1/)
  })

  it('a count is outside exactly where its tail is rarer than the level allows', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 900 }), (tenths) => {
        const expected = tenths / 10
        const { lower, upper } = funnelLimits(expected)
        for (let count = 0; count < 140; count++) {
          if (count > 0 && 1 - upTo(count - 1, expected) < 0.025 - 1e-9) expect(count).toBeGreaterThan(upper)
          if (upTo(count, expected) < 0.025 - 1e-9) expect(count).toBeLessThan(lower)
          if (count > upper) expect(1 - upTo(count - 1, expected)).toBeLessThan(0.025 + 1e-9)
          if (count < lower) expect(upTo(count, expected)).toBeLessThan(0.025 + 1e-9)
        }
      }),
      { numRuns: 40 },
    )
  })
})

describe('rates', () => {
  it('gives counts per inhabitants with limits, NaN where nobody lives', () => {
    const result = rates([10, 0, 4], [2000, 1000, 0], 1000)
    expect(Array.from(result.rates)).toEqual([5, 0, NaN])
    expect(result.lower[0]).toBeCloseTo(2.4, 2)
    expect(result.upper[1]).toBeCloseTo(3.69, 2)
    expect(result).toMatchObject({ per: 1000, level: 0.95 })
    expect(() => rates([1], [1, 2], 1000)).toThrow(RangeError)
    expect(() => rates([1], [1], 0)).toThrow(/per is 0/)
  })
})

describe('empiricalBayesRates', () => {
  it('shrinks small areas most', () => {
    const result = empiricalBayesRates([30, 5, 100, 2], [1000, 1000, 2000, 1000])
    expect(Array.from(result.rates)).toEqual(
      [0.02984, 0.00639, 0.04927, 0.00358].map((r) => expect.closeTo(r, 5)),
    )
    expect(result.mean).toBeCloseTo(137 / 5000, 12)
  })

  it('is the mean for all where counts vary no more than chance', () => {
    const result = empiricalBayesRates([40, 2, 90, 0], [1000, 100, 2500, 50])
    expect(Array.from(result.rates)).toEqual(Array(4).fill(expect.closeTo(0.03616, 5)))
    expect(result.variance).toBe(0)
    expect(Array.from(empiricalBayesRates([0, 0], [10, 20]).rates)).toEqual([0, 0])
    expect(empiricalBayesRates([3], [100]).rates[0]).toBeCloseTo(0.03, 12)
  })

  it('refuses areas where nobody lives, and none at all', () => {
    expect(() => empiricalBayesRates([1, 2], [10, 0])).toThrow(/population\[1\] is 0/)
    expect(() => empiricalBayesRates([], [])).toThrow(RangeError)
  })

  it('lies between the crude rate and the mean', () => {
    const area = fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 1, max: 5000 }))
    fc.assert(
      fc.property(fc.array(area, { minLength: 1, maxLength: 20 }), (areas) => {
        const { rates: smooth, mean } = empiricalBayesRates(
          areas.map(([o]) => o),
          areas.map(([, p]) => p),
        )
        areas.forEach(([o, p], i) => {
          const [low, high] = [Math.min(o / p, mean), Math.max(o / p, mean)]
          expect(smooth[i]! >= low - 1e-12 && smooth[i]! <= high + 1e-12).toBe(true)
        })
      }),
    )
  })
})
