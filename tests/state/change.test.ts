import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rateRatio } from '../../src/analysis/index.ts'
import { changeOn } from '../../src/state/change.ts'

const count = fc.integer({ min: 0, max: 500 })
const exposure = fc.integer({ min: 1, max: 400 })

describe('changeOn', () => {
  it('reads the handbook’s 55 → 67 as +22 %, which may be chance', () => {
    const change = changeOn(67, 55, 1, 1)
    expect(change).toMatchObject({ now: 67, before: 55, expected: 55, clear: false, tooFew: false })
    expect(Math.round(change.fraction * 100)).toBe(22)
    const { interval } = rateRatio(55, 67)
    expect(change.lower).toBeCloseTo(interval.lower - 1, 12)
    expect(change.upper).toBeCloseTo(interval.upper - 1, 12)
  })

  it('is clear where the interval leaves no change out', () => {
    expect(changeOn(110, 207, 1, 1)).toMatchObject({ clear: true })
    expect(changeOn(207, 110, 1, 1)).toMatchObject({ clear: true })
  })

  it('scales the comparison to the length of the period', () => {
    expect(changeOn(40, 90, 1, 3)).toMatchObject({ before: 90, expected: 30 })
    expect(changeOn(40, 10, 60, 30).expected).toBe(20)
  })

  it('is of too few below ten on both sides, however the comparison is scaled', () => {
    expect(changeOn(9, 9, 1, 1).tooFew).toBe(true)
    expect(changeOn(10, 0, 1, 1).tooFew).toBe(false)
    expect(changeOn(0, 10, 1, 1).tooFew).toBe(false)
    expect(changeOn(0, 9, 120, 30).tooFew).toBe(true)
    expect(changeOn(4, 18, 1, 3).tooFew).toBe(true)
  })

  it('says nothing of nothing, or of no time', () => {
    for (const change of [
      changeOn(0, 0, 1, 1),
      changeOn(5, 5, 0, 1),
      changeOn(5, 5, 1, 0),
      changeOn(0.2, 0.3, 1, 1),
    ])
      expect(change).toMatchObject({ fraction: 0, lower: -1, upper: Infinity, clear: false, tooFew: true })
  })

  it('keeps the change inside its interval and NaN out, whatever the counts', () => {
    fc.assert(
      fc.property(count, count, exposure, exposure, (now, before, a, b) => {
        const change = changeOn(now, before, a, b)
        for (const value of [change.expected, change.fraction, change.lower, change.upper])
          expect(value).not.toBeNaN()
        expect(change.lower).toBeLessThanOrEqual(change.fraction + 1e-9)
        expect(change.upper).toBeGreaterThanOrEqual(change.fraction - 1e-9)
        expect(change.lower).toBeGreaterThanOrEqual(-1)
        if (now * b === before * a) expect(change.clear).toBe(false)
      }),
    )
  })
})
