import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { concentration, nearestNeighbourIndex, predictiveAccuracyIndex } from '../../../src/analysis/index.ts'
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

describe('predictiveAccuracyIndex', () => {
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

  it('refuses fewer than two points and no area', () => {
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
