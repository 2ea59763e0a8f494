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
