import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nothingNear, type DatedPlaces } from '../../../src/analysis/index.ts'

const places = (rows: readonly (readonly [number, number, number])[]): DatedPlaces => ({
  x: rows.map(([x]) => x),
  y: rows.map(([, y]) => y),
  day: rows.map(([, , day]) => day),
})

describe('points without another near', () => {
  it('are those with nothing within the distance and the days, both limits included', () => {
    const repair = places([[674_000, 6_580_000, 100]])
    const at = (dx: number, dy: number, days: number) =>
      nothingNear(repair, places([[674_000 + dx, 6_580_000 + dy, 100 + days]]), {
        distance: 100,
        days: 14,
      })[0]
    expect(at(100, 0, 14)).toBe(0)
    expect(at(60, 80, -14)).toBe(0)
    expect(at(100.001, 0, 0)).toBe(1)
    expect(at(0, 0, 15)).toBe(1)
    expect(at(0, 0, -15)).toBe(1)
    expect([...nothingNear(repair, places([]), { distance: 100, days: 14 })]).toEqual([1])
  })

  it('are found as by looking at every pair', () => {
    const row = fc.tuple(
      fc.integer({ min: -300, max: 300 }),
      fc.integer({ min: -300, max: 300 }),
      fc.integer({ min: 0, max: 40 }),
    )
    const limits = fc.record({
      distance: fc.constantFrom(1, 10, 100, 250),
      days: fc.integer({ min: 0, max: 20 }),
    })
    fc.assert(
      fc.property(fc.array(row), fc.array(row), limits, (points, others, { distance, days }) => {
        const expected = points.map(([x, y, day]) =>
          others.some(
            ([ox, oy, other]) => Math.hypot(x - ox, y - oy) <= distance && Math.abs(day - other) <= days,
          )
            ? 0
            : 1,
        )
        expect([...nothingNear(places(points), places(others), { distance, days })]).toEqual(expected)
      }),
      { numRuns: 300 },
    )
  })

  it('wants a distance and days', () => {
    const none = places([])
    expect(() => nothingNear(none, none, { distance: 0, days: 1 })).toThrow(RangeError)
    expect(() => nothingNear(none, none, { distance: 1, days: -1 })).toThrow(RangeError)
  })
})
