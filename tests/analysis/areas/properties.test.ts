import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  areaIndex,
  assignToAreas,
  empiricalBayesRates,
  funnelLimits,
  poissonLimits,
  rates,
} from '../../../src/analysis/index.ts'

const level = fc.constantFrom(0.5, 0.9, 0.95, 0.99, 0.998)
const probability = (mean: number, last: number) => {
  const p = [Math.exp(-mean)]
  for (let k = 1; k <= last; k++) p.push((p[k - 1]! * mean) / k)
  return p
}

describe('poissonLimits', () => {
  it('hold the mean at least as often as the level says, for any mean (exact sum over counts)', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 600 }), level, (twentieths, l) => {
        const mean = twentieths / 20
        let held = 0
        probability(mean, 120).forEach((p, count) => {
          const { lower, upper } = poissonLimits(count, l)
          if (lower <= mean && mean <= upper) held += p
        })
        expect(held).toBeGreaterThanOrEqual(l - 1e-9)
      }),
      { numRuns: 60 },
    )
  })

  it('rise with the count, hold it, and nest by level', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), level, level, (count, a, b) => {
        const [narrow, wide] = [poissonLimits(count, Math.min(a, b)), poissonLimits(count, Math.max(a, b))]
        expect(wide.lower).toBeLessThanOrEqual(narrow.lower)
        expect(wide.upper).toBeGreaterThanOrEqual(narrow.upper)
        // At 50 % and above the interval holds the count itself.
        expect(narrow.lower <= count && count <= narrow.upper).toBe(true)
        const next = poissonLimits(count + 1, a)
        const here = poissonLimits(count, a)
        expect(next.lower > here.lower && next.upper > here.upper).toBe(true)
      }),
    )
  })
})

describe('funnelLimits', () => {
  it('nest by level, rise with the expectation and hold it but for rounding to whole counts', () => {
    const expectation = fc.integer({ min: 0, max: 2_000_000 }).map((thousandths) => thousandths / 1000)
    fc.assert(
      fc.property(expectation, level, level, (expected, a, b) => {
        const [narrow, wide] = [
          funnelLimits(expected, Math.min(a, b)),
          funnelLimits(expected, Math.max(a, b)),
        ]
        expect(wide.lower).toBeLessThanOrEqual(narrow.lower)
        expect(wide.upper).toBeGreaterThanOrEqual(narrow.upper)
        expect(narrow.lower <= Math.ceil(expected) && Math.floor(expected) <= narrow.upper).toBe(true)
        const more = funnelLimits(expected + 1, a)
        const here = funnelLimits(expected, a)
        expect(more.lower >= here.lower && more.upper >= here.upper).toBe(true)
        expect(Number.isInteger(here.lower) && Number.isInteger(here.upper)).toBe(true)
      }),
    )
  })

  it('narrows as the expectation grows: a funnel', () => {
    const width = (expected: number) => {
      const { lower, upper } = funnelLimits(expected, 0.998)
      return (upper - lower) / expected
    }
    // 2 × 3.09 / √E
    for (const expected of [100, 1e4, 1e6]) {
      expect(width(expected) / (6.18 / Math.sqrt(expected))).toBeCloseTo(1, 1)
      expect(width(expected)).toBeLessThan(width(expected / 4))
    }
  })

  it('refuses what is no expectation or level', () => {
    for (const expected of [NaN, Infinity, -0.1]) expect(() => funnelLimits(expected)).toThrow(/expected is/)
    for (const l of [0, 1, NaN, 95]) expect(() => funnelLimits(4, l)).toThrow(/level is/)
  })
})

const areas = fc.array(
  fc.record({ count: fc.integer({ min: 0, max: 500 }), population: fc.integer({ min: 1, max: 20_000 }) }),
  { minLength: 1, maxLength: 25 },
)

describe('rates', () => {
  it('scale with `per`, hold the rate in their limits, and are NaN exactly where nobody is known to live', () => {
    const unknown = fc.constantFrom(NaN, 0, -5)
    fc.assert(
      fc.property(areas, fc.option(unknown, { nil: undefined }), fc.nat(), (list, none, at) => {
        const population = list.map((a, i) =>
          none !== undefined && i === at % list.length ? none : a.population,
        )
        const counts = list.map((a) => a.count)
        const [one, many] = [rates(counts, population, 1), rates(counts, population, 1000)]
        population.forEach((p, i) => {
          expect(Number.isNaN(one.rates[i])).toBe(!(p > 0))
          if (!(p > 0)) return expect([one.lower[i], one.upper[i]]).toEqual([NaN, NaN])
          expect(many.rates[i]! / 1000).toBeCloseTo(one.rates[i]!, 9)
          expect(one.rates[i]).toBeCloseTo(counts[i]! / p, 12)
          expect(one.lower[i]! <= one.rates[i]! && one.rates[i]! < one.upper[i]!).toBe(true)
          if (counts[i] === 0) expect([one.rates[i], one.lower[i]]).toEqual([0, 0])
        })
      }),
    )
  })

  it('refuses counts, populations and levels that are none; no area gives no rate', () => {
    expect(rates([], [], 1000).rates).toHaveLength(0)
    expect(() => rates([1.5], [0], 1)).toThrow(/counts\[0\] is 1.5/)
    expect(() => rates([1, -1], [5, NaN], 1)).toThrow(/counts\[1\] is -1/)
    expect(() => rates([1], [Infinity], 1)).toThrow(/population\[0\] is Infinity/)
    expect(() => rates([], [], 1000, 95)).toThrow(/level is 95/)
    for (const per of [0, -1, NaN, Infinity]) expect(() => rates([1], [1], per)).toThrow(/per is/)
  })
})

describe('empiricalBayesRates', () => {
  const columns = (list: { count: number; population: number }[]) =>
    [list.map((a) => a.count), list.map((a) => a.population)] as const

  it('keeps the order of areas of one size, whatever the order they come in', () => {
    fc.assert(
      fc.property(areas, fc.integer({ min: 1, max: 9000 }), (list, size) => {
        const counts = list.map((a) => a.count)
        const { rates: smooth } = empiricalBayesRates(counts, counts.map(() => size)) // prettier-ignore
        counts.forEach((a, i) =>
          counts.forEach((b, j) => {
            if (a <= b) expect(smooth[i]).toBeLessThanOrEqual(smooth[j]! + 1e-15)
          }),
        )
        const turned = empiricalBayesRates([...counts].reverse(), counts.map(() => size)) // prettier-ignore
        smooth.forEach((rate, i) => expect(turned.rates[counts.length - 1 - i]).toBeCloseTo(rate, 12))
      }),
    )
  })

  it('shrinks a small area more than a large one of the same rate', () => {
    fc.assert(
      fc.property(
        areas,
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 2, max: 40 }),
        (list, tenths, times) => {
          const both = [
            ...list,
            { count: tenths, population: 1000 },
            { count: tenths * times, population: 1000 * times },
          ]
          const { rates: smooth, mean } = empiricalBayesRates(...columns(both))
          const [small, large] = [smooth[list.length]!, smooth[list.length + 1]!]
          expect(Math.abs(small - mean)).toBeLessThanOrEqual(Math.abs(large - mean) + 1e-15)
        },
      ),
    )
  })

  it('is the same per inhabitant of any unit: all populations times ten, all rates through ten', () => {
    fc.assert(
      fc.property(areas, (list) => {
        const [counts, population] = columns(list)
        const one = empiricalBayesRates(counts, population)
        const tenfold = empiricalBayesRates(counts, population.map((p) => p * 10)) // prettier-ignore
        one.rates.forEach((rate, i) => expect(tenfold.rates[i]! * 10).toBeCloseTo(rate, 9))
        expect(tenfold.mean * 10).toBeCloseTo(one.mean, 12)
      }),
    )
  })

  it('refuses counts that are none', () => {
    expect(() => empiricalBayesRates([NaN], [1])).toThrow(/counts\[0\] is NaN/)
    expect(() => empiricalBayesRates([-1], [1])).toThrow(/counts\[0\] is -1/)
    expect(() => empiricalBayesRates([1], [1, 2])).toThrow(/population.length is 2/)
    expect(() => empiricalBayesRates([1], [Infinity])).toThrow(/population\[0\] is Infinity/)
  })
})

describe('areas with a corner that is none', () => {
  const bad = [[[[0, 0], [10, NaN], [10, 10], [0, 0]]]] // prettier-ignore
  it('are refused, and named', () => {
    expect(() => areaIndex([[], bad])).toThrow(/areas\[1\] \(a corner\) is 10, NaN/)
    expect(() => assignToAreas([1], [1], [bad])).toThrow(RangeError)
    expect(areaIndex([]).find(0, 0)).toBe(-1)
  })
})
