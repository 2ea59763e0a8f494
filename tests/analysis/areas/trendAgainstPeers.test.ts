import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { trendAgainstPeers } from '../../../src/analysis/index.ts'

const Z = 1.959963984540054

describe('trend of an area against its peers', () => {
  it('is 2 where the area doubles each step and its peers stand still', () => {
    const trend = trendAgainstPeers([10, 20, 40, 80], [100, 100, 100, 100])!
    expect(trend.ratio).toBeCloseTo(2, 9)
    expect(trend.steps).toBe(4)
    expect(trend.dispersion).toBeLessThan(1e-12)
  })

  // R 4.2.2: glm(cbind(own, peers) ~ t, family = binomial), and pchisq(drop in deviance / max(1, Pearson dispersion), 1)
  it('is what R fits where counts keep to the trend', () => {
    const trend = trendAgainstPeers([12, 15, 22, 30, 41], [210, 198, 220, 205, 215])!
    expect(Math.log(trend.ratio)).toBeCloseTo(0.30821984947751485, 9)
    expect(Math.log(trend.upper) - Math.log(trend.ratio)).toBeCloseTo(Z * 0.072467124519180637, 6)
    expect(trend.dispersion).toBeCloseTo(0.02254661580148511, 8)
    expect(trend.pValue / 1.1623956628312712e-5).toBeCloseTo(1, 8)
  })

  it('is what R fits where counts jump about it: the dispersion makes the interval wider and the p-value larger', () => {
    const trend = trendAgainstPeers([5, 40, 8, 60, 3, 33], [300, 290, 310, 280, 305, 295])!
    expect(Math.log(trend.ratio)).toBeCloseTo(0.095846163215491817, 8)
    expect(trend.dispersion).toBeCloseTo(25.915551572781816, 6)
    expect(trend.pValue).toBeCloseTo(0.70899078107983771, 7)
    expect(Math.log(trend.ratio) - Math.log(trend.lower)).toBeCloseTo(
      Z * 0.050640020453442881 * Math.sqrt(25.915551572781816),
      5,
    )
  })

  it('says nothing of fewer than three steps that hold a count, or of a side without any', () => {
    expect(trendAgainstPeers([1, 2], [3, 4])).toBeUndefined()
    expect(trendAgainstPeers([1, 0, 0, 2], [3, 0, 0, 4])).toBeUndefined()
    expect(trendAgainstPeers([0, 0, 0], [3, 4, 5])).toBeUndefined()
    expect(trendAgainstPeers([3, 4, 5], [0, 0, 0])).toBeUndefined()
    expect(trendAgainstPeers([], [])).toBeUndefined()
  })

  it('refuses what is no count, and columns of unequal length', () => {
    expect(() => trendAgainstPeers([1, 2, 3], [1, 2])).toThrow('peers.length is 2')
    expect(() => trendAgainstPeers([1, 2, 0.5], [1, 2, 3])).toThrow('own[2] is 0.5')
    expect(() => trendAgainstPeers([1, 2, 3], [1, -2, 3])).toThrow('peers[1] is -2')
    expect(() => trendAgainstPeers([1, 2, 3], [1, 2, 3], 1)).toThrow('level is 1')
  })

  const series = fc.array(fc.tuple(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 500 })), {
    minLength: 3,
    maxLength: 12,
  })

  it('turns about where time runs backwards or the sides change places', () => {
    fc.assert(
      fc.property(series, (pairs) => {
        const own = pairs.map(([a]) => a)
        const peers = pairs.map(([, b]) => b)
        const trend = trendAgainstPeers(own, peers)!
        const back = trendAgainstPeers(own.toReversed(), peers.toReversed())!
        expect(Math.log(back.ratio)).toBeCloseTo(-Math.log(trend.ratio), 6)
        expect(back.pValue).toBeCloseTo(trend.pValue, 6)
        const swapped = trendAgainstPeers(peers, own)!
        expect(Math.log(swapped.ratio)).toBeCloseTo(-Math.log(trend.ratio), 6)
        expect(trend.lower).toBeLessThanOrEqual(trend.ratio)
        expect(trend.pValue).toBeGreaterThan(0)
        expect(trend.pValue).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('is 1 with p 1 where the area is the same share of each step', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 3, maxLength: 12 }), (steps) => {
        const trend = trendAgainstPeers(steps.map((n) => 2 * n), steps.map((n) => 5 * n))! // prettier-ignore
        expect(trend.ratio).toBeCloseTo(1, 9)
        expect(trend.pValue).toBeCloseTo(1, 4)
      }),
    )
  })
})
