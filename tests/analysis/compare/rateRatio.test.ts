import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { eTest, percentChange, poissonZ, rateRatio } from '../../../src/analysis/index.ts'

describe('rateRatio', () => {
  // R 4.2.2: poisson.test(c(after, before), c(exposureAfter, exposureBefore))
  it.each([
    [207, 110, 12, 12, 0.5314009661836, 0.4177815583049, 0.6728667012753, 5.539228869716e-8],
    [308, 318, 12, 12, 1.032467532468, 0.8799360400753, 1.211566271484, 0.7190935213822],
    [80, 20, 12, 6, 0.5, 0.2900471913614, 0.8242312395618, 0.004035790886057],
    [9, 0, 12, 12, 0, 0, 0.5066301902947, 0.00390625],
    [0, 9, 12, 12, Infinity, 1.973826311887, Infinity, 0.00390625],
    [11, 3, 365, 30, 3.318181818182, 0.59440146635, 12.561108158939, 0.08482504427715],
    [1805, 1410, 12, 12, 0.781163434903, 0.7280820498199, 0.8379870338715, 3.468612863441e-12],
  ])('%d → %d as R does', (before, after, exposureBefore, exposureAfter, ratio, lower, upper, p) => {
    const result = rateRatio(before, after, { exposureBefore, exposureAfter })
    expect(result.ratio).toBeCloseTo(ratio, 11)
    expect(result.interval.lower).toBeCloseTo(lower, 9)
    expect(result.interval.upper).toBeCloseTo(upper, 9)
    expect(result.interval.level).toBe(0.95)
    expect(Math.abs(result.pValue / p - 1)).toBeLessThan(1e-8)
  })

  it('25 against 16', () => {
    const { ratio, interval } = rateRatio(16, 25)
    expect(ratio).toBe(1.5625)
    expect(interval.lower).toBeCloseTo(0.802, 3)
    expect(interval.upper).toBeCloseTo(3.132, 3)
  })

  it('holds for counts in the thousands, with a p that is small but not 0', () => {
    const { interval, pValue } = rateRatio(100_000, 101_000)
    const error = Math.sqrt(1 / 100_000 + 1 / 101_000)
    expect(interval.lower).toBeCloseTo(1.01 * Math.exp(-1.96 * error), 4)
    expect(interval.upper).toBeCloseTo(1.01 * Math.exp(1.96 * error), 4)
    expect(pValue).toBeCloseTo(0.0259, 3)
    expect(rateRatio(5000, 1).pValue).toBeGreaterThan(0)
  })

  it('knows nothing of 0 and 0', () => {
    const { ratio, interval, pValue } = rateRatio(0, 0)
    expect([ratio, interval.lower, interval.upper, pValue]).toEqual([NaN, 0, Infinity, 1])
  })

  it('refuses what is no count, exposure or level', () => {
    expect(() => rateRatio(-1, 2)).toThrow(/before is -1; allowed: a whole number/)
    expect(() => rateRatio(1, 2.5)).toThrow(/after is 2.5/)
    expect(() => rateRatio(1, 2, { exposureAfter: 0 })).toThrow(/exposureAfter is 0/)
    expect(() => rateRatio(1, 2, { level: 95 })).toThrow(/level is 95/)
  })

  it('turns round with its arguments, holds the ratio in its interval and p in (0, 1]', () => {
    const count = fc.integer({ min: 1, max: 60 })
    const exposure = fc.integer({ min: 1, max: 5 })
    fc.assert(
      fc.property(count, count, exposure, exposure, (before, after, exposureBefore, exposureAfter) => {
        const { ratio, interval, pValue } = rateRatio(before, after, { exposureBefore, exposureAfter })
        const turned = rateRatio(after, before, {
          exposureBefore: exposureAfter,
          exposureAfter: exposureBefore,
        })
        expect(ratio * turned.ratio).toBeCloseTo(1, 9)
        expect(Math.abs(interval.lower * turned.interval.upper - 1)).toBeLessThan(1e-6)
        expect(pValue).toBeCloseTo(turned.pValue, 9)
        expect(interval.lower < ratio && ratio < interval.upper).toBe(true)
        expect(pValue > 0 && pValue <= 1).toBe(true)
      }),
    )
  })

  it('keeps the level it promises: p equals the sum of all outcomes no likelier, small counts counted out', () => {
    for (let total = 1; total <= 12; total++)
      for (let after = 0; after <= total; after++) {
        const outcomes = Array.from(
          { length: total + 1 },
          (_, k) => choose(total, k) * 0.25 ** k * 0.75 ** (total - k),
        )
        const p = outcomes.filter((o) => o <= outcomes[after]! * (1 + 1e-7)).reduce((a, b) => a + b, 0)
        expect(rateRatio(total - after, after, { exposureBefore: 3, exposureAfter: 1 }).pValue).toBeCloseTo(
          p,
          12,
        )
      }
  })
})

function choose(n: number, k: number): number {
  let result = 1
  for (let i = 1; i <= k; i++) result = (result * (n - k + i)) / i
  return result
}

describe('percentChange', () => {
  it('207 → 110 is −46.9 %', () => {
    const { change, interval } = percentChange(207, 110)
    expect(change).toBeCloseTo(-0.4686, 4)
    expect([interval.lower, interval.upper]).toEqual([expect.closeTo(-0.5822, 4), expect.closeTo(-0.3271, 4)])
  })

  it('55 → 67, the handbook’s +22 %, may be chance', () => {
    const { change, interval } = percentChange(55, 67)
    expect(change).toBeCloseTo(0.218, 3)
    expect(interval.lower < 0 && interval.upper > 0).toBe(true)
  })

  it('weighs exposure and knows no change on nothing', () => {
    expect(percentChange(100, 50, { exposureBefore: 2, exposureAfter: 1 }).change).toBe(0)
    expect(percentChange(0, 3).change).toBe(Infinity)
    expect(percentChange(0, 0).change).toBeNaN()
  })
})

describe('poissonZ', () => {
  it('is 2(√after − √before)', () => {
    expect(poissonZ(16, 25)).toBe(2)
    expect(poissonZ(207, 110)).toBeCloseTo(-7.798812176473, 11)
    expect(poissonZ(0, 0)).toBe(0)
    expect(() => poissonZ(-1, 0)).toThrow(/before is -1/)
  })
})

describe('eTest', () => {
  it.each([
    [3, 0, 0.0884],
    [6, 2, 0.1749],
    [25, 16, 0.165],
  ])('(%d, %d)', (a, b, p) => {
    expect(eTest(a, b)).toBeCloseTo(p, 3)
    expect(eTest(b, a)).toBeCloseTo(eTest(a, b), 12)
  })

  it('gives the published digits', () => {
    expect(eTest(3, 0)).toBeCloseTo(0.0884, 4)
    expect(eTest(6, 2)).toBeCloseTo(0.1749, 4)
  })

  it('equals the double sum of the definition', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 }), (a, b) => {
        fc.pre(a !== b)
        const rate = (a + b) / 2
        const poisson: number[] = [Math.exp(-rate)]
        for (let k = 1; k < 160; k++) poisson.push((poisson[k - 1]! * rate) / k)
        let p = 0
        for (let i = 0; i < 160; i++)
          for (let j = 0; j < 160; j++)
            if (i + j > 0 && (i - j) ** 2 * (a + b) >= (a - b) ** 2 * (i + j) - 1e-9)
              p += poisson[i]! * poisson[j]!
        expect(eTest(a, b)).toBeCloseTo(p, 9)
      }),
      { numRuns: 60 },
    )
  })

  it('is 1 for equal counts and holds for large ones', () => {
    expect(eTest(0, 0)).toBe(1)
    expect(eTest(7, 7)).toBe(1)
    const z = (10400 - 10000) / Math.sqrt(20400)
    expect(eTest(10000, 10400)).toBeCloseTo(0.00511, 3)
    expect(z).toBeCloseTo(2.8, 1)
    expect(() => eTest(1.5, 0)).toThrow(/before is 1.5/)
  })
})
