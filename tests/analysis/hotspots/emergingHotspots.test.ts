import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emergingHotspots } from '../../../src/analysis/index.ts'
import { mannKendall } from '../../../src/analysis/chance/mannKendall.ts'

/** One place; one z a slice. */
function classOf(...series: number[]) {
  return emergingHotspots(series.map((z) => [z])).classes[0]
}

describe('emergingHotspots', () => {
  it('names Esri’s eight classes', () => {
    expect(classOf(0, 0, 1, 0, 0, 3)).toBe('new')
    expect(classOf(0, 0, -1, 0, 3, 3)).toBe('consecutive')
    expect(classOf(2, 3, 4, 5, 6, 7, 8, 9, 10, 11)).toBe('intensifying')
    expect(classOf(3, 4, 3, 4, 3, 4, 3, 4, 3, 4)).toBe('persistent')
    expect(classOf(11, 10, 9, 8, 7, 6, 5, 4, 3, 2)).toBe('diminishing')
    expect(classOf(3, 0, 3, 0, 0, 3)).toBe('sporadic')
    expect(classOf(3, 0, -3, 0, 0, 3)).toBe('oscillating')
    expect(classOf(3, 3, 3, 3, 3, 3, 3, 3, 3, 0)).toBe('historical')
    expect(classOf(3, 3, 0, 0, 0, 0)).toBe('none')
    expect(classOf(-3, -3, -3, -3)).toBe('none')
  })

  it('says none outside the study area, and carries the trend', () => {
    const result = emergingHotspots([
      [NaN, 1],
      [NaN, 2],
      [NaN, 3],
      [2, 4],
    ])
    expect(result.classes).toEqual(['none', 'consecutive'])
    expect(result.trendZ[0]).toBeNaN()
    expect(result.trendZ[1]).toBeGreaterThan(0)
    expect(result.slices).toBe(4)
    expect(emergingHotspots([[], []]).classes).toEqual([])
  })

  it('takes another limit, and refuses one slice or unequal ones', () => {
    expect(emergingHotspots([[0], [0], [1.8]], { zLimit: 1.645 }).classes).toEqual(['new'])
    expect(() => emergingHotspots([[1]])).toThrow(/zBySlice.length is 1/)
    expect(() => emergingHotspots([[1], [1, 2]])).toThrow(/zBySlice\[1\].length is 2/)
    expect(() => emergingHotspots([[1], [1]], { zLimit: 0 })).toThrow(/zLimit is 0/)
  })
})

describe('mannKendall', () => {
  it('by hand: 5 rising values, S = 10, Var 50/3', () => {
    const { s, z, pValue } = mannKendall([1, 2, 3, 4, 5])
    expect(s).toBe(10)
    expect(z).toBeCloseTo(9 / Math.sqrt(50 / 3), 12)
    expect(pValue).toBeCloseTo(0.0275, 4)
  })

  it('corrects for ties: (1, 1, 2, 3): S = 5, Var (4·3·13 − 2·1·9)/18', () => {
    const { s, z } = mannKendall([1, 1, 2, 3])
    expect(s).toBe(5)
    expect(z).toBeCloseTo(4 / Math.sqrt(138 / 18), 12)
  })

  it('is 0 and 1 where all are equal or too few', () => {
    expect(mannKendall([4, 4, 4, 4])).toEqual({ s: 0, z: 0, pValue: 1, sided: 'two' })
    expect(mannKendall([1, 2]).pValue).toBe(1)
    expect(mannKendall([]).pValue).toBe(1)
  })

  it('turns with the series', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -20, max: 20 }), { maxLength: 25 }), (series) => {
        expect(mannKendall([...series].reverse()).z).toBeCloseTo(-mannKendall(series).z, 12)
      }),
    )
  })
})
