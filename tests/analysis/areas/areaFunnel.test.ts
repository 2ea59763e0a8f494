import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { areaFunnel } from '../../../src/analysis/areas/areaFunnel.ts'
import { funnelLimits } from '../../../src/analysis/areas/funnelLimits.ts'
import { poissonTwoSidedP } from '../../../src/analysis/areas/poissonTwoSidedP.ts'

/** P(X = k), by logarithms. */
function poisson(k: number, mean: number): number {
  let log = -mean + k * Math.log(mean)
  for (let j = 2; j <= k; j++) log -= Math.log(j)
  return Math.exp(log)
}

function tails(k: number, mean: number) {
  let below = 0
  for (let j = 0; j <= k; j++) below += poisson(j, mean)
  return { below, above: 1 - below + poisson(k, mean) }
}

describe('poissonTwoSidedP', () => {
  it('is twice the smaller tail', () => {
    expect(poissonTwoSidedP(3, 10)).toBeCloseTo(2 * Math.exp(-10) * (1 + 10 + 50 + 1000 / 6), 12)
    for (const [k, mean] of [
      [0, 3],
      [10, 3.2],
      [25, 16],
      [16, 16],
    ] as const) {
      const { below, above } = tails(k, mean)
      expect(poissonTwoSidedP(k, mean)).toBeCloseTo(Math.min(1, 2 * Math.min(below, above)), 10)
    }
  })

  it('is below 1 − level exactly outside the funnel', () => {
    fc.assert(
      fc.property(
        fc.nat(200),
        fc.double({ min: 0.05, max: 150, noNaN: true }),
        fc.constantFrom(0.95, 0.998),
        (count, expected, level) => {
          const { lower, upper } = funnelLimits(expected, level)
          const p = poissonTwoSidedP(count, expected)
          fc.pre(Math.abs(p - (1 - level)) > 1e-9)
          expect(p < 1 - level).toBe(count < lower || count > upper)
        },
      ),
    )
  })

  it('gives a count of shares the larger tail of its neighbours', () => {
    expect(poissonTwoSidedP(12.4, 5)).toBe(poissonTwoSidedP(12, 5))
    expect(poissonTwoSidedP(1.4, 9)).toBe(poissonTwoSidedP(2, 9))
    expect(poissonTwoSidedP(0.4, 0.2)).toBe(1)
  })

  it('refuses an expectation of none', () => {
    expect(() => poissonTwoSidedP(3, 0)).toThrow(/expected is 0/)
    expect(() => poissonTwoSidedP(-1, 1)).toThrow(/observed is -1/)
  })
})

describe('areaFunnel', () => {
  const counts = [30, 5, 100, 2]
  const population = [1000, 1000, 2000, 1000]

  it('expects the common rate of every area and names those outside', () => {
    const funnel = areaFunnel(counts, population)
    expect(funnel.rate).toBeCloseTo(137 / 5000, 12)
    expect([...funnel.expected]).toEqual([27.4, 27.4, 54.8, 27.4].map((e) => expect.closeTo(e, 10)))
    expect(funnel.place).toEqual(['within', 'farBelow', 'farAbove', 'farBelow'])
    // methods.md, the same table smoothed.
    expect([...funnel.smoothed]).toEqual(
      [0.02984, 0.00639, 0.04927, 0.00358].map((r) => expect.closeTo(r, 5)),
    )
    const chi = [30 - 27.4, 5 - 27.4, 2 - 27.4].reduce((s, d) => s + d ** 2 / 27.4, (100 - 54.8) ** 2 / 54.8)
    expect(funnel.dispersion).toBeCloseTo(chi / 3, 10)
    expect(Math.max(...funnel.qValue)).toBeCloseTo(funnel.pValue[0], 12)
  })

  it('tells the inner limits from the outer', () => {
    // Expected 20 each: 95 % limits 12-29, 99.8 % 8-35.
    const funnel = areaFunnel([11, 30, 19], [10, 10, 10])
    expect(funnel.expected[0]).toBe(20)
    expect(funnel.place).toEqual(['below', 'above', 'within'])
  })

  it('adds up: Σ expected = Σ observed, and equal rates spread less than chance', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(300), fc.integer({ min: 1, max: 5000 })), { minLength: 2 }),
        (rows) => {
          fc.pre(rows.some(([count]) => count > 0))
          const funnel = areaFunnel(
            rows.map(([count]) => count),
            rows.map(([, people]) => people),
          )
          const sum = (values: Iterable<number>) => [...values].reduce((a, b) => a + b, 0)
          expect(sum(funnel.expected)).toBeCloseTo(sum(rows.map(([count]) => count)), 6)
          expect(funnel.dispersion).toBeGreaterThanOrEqual(0)
        },
      ),
    )
    expect(areaFunnel([10, 20, 40], [1, 2, 4]).dispersion).toBe(0)
    expect(areaFunnel([10], [5]).dispersion).toBeNaN()
  })

  it('refuses what it cannot judge', () => {
    expect(() => areaFunnel([], [])).toThrow(/counts.length is 0/)
    expect(() => areaFunnel([1], [1, 2])).toThrow(/population.length/)
    expect(() => areaFunnel([1, 2], [1, 0])).toThrow(/population\[1\] is 0/)
    expect(() => areaFunnel([0, 0], [1, 2])).toThrow(/counts \(sum\) is 0/)
  })
})
