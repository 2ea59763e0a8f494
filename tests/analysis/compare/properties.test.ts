import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  eTest,
  percentChange,
  poissonZ,
  rateRatio,
  relativeEffectSize,
  weightedDisplacementDifference,
  weightedDisplacementQuotient,
} from '../../../src/analysis/index.ts'
import { netEffect, netLogRatio } from '../../../src/analysis/compare/netEffect.ts'

const count = fc.integer({ min: 0, max: 300 })
const some = fc.integer({ min: 1, max: 300 })
const pair = fc.record({ before: count, after: count })
const full = fc.record({ before: some, after: some })
const level = fc.constantFrom(0.5, 0.8, 0.9, 0.95, 0.99)

/** P(X ≤ k) of a binomial count, summed term by term in logarithms. */
function binomialCdf(k: number, n: number, share: number): number {
  let [sum, log] = [0, n * Math.log1p(-share)]
  for (let i = 0; i <= k; i++) {
    sum += Math.exp(log)
    log += Math.log((n - i) / (i + 1)) + Math.log(share / (1 - share))
  }
  return sum
}

describe('rateRatio', () => {
  it('has the interval that inverts the binomial tails exactly (Clopper & Pearson 1934)', () => {
    fc.assert(
      fc.property(some, some, level, (before, after, l) => {
        const { interval } = rateRatio(before, after, { level: l })
        const n = before + after
        const share = (ratio: number) => ratio / (1 + ratio)
        expect(binomialCdf(after, n, share(interval.upper))).toBeCloseTo((1 - l) / 2, 7)
        expect(1 - binomialCdf(after - 1, n, share(interval.lower))).toBeCloseTo((1 - l) / 2, 7)
      }),
    )
  })

  it('covers the true ratio at least as often as the level says (exact sum over outcomes)', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 50 }), (n, tenths) => {
        const ratio = tenths / 10
        const p = ratio / (1 + ratio)
        let [held, term] = [0, (1 - p) ** n]
        for (let after = 0; after <= n; after++) {
          const { lower, upper } = rateRatio(n - after, after).interval
          if (lower <= ratio && ratio <= upper) held += term
          term *= (((n - after) / (after + 1)) * p) / (1 - p)
        }
        expect(held).toBeGreaterThanOrEqual(0.95 - 1e-9)
      }),
      { numRuns: 60 },
    )
  })

  it('nests by level, rises with the count after and falls with the count before', () => {
    fc.assert(
      fc.property(count, count, level, level, (before, after, a, b) => {
        const narrow = rateRatio(before, after, { level: Math.min(a, b) }).interval
        const wide = rateRatio(before, after, { level: Math.max(a, b) }).interval
        expect(wide.lower <= narrow.lower && wide.upper >= narrow.upper).toBe(true)
        const more = rateRatio(before, after + 1).interval
        const earlier = rateRatio(before + 1, after).interval
        const here = rateRatio(before, after).interval
        expect(more.lower >= here.lower && more.upper >= here.upper).toBe(true)
        expect(earlier.lower <= here.lower && earlier.upper <= here.upper).toBe(true)
      }),
    )
  })

  it('knows of exposure only the ratio, and percentChange is the ratio less one', () => {
    fc.assert(
      fc.property(some, count, some, some, some, (before, after, e1, e2, unit) => {
        const one = rateRatio(before, after, { exposureBefore: e1, exposureAfter: e2 })
        const other = rateRatio(before, after, { exposureBefore: e1 * unit, exposureAfter: e2 * unit })
        expect(other.ratio).toBeCloseTo(one.ratio, 9)
        expect(other.interval.upper).toBeCloseTo(one.interval.upper, 6)
        expect(other.pValue).toBeCloseTo(one.pValue, 9)
        const { change, interval } = percentChange(before, after, { exposureBefore: e1, exposureAfter: e2 })
        expect(change).toBe(one.ratio - 1)
        expect([interval.lower, interval.upper]).toEqual([one.interval.lower - 1, one.interval.upper - 1])
        expect(change).toBeGreaterThanOrEqual(-1)
      }),
    )
  })

  it('keeps both ends where nothing happened', () => {
    expect(rateRatio(12, 0)).toMatchObject({ ratio: 0, interval: { lower: 0 } })
    expect(rateRatio(0, 12)).toMatchObject({ ratio: Infinity, interval: { upper: Infinity } })
    for (const value of [NaN, Infinity, -1, 0.5]) {
      expect(() => rateRatio(value, 1)).toThrow(/before is/)
      expect(() => percentChange(1, value)).toThrow(/after is/)
    }
    expect(() => rateRatio(1, 1, { exposureBefore: Infinity })).toThrow(/options.exposureBefore is Infinity/)
  })
})

describe('poissonZ and eTest', () => {
  it('turn with their arguments; only equal counts have z 0 and p 1', () => {
    fc.assert(
      fc.property(count, count, (a, b) => {
        expect(poissonZ(a, b)).toBeCloseTo(-poissonZ(b, a), 12)
        expect(eTest(a, b)).toBeCloseTo(eTest(b, a), 12)
        expect(eTest(a, b) > 0 && eTest(a, b) <= 1).toBe(true)
        expect(poissonZ(a, b) === 0).toBe(a === b)
        if (a === b) expect(eTest(a, b)).toBe(1)
      }),
    )
  })

  it('the further apart at the same total, the smaller p', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.nat(), (half, shift) => {
        const by = shift % half
        expect(eTest(half + by + 1, half - by - 1)).toBeLessThanOrEqual(eTest(half + by, half - by) + 1e-12)
      }),
    )
  })

  it('is more powerful than the conditional test in the middle of things, near it in large counts', () => {
    for (const [a, b] of [[3, 0], [6, 2], [25, 16], [12, 4]] as const) expect(eTest(a, b)).toBeLessThan(rateRatio(a, b).pValue) // prettier-ignore
    expect(Math.abs(eTest(5000, 5200) - rateRatio(5000, 5200).pValue)).toBeLessThan(0.003)
  })

  it('rejects at 5 % in about 5 % where both rates are equal (exact sum)', () => {
    for (const mean of [4, 10, 20]) {
      const p = [Math.exp(-mean)]
      for (let k = 1; k < 60; k++) p.push((p[k - 1]! * mean) / k)
      let rejected = 0
      for (let a = 0; a < 60; a++)
        for (let b = 0; b < a; b++)
          if (p[a]! * p[b]! > 1e-12 && eTest(a, b) <= 0.05) rejected += 2 * p[a]! * p[b]!
      expect(rejected).toBeGreaterThan(0.035)
      expect(rejected).toBeLessThan(0.055)
    }
  })

  it('says of a p too small to tell that it is small, not 0', () => {
    expect(eTest(5000, 0)).toBeGreaterThan(0)
    for (const value of [NaN, Infinity, -1]) {
      expect(() => poissonZ(value, 1)).toThrow(/before is/)
      expect(() => poissonZ(1, value)).toThrow(/after is/)
      expect(() => eTest(1, value)).toThrow(/after is/)
    }
  })
})

describe('relativeEffectSize and the net effect', () => {
  it('are one over the other, turn with target and control, and with before and after', () => {
    fc.assert(
      fc.property(full, full, level, (target, control, l) => {
        const size = relativeEffectSize({ target, control }, l)
        const turned = relativeEffectSize({ target: control, control: target }, l)
        expect(size.estimate * turned.estimate).toBeCloseTo(1, 9)
        expect(size.interval.lower * turned.interval.upper).toBeCloseTo(1, 9)
        expect(size.netChange).toBeCloseTo(1 / size.estimate - 1, 9)
        const net = netEffect(target, control, 1, l)
        expect(net.ratio * size.estimate).toBeCloseTo(1, 9)
        expect(net.interval.lower * size.interval.upper).toBeCloseTo(1, 9)
        expect(net.pValue > 0 && net.pValue <= 1).toBe(true)
        expect(net.interval.upper < 1).toBe(net.change < 0 && net.pValue < 1 - l)
      }),
    )
  })

  it('is 1, and 0 net, where both changed alike', () => {
    fc.assert(
      fc.property(full, fc.integer({ min: 1, max: 20 }), ({ before, after }, times) => {
        const control = { before: before * times, after: after * times }
        expect(relativeEffectSize({ target: { before, after }, control }).estimate).toBeCloseTo(1, 12)
        expect(netEffect({ before, after }, control, 1, 0.95).change).toBeCloseTo(0, 12)
      }),
    )
  })

  it('widens with dispersion above 1 alone, and adds ½ only where a count is 0', () => {
    fc.assert(
      fc.property(pair, pair, fc.integer({ min: 0, max: 80 }), (target, control, tenths) => {
        const dispersion = tenths / 10
        const [plain, wide] = [1, dispersion].map((d) => netEffect(target, control, d, 0.95))
        const width = ({ interval }: typeof plain & object) => Math.log(interval.upper / interval.lower)
        expect(width(wide!) / width(plain!)).toBeCloseTo(Math.sqrt(Math.max(1, dispersion)), 9)
        const zero = [target.before, target.after, control.before, control.after].includes(0)
        expect(netLogRatio(target, control).corrected).toBe(zero)
        expect(Number.isFinite(plain!.ratio)).toBe(true)
      }),
    )
  })

  it('refuses what is no count', () => {
    const target = { before: 1, after: 1 }
    expect(() => relativeEffectSize({ target, control: { before: NaN, after: 1 } })).toThrow(
      /control.before is NaN/,
    )
    expect(() => relativeEffectSize({ target: { before: 1, after: -1 }, control: target })).toThrow(/target.after is -1/) // prettier-ignore
  })
})

describe('weightedDisplacementQuotient', () => {
  it('knows of the counts only their ratios, and of a readable one the sign of the ring', () => {
    fc.assert(
      fc.property(
        full,
        full,
        full,
        fc.integer({ min: 2, max: 30 }),
        (target, control, displacement, times) => {
          const { quotient, readable } = weightedDisplacementQuotient({ target, control, displacement })
          const scaled = { before: control.before * times, after: control.after * times }
          const other = weightedDisplacementQuotient({ target, control: scaled, displacement })
          if (readable) expect(other.quotient).toBeCloseTo(quotient, 6)
          const success = target.after / control.after - target.before / control.before
          if (!(Math.abs(success) > 1e-9)) return
          expect(readable).toBe(success < 0)
          const ring = displacement.after / control.after - displacement.before / control.before
          if (readable && Math.abs(ring) > 1e-9) expect(Math.sign(quotient)).toBe(-Math.sign(ring))
        },
      ),
    )
  })

  it('is 1 where the ring fell as the target did, −1 where it rose by as much', () => {
    const control = { before: 100, after: 100 }
    const quotient = (displacement: { before: number; after: number }) =>
      weightedDisplacementQuotient({ target: { before: 50, after: 30 }, control, displacement }).quotient
    expect(quotient({ before: 80, after: 60 })).toBeCloseTo(1, 12)
    expect(quotient({ before: 80, after: 100 })).toBeCloseTo(-1, 12)
    expect(quotient({ before: 80, after: 80 })).toBeCloseTo(0, 12)
  })
})

describe('weightedDisplacementDifference', () => {
  it('knows of exposure only the ratio; weights and exposure 1 are none', () => {
    fc.assert(
      fc.property(pair, pair, some, some, fc.integer({ min: 2, max: 9 }), (target, control, e1, e2, unit) => {
        const one = weightedDisplacementDifference({ target, control }, { exposureBefore: e1, exposureAfter: e2 }) // prettier-ignore
        const other = weightedDisplacementDifference({ target, control }, { exposureBefore: e1 * unit, exposureAfter: e2 * unit }) // prettier-ignore
        expect(other.estimate).toBeCloseTo(one.estimate, 6)
        expect(other.standardError).toBeCloseTo(one.standardError, 6)
        const plain = weightedDisplacementDifference({ target, control })
        expect(plain.estimate).toBe(target.after - target.before - (control.after - control.before))
      }),
    )
  })
})
