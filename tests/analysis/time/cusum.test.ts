import fc from 'fast-check'
import { expect, it } from 'vitest'
import { cusum, cusumReference } from '../../../src/analysis/index.ts'

it('accumulates above k = (λ₁ − λ₀)/ln(λ₁/λ₀), never below 0', () => {
  const k = cusumReference({ baseline: 4, alternative: 6 })
  expect(k).toBeCloseTo(4.933, 3)
  const sums = cusum([4, 7, 3, 9, 0, 5], { baseline: 4, alternative: 6 })
  const expected = [0, 7 - k, 7 - k + 3 - k, 7 - k + 3 - k + 9 - k, 0, 5 - k]
  expected.forEach((value, t) => expect(sums[t]).toBeCloseTo(Math.max(0, value), 12))
})

it('watches for a fall where the alternative lies below the baseline', () => {
  const k = cusumReference({ baseline: 6, alternative: 4 })
  expect(Array.from(cusum([2, 9], { baseline: 6, alternative: 4 }))).toEqual([
    expect.closeTo(k - 2, 12),
    expect.closeTo(Math.max(0, 2 * k - 11), 12),
  ])
})

it('is empty without a series and refuses rates that are none', () => {
  expect(cusum([], { baseline: 1, alternative: 2 })).toHaveLength(0)
  expect(() => cusum([1], { baseline: 0, alternative: 2 })).toThrow(/options.baseline is 0/)
})

it('refuses counts that are none, and equal means are no error', () => {
  expect(() => cusum([1, NaN], { baseline: 1, alternative: 2 })).toThrow(/series\[1\] is NaN/)
  expect(() => cusum([-1], { baseline: 1, alternative: 2 })).toThrow(/series\[0\] is -1/)
  expect(() => cusum([1], { baseline: 2, alternative: Infinity })).toThrow(/options.alternative is Infinity/)
  expect(Array.from(cusum([3, 1], { baseline: 2, alternative: 2 }))).toEqual([1, 0])
})

it('is never below 0, rises with every count, and k lies between both means', () => {
  const mean = fc.integer({ min: 1, max: 500 }).map((tenths) => tenths / 10)
  const series = fc.array(fc.integer({ min: 0, max: 80 }), { maxLength: 40 })
  fc.assert(
    fc.property(series, mean, mean, fc.nat(), (counts, baseline, alternative, at) => {
      fc.pre(baseline !== alternative)
      const means = { baseline, alternative }
      const k = cusumReference(means)
      expect(k).toBeGreaterThan(Math.min(baseline, alternative))
      expect(k).toBeLessThan(Math.max(baseline, alternative))
      expect(k).toBeCloseTo(cusumReference({ baseline: alternative, alternative: baseline }), 9)
      const sums = cusum(counts, means)
      const more = cusum(
        counts.map((count, t) => count + (t === at % counts.length ? 5 : 0)),
        means,
      )
      sums.forEach((sum, t) => {
        expect(sum).toBeGreaterThanOrEqual(0)
        if (alternative > baseline) expect(more[t]).toBeGreaterThanOrEqual(sum)
        else expect(more[t]).toBeLessThanOrEqual(sum)
      })
    }),
  )
})
