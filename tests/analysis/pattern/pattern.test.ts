import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  concentration,
  lorenzCurve,
  nearestNeighbourIndex,
  predictiveAccuracyIndex,
} from '../../../src/analysis/index.ts'
import { seeded } from '../seeded.ts'

describe('concentration', () => {
  const padded = (counts: number[]) => [...counts, ...Array<number>(7).fill(0)]
  it('corrects for fewer incidents than units', () => {
    expect(concentration(padded([3, 1, 1])).generalisedGini).toBeCloseTo(0.56, 12)
    expect(concentration(padded([5, 2, 1])).generalisedGini).toBeCloseTo(0.75, 12)
    expect(concentration([1, 0, 0, 0]).gini).toBeCloseTo(0.75, 12)
    expect(concentration([1, 0, 0, 0]).generalisedGini).toBeCloseTo(0, 12)
  })

  it('tells the share of units that hold 25, 50 and 80 % of the incidents', () => {
    expect(concentration(padded([5, 2, 1])).shareOfUnits).toEqual([
      { incidents: 0.25, units: 0.1 },
      { incidents: 0.5, units: 0.1 },
      { incidents: 0.8, units: 0.2 },
    ])
  })

  it('is 0 where all are equal, and says nothing of nothing', () => {
    expect(concentration([4, 4, 4]).gini).toBeCloseTo(0, 12)
    expect(concentration([4, 4, 4]).shareOfUnits[1]!.units).toBeCloseTo(2 / 3, 12)
    expect(concentration([0, 0]).gini).toBeNaN()
    expect(concentration([]).shareOfUnits[0]!.units).toBeNaN()
    expect(() => concentration([1, -1])).toThrow(/counts\[1\] is -1/)
  })

  it('lies in [0, 1) and does not mind order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 40 }), (counts) => {
        fc.pre(counts.some((c) => c > 0))
        const { gini, generalisedGini } = concentration(counts)
        expect(gini >= -1e-12 && gini < 1 && generalisedGini >= -1e-12 && generalisedGini < 1).toBe(true)
        expect(concentration([...counts].reverse()).gini).toBeCloseTo(gini, 12)
      }),
    )
  })
})

describe('concentration and its bounds', () => {
  it('equals the mean absolute difference, and G where there are as many incidents as units', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 15 }), { minLength: 1, maxLength: 25 }), (counts) => {
        const total = counts.reduce((a, b) => a + b, 0)
        fc.pre(total > 0)
        const result = concentration(counts)
        let differences = 0
        for (const a of counts) for (const b of counts) differences += Math.abs(a - b)
        // G = Σᵢⱼ|xᵢ − xⱼ| / (2N·ΣX)
        expect(result.gini).toBeCloseTo(differences / (2 * counts.length * total), 12)
        const factor = Math.max(1, counts.length / total)
        expect(result.generalisedGini).toBeCloseTo(factor * (result.gini - 1) + 1, 12)
        if (total >= counts.length) expect(result.generalisedGini).toBeCloseTo(result.gini, 12)
        expect(result).toMatchObject({ units: counts.length, incidents: total })
        const shares = result.shareOfUnits.map(({ units }) => units)
        expect(shares[0]! <= shares[1]! && shares[1]! <= shares[2]! && shares[2]! <= 1).toBe(true)
      }),
    )
  })

  it('is 0 for the most even spread of few incidents, and never below for shares of incidents', () => {
    expect(concentration([1, 1, 0, 0, 0]).generalisedGini).toBeCloseTo(0, 14)
    expect(concentration([0.5, 0.5, 0.5, 0.5])).toMatchObject({ gini: 0, generalisedGini: 0, incidents: 2 })
    expect(concentration([7])).toMatchObject({ gini: 0, generalisedGini: 0 })
    expect(concentration([3, 0]).generalisedGini).toBe(0.5)
    expect(concentration([]).generalisedGini).toBeNaN()
    for (const bad of [NaN, Infinity, -0.5])
      expect(() => concentration([1, bad])).toThrow(
        `counts[1] is ${bad}; allowed: a finite number, 0 or above`,
      )
  })
})

describe('lorenzCurve', () => {
  it('by hand: 0, 1, 3', () => {
    const { units, incidents } = lorenzCurve([3, 0, 1])
    expect(Array.from(units)).toEqual([0, 1 / 3, 2 / 3, 1])
    expect(Array.from(incidents)).toEqual([0, 0, 0.25, 1])
  })

  it('runs from 0 to 1 under the diagonal, bends upwards, and bounds the area G', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 30 }), (counts) => {
        fc.pre(counts.some((c) => c > 0))
        const { units, incidents } = lorenzCurve(counts)
        expect([units[0], incidents[0], units.at(-1)]).toEqual([0, 0, 1])
        expect(incidents.at(-1)).toBeCloseTo(1, 12)
        let area = 0
        for (let k = 1; k < units.length; k++) {
          area += ((units[k]! - units[k - 1]!) * (incidents[k]! + incidents[k - 1]!)) / 2
          expect(incidents[k]! <= units[k]! + 1e-12).toBe(true)
          if (k > 1)
            expect(incidents[k]! - incidents[k - 1]!).toBeGreaterThanOrEqual(
              incidents[k - 1]! - incidents[k - 2]! - 1e-12,
            )
        }
        expect(1 - 2 * area).toBeCloseTo(concentration(counts).gini, 12)
      }),
    )
  })

  it('says nothing of nothing', () => {
    expect(lorenzCurve([])).toEqual({ units: Float64Array.of(0), incidents: Float64Array.of(NaN) })
    expect(Array.from(lorenzCurve([0, 0]).incidents)).toEqual([NaN, NaN, NaN])
    expect(() => lorenzCurve([1, -2])).toThrow(/counts\[1\] is -2/)
  })
})

describe('predictiveAccuracyIndex', () => {
  it('refuses what cannot be ranked or counted', () => {
    expect(() => predictiveAccuracyIndex([1, 2], [1, NaN], 1)).toThrow(/predicted\[1\] is NaN/)
    expect(() => predictiveAccuracyIndex([1, -2], [1, 2], 1)).toThrow(/observed\[1\] is -2/)
    expect(() => predictiveAccuracyIndex([NaN, 2], [1, 2], 1)).toThrow(/observed\[0\] is NaN/)
    expect(() => predictiveAccuracyIndex([1, 2], [1, 2], 0)).toThrow(/units is 0; allowed: 1 to 2/)
    expect(() => predictiveAccuracyIndex([1, 2], [1, 2], 1.5)).toThrow(RangeError)
    expect(() => predictiveAccuracyIndex([], [], 1)).toThrow(/units is 1; allowed: 1 to 0/)
  })

  it('takes the first of equals, and carries its two shares', () => {
    expect(predictiveAccuracyIndex([4, 1, 0, 0], [2, 2, 2, 2], 1)).toEqual({
      pai: 0.8 / 0.25,
      pei: 1,
      hitRate: 0.8,
      unitShare: 0.25,
    })
    expect(predictiveAccuracyIndex([5], [0], 1)).toEqual({ pai: 1, pei: 1, hitRate: 1, unitShare: 1 })
  })

  it('PEI is in [0, 1] and 1 for a prediction in the order of the outcome; choosing all is PAI 1', () => {
    const counts = fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 })), {
      minLength: 1,
      maxLength: 30,
    })
    fc.assert(
      fc.property(counts, fc.nat(), (pairs, pick) => {
        const observed = pairs.map(([a]) => a)
        const predicted = pairs.map(([, b]) => b)
        fc.pre(observed.some((c) => c > 0))
        const units = 1 + (pick % pairs.length)
        const { pai, pei, hitRate, unitShare } = predictiveAccuracyIndex(observed, predicted, units)
        expect(pei >= 0 && pei <= 1).toBe(true)
        expect(pai).toBeCloseTo(hitRate / unitShare, 12)
        expect(predictiveAccuracyIndex(observed, observed, units).pei).toBe(1)
        expect(predictiveAccuracyIndex(observed, predicted, pairs.length).pai).toBeCloseTo(1, 12)
      }),
    )
  })

  it('observed (6,3,0), predicted (3,2,1): 2, 1.5, 1', () => {
    const at = (units: number) => predictiveAccuracyIndex([6, 3, 0], [3, 2, 1], units)
    expect([at(1).pai, at(2).pai, at(3).pai]).toEqual([2, 1.5, 1].map((v) => expect.closeTo(v, 12)))
    expect([at(1).pei, at(2).pei, at(3).pei]).toEqual([1, 1, 1])
  })

  it('measures against the best that could be reached', () => {
    expect(predictiveAccuracyIndex([0, 3, 6], [3, 2, 1], 1)).toMatchObject({ pai: 0, pei: 0 })
    expect(predictiveAccuracyIndex([0, 3, 6], [3, 2, 1], 2).pei).toBeCloseTo(3 / 9, 12)
    expect(predictiveAccuracyIndex([0, 0], [1, 2], 1).pai).toBeNaN()
    expect(() => predictiveAccuracyIndex([1, 2], [1, 2], 3)).toThrow(/units is 3; allowed: 1 to 2/)
    expect(() => predictiveAccuracyIndex([1, 2], [1], 1)).toThrow(RangeError)
  })
})

describe('nearestNeighbourIndex', () => {
  it('expects 111.80 m of 500 points on 25 km², SE 2.614', () => {
    const r = seeded(1)
    const points = {
      x: Array.from({ length: 500 }, () => r() * 5000),
      y: Array.from({ length: 500 }, () => r() * 5000),
    }
    const result = nearestNeighbourIndex(points, 25e6)
    expect(result.expected).toBeCloseTo(111.8, 1)
    expect(result.standardError).toBeCloseTo(2.614, 3)
    expect(result.index).toBeCloseTo(result.observed / result.expected, 12)
    expect(Math.abs(result.z)).toBeLessThan(4)
  })

  it('is 2 for a square lattice, 0 for coincident points', () => {
    const x = Array.from({ length: 100 }, (_, i) => (i % 10) * 50)
    const y = Array.from({ length: 100 }, (_, i) => Math.floor(i / 10) * 50)
    expect(nearestNeighbourIndex({ x, y }, 250_000).index).toBeCloseTo(2, 12)
    expect(nearestNeighbourIndex({ x: [3, 3, 3], y: [4, 4, 4] }, 100).index).toBe(0)
    expect(nearestNeighbourIndex({ x: [0, NaN, 30], y: [0, 1, 40] }, 100).observed).toBe(50)
    expect(nearestNeighbourIndex({ x: [0, 10, 30], y: [0, 0, 0] }, 100).observed).toBeCloseTo(40 / 3, 12)
  })

  it('gives z its two-sided p, and tells what it used', () => {
    const { z, pValue, sided, n, dropped } = nearestNeighbourIndex({ x: [0, 40, NaN], y: [0, 0, 1] }, 6400)
    // Expected 0.5·√(6400/2) = 28.28; SE 0.26136·√6400/2 = 10.45
    expect(z).toBeCloseTo((40 - 28.2843) / (0.261362 * 40), 3)
    expect(pValue).toBeCloseTo(0.2624, 3)
    expect({ sided, n, dropped }).toEqual({ sided: 'two', n: 2, dropped: 1 })
  })

  it('does not change with the unit of length, and p lies in (0, 1]', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: 2, max: 60 }),
        fc.integer({ min: 1, max: 1000 }),
        (seed, n, f) => {
          const r = seeded(seed)
          const x = Array.from({ length: n }, () => r() * 100)
          const y = Array.from({ length: n }, () => r() * 100)
          const one = nearestNeighbourIndex({ x, y }, 1e4)
          const scaled = nearestNeighbourIndex(
            { x: x.map((v) => v * f), y: y.map((v) => v * f) },
            1e4 * f * f,
          )
          expect(scaled.index).toBeCloseTo(one.index, 9)
          expect(scaled.z).toBeCloseTo(one.z, 8)
          expect(one.pValue > 0 && one.pValue <= 1).toBe(true)
        },
      ),
    )
  })

  it('refuses fewer than two points and no area', () => {
    expect(() => nearestNeighbourIndex({ x: [], y: [] }, 100)).toThrow(/points \(placed\) is 0/)
    expect(() => nearestNeighbourIndex({ x: [1, NaN], y: [1, 1] }, 100)).toThrow(/points \(placed\) is 1/)
    for (const area of [NaN, -1, Infinity])
      expect(() => nearestNeighbourIndex({ x: [1, 2], y: [1, 2] }, area)).toThrow(RangeError)
    expect(() => nearestNeighbourIndex({ x: [1, 2], y: [1] }, 9)).toThrow(/points.y.length is 1/)
    expect(() => nearestNeighbourIndex({ x: [1], y: [1] }, 100)).toThrow(/at least 2/)
    expect(() => nearestNeighbourIndex({ x: [1, 2], y: [1, 2] }, 0)).toThrow(/areaSquareMetres is 0/)
  })

  it('finds the same distances as comparing all pairs', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: 2, max: 120 }),
        fc.constantFrom(1, 0.001, 30),
        (seed, n, flat) => {
          const r = seeded(seed)
          const x = Array.from({ length: n }, () => (r() < 0.5 ? r() * 10 : r() * 10_000))
          const y = Array.from({ length: n }, () => r() * 5000 * flat)
          let sum = 0
          for (let i = 0; i < n; i++) {
            let best = Infinity
            for (let j = 0; j < n; j++)
              if (i !== j) best = Math.min(best, Math.hypot(x[i]! - x[j]!, y[i]! - y[j]!))
            sum += best
          }
          const { observed } = nearestNeighbourIndex({ x, y }, 1e6)
          expect(Math.abs(observed / (sum / n) - 1)).toBeLessThan(1e-9)
        },
      ),
    )
  })
})
