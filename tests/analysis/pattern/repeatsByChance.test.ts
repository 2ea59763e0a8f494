import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { repeatsByChance } from '../../../src/analysis/pattern/repeatsByChance.ts'

const options = { places: 3, permutations: 999, seed: 1 }

/** Every way in which n incidents can fall on M places: the counts of each. */
function everyDeal(n: number, places: number): number[][] {
  return Array.from({ length: places ** n }, (_, code) => {
    const counts = new Array<number>(places).fill(0)
    for (let i = 0, rest = code; i < n; i++, rest = Math.floor(rest / places)) counts[rest % places]!++
    return counts
  })
}

describe('repeatsByChance', () => {
  it('by hand: three incidents on three places share one in 5 of 9 on average', () => {
    const result = repeatsByChance([2, 1], options)
    expect(result.share).toBeCloseTo(2 / 3, 12)
    // 1 − (2/3)².
    expect(result.expectedShare).toBeCloseTo(5 / 9, 12)
    // Of 27 deals 18 put two together, 3 all three: 21 with a share of at least 2/3.
    expect(result.pValue).toBeCloseTo(21 / 27, 1)
    // A place with two or more: 21 of 27 deals.
    expect(result.fullestPValue).toBeCloseTo(21 / 27, 1)
    const three = repeatsByChance([3], options)
    expect(three.fullestPValue).toBeCloseTo(3 / 27, 1)
    expect(result).toMatchObject({ n: 3, places: 3, sided: 'one', permutations: 999, seed: 1 })
  })

  it('agrees with every deal counted out', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 4 }), (n, places) => {
        const deals = everyDeal(n, places)
        const mean = (value: (counts: number[]) => number) =>
          deals.reduce((sum, counts) => sum + value(counts), 0) / deals.length
        const shareOf = (counts: number[]) => 1 - counts.filter((count) => count === 1).length / n
        const { expectedShare, expectedPlaces } = repeatsByChance([n], { places, permutations: 0, seed: 1 })
        expect(expectedShare).toBeCloseTo(mean(shareOf), 10)
        for (let k = 0; k <= 6; k++)
          expect(expectedPlaces[k]).toBeCloseTo(
            mean((counts) => counts.filter((c) => c === k).length),
            10,
          )
        const observed = everyDeal(n, places)[Math.floor(deals.length / 2)]!
        const p = deals.filter((counts) => shareOf(counts) >= shareOf(observed) - 1e-12).length / deals.length
        const counts = observed.filter((count) => count > 0)
        const { pValue } = repeatsByChance(counts, { places, permutations: 1999, seed: n * 10 + places })
        expect(Math.abs(pValue - p)).toBeLessThan(0.06)
      }),
      { numRuns: 20 },
    )
  })

  it('has the expected places sum to all places, the incidents to all incidents', () => {
    const { expectedPlaces } = repeatsByChance([1, 1, 1], { places: 40, permutations: 0, seed: 1 })
    expect(expectedPlaces.reduce((sum, places) => sum + places, 0)).toBeCloseTo(40, 10)
    expect(expectedPlaces.reduce((sum, places, k) => sum + k * places, 0)).toBeCloseTo(3, 10)
  })

  it('gives the same p for the same seed; none without permutations', () => {
    const counts = [4, 3, 2, 1, 1, 1, 1, 1, 1]
    const at = (seed: number, permutations = 999) =>
      repeatsByChance(counts, { places: 60, permutations, seed }).pValue
    expect(at(1)).toBe(at(1))
    expect(at(1)).toBeLessThan(0.05)
    expect(Math.abs(at(2) - at(1))).toBeLessThan(0.02)
    expect(at(1, 0)).toBe(1)
  })

  it('knows the extremes: no incident, one, one place, many more than places', () => {
    expect(repeatsByChance([], options)).toMatchObject({ share: NaN, expectedShare: NaN, n: 0, pValue: 1 })
    expect(repeatsByChance([1], options)).toMatchObject({ share: 0, expectedShare: 0, pValue: 1 })
    expect(repeatsByChance([7], { ...options, places: 1 })).toMatchObject({ share: 1, expectedShare: 1 })
    expect(repeatsByChance([7], { ...options, places: 1 }).expectedPlaces[7]).toBe(1)
    expect(repeatsByChance([100_000], { ...options, places: 2, permutations: 1 }).expectedShare).toBe(1)
  })

  it('refuses what is no count, too few places, a broken seed', () => {
    expect(() => repeatsByChance([1.5], options)).toThrow(/counts\[0\] is 1.5/)
    expect(() => repeatsByChance([-1], options)).toThrow(/counts\[0\] is -1/)
    expect(() => repeatsByChance([1, 1, 1, 1], options)).toThrow(/options.places is 3; allowed: .* 4 places/)
    expect(() => repeatsByChance([1], { ...options, places: 2.5 })).toThrow(RangeError)
    expect(() => repeatsByChance([1], { ...options, permutations: -1 })).toThrow(/permutations is -1/)
    expect(() => repeatsByChance([1], { ...options, seed: 0.1 })).toThrow(/seed is 0.1/)
  })
})
