import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cosineLikeness, rankControls, trendBeforeP } from '../../../src/analysis/index.ts'

const DAYS = { before: 365, after: 365 }
const place = (name: string, before: number, more = {}) => ({
  name,
  before,
  baseline: 2 * before,
  preTrendP: 0.8 as number | null,
  mixLikeness: 0.9,
  ...more,
})

describe('ranked controls', () => {
  it('put comparable places first, then the likest', () => {
    const ranked = rankControls(
      [
        place('too large', 600),
        place('another trend', 100, { preTrendP: 0.01 }),
        place('untested', 100, { preTrendP: null }),
        place('half', 50),
        place('alike', 98),
        place('alike, other crimes', 98, { mixLikeness: 0.2 }),
        place('too few', 4),
      ],
      { before: 100, baseline: 200 },
      DAYS,
    )
    expect(ranked.filter(({ comparable }) => comparable).map(({ name }) => name)).toEqual(['alike', 'half', 'alike, other crimes']) // prettier-ignore
    expect(ranked[0]).toMatchObject({ levelRatio: 0.98, distance: expect.closeTo(0.31, 2) })
  })

  it('go by the whole record, so that a chance peak in the period before is not taken for likeness', () => {
    const peak = place('peak', 100, { baseline: 110 })
    const steady = place('steady', 90, { baseline: 190 })
    const ranked = rankControls([peak, steady], { before: 100, baseline: 200 }, DAYS)
    expect(ranked.map(({ name }) => name)).toEqual(['steady', 'peak'])
  })

  it('ask for enough incidents in either period', () => {
    const [only] = rankControls([place('a', 12)], { before: 10, baseline: 20 }, { before: 365, after: 90 })
    expect(only!.comparable).toBe(false)
  })

  it('are the same places, whatever their order', () => {
    const likeness = fc.record({
      before: fc.nat(500),
      baseline: fc.nat(1500),
      preTrendP: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
      mixLikeness: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    fc.assert(
      fc.property(fc.array(likeness, { maxLength: 20 }), (places) => {
        const ranked = rankControls(places, { before: 50, baseline: 120 }, DAYS)
        expect(ranked).toHaveLength(places.length)
        for (let i = 1; i < ranked.length; i++) {
          const [a, b] = [ranked[i - 1]!, ranked[i]!]
          expect(a.comparable || !b.comparable).toBe(true)
          if (a.comparable === b.comparable) expect(a.distance).toBeLessThanOrEqual(b.distance)
        }
      }),
    )
  })

  it('refuse counts that are none', () => {
    expect(() => rankControls([place('a', 1.5)], { before: 10, baseline: 20 }, DAYS)).toThrow(RangeError)
    expect(() => rankControls([], { before: 10, baseline: -1 }, DAYS)).toThrow(RangeError)
  })
})

it('cosine: 1 for the same shares, 0 for nothing in common or nothing at all', () => {
  expect(cosineLikeness([1, 2, 3], [10, 20, 30])).toBeCloseTo(1)
  expect(cosineLikeness([1, 0], [0, 5])).toBe(0)
  expect(cosineLikeness([0, 0], [1, 1])).toBe(0)
  expect(cosineLikeness([1, 1], [1, 0])).toBeCloseTo(Math.SQRT1_2)
})

it('the trend before: alike is not refused, apart is, and too little says nothing', () => {
  const flat = Array.from({ length: 24 }, () => 10)
  const rising = flat.map((_, i) => 2 + i)
  expect(trendBeforeP(flat, flat)).toBeCloseTo(1)
  expect(trendBeforeP(flat, rising)!).toBeLessThan(0.01)
  expect(trendBeforeP([1, 0, 2, 0, 0], [0, 1, 1, 2, 3])).toBeNull()
})
