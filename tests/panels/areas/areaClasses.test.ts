import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { classBreaks, classOf } from '../../../src/panels/areas/areaClasses.ts'
import { CLASS_METHODS } from '../../../src/state/viewSettings.ts'

const sizes = (values: number[], breaks: number[]) =>
  breaks.map((_, k) => values.filter((value) => classOf(value, breaks) === k).length)

describe('classes of areas', () => {
  it('in equal steps are round and begin at zero for amounts', () => {
    expect(classBreaks([5, 4.7], 'equal', true)).toEqual([0, 1, 2, 3, 4, 5])
    for (const most of [0.03, 1, 7, 31, 640, 5160]) {
      const breaks = classBreaks([most, 0], 'equal', true)!
      expect(breaks).toHaveLength(6)
      expect(breaks[5]).toBeLessThanOrEqual(most)
      expect(breaks[5]).toBeGreaterThan(most * 0.6)
    }
  })

  it('in equal steps keep to the values where these do not begin at zero', () => {
    expect(classBreaks([62, 71, 88, 91], 'equal', false)).toEqual([60, 70, 80, 90])
    expect(classBreaks([-3, 4], 'equal', false)).toEqual([-4, -2, 0, 2, 4])
    expect(classBreaks([7, 7], 'equal', false)).toEqual([7])
  })

  it('by quantiles hold as many areas each, with round bounds', () => {
    const values = Array.from({ length: 60 }, (_, i) => (i + 1) ** 2)
    const breaks = classBreaks(values, 'quantile', true)!
    expect(sizes(values, breaks)).toEqual([10, 10, 10, 10, 10, 10])
    expect(breaks).toEqual([0, 120, 440, 960, 1680, 2600])
  })

  it('by natural breaks part the heaps of the values', () => {
    const heaps = [1, 2, 2.5, 40, 41, 300, 305, 310, 900]
    expect(classBreaks(heaps, 'natural', true)!.map((lowest) => heaps.filter((v) => v >= lowest)[0])).toEqual(
      expect.arrayContaining([1, 40, 300, 900]),
    )
  })

  it('are nothing where there is nothing', () => {
    for (const method of CLASS_METHODS) {
      expect(classBreaks([], method, true)).toBeNull()
      expect(classBreaks([0, 0], method, true)).toBeNull()
    }
  })

  const values = fc.array(fc.oneof(fc.integer({ min: 0, max: 1000 }), fc.double({ min: 0.001, max: 1e6, noNaN: true })), { minLength: 1, maxLength: 80 }) // prettier-ignore

  it('rise strictly, are at most six, and leave no value below the first', () => {
    fc.assert(
      fc.property(values, fc.constantFrom(...CLASS_METHODS), fc.boolean(), (list, method, fromZero) => {
        const breaks = classBreaks(list, method, fromZero)
        if (!breaks) return expect(fromZero && Math.max(...list) === 0).toBe(true)
        expect(breaks.length).toBeLessThanOrEqual(6)
        for (let k = 1; k < breaks.length; k++) expect(breaks[k]).toBeGreaterThan(breaks[k - 1])
        expect(Math.min(...list)).toBeGreaterThanOrEqual(breaks[0])
      }),
    )
  })

  it('by quantiles and natural breaks hold at least one area each; equal values share a class', () => {
    fc.assert(
      fc.property(values, fc.constantFrom('quantile' as const, 'natural' as const), (list, method) => {
        const breaks = classBreaks(list, method, false)!
        expect(Math.min(...sizes(list, breaks))).toBeGreaterThan(0)
      }),
    )
  })
})
