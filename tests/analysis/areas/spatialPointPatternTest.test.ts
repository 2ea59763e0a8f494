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
})
