import fc from 'fast-check'
import { expect, it } from 'vitest'
import { countPlaced, isPlaced, requirePoints } from '../../src/analysis/points.ts'

it('a point is placed where its position, and its weight if it has one, are finite', () => {
  const number = fc.constantFrom(0, -5, 674000.5, NaN, Infinity, -Infinity)
  fc.assert(
    fc.property(
      fc.array(fc.tuple(number, number, fc.constantFrom(0, 1.5, NaN))),
      fc.boolean(),
      (rows, weighted) => {
        const points = {
          x: rows.map(([x]) => x),
          y: rows.map(([, y]) => y),
          ...(weighted && { weight: rows.map(([, , w]) => w) }),
        }
        const placed = rows.filter(
          ([x, y, w]) => Number.isFinite(x) && Number.isFinite(y) && (!weighted || Number.isFinite(w)),
        )
        requirePoints(points)
        expect(countPlaced(points)).toBe(placed.length)
        expect(rows.filter((_, i) => isPlaced(points, i))).toEqual(placed)
      },
    ),
  )
})

it('refuses columns of unequal length and negative weights by name', () => {
  expect(() => requirePoints({ x: [1, 2], y: [1] })).toThrow(
    new RangeError('points.y.length is 1; allowed: 2, as points.x has'),
  )
  expect(() => requirePoints({ x: [1], y: [1], weight: [] })).toThrow(/points.weight.length is 0; allowed: 1/)
  expect(() => requirePoints({ x: [1, 1], y: [1, 1], weight: [1, -0.1] })).toThrow(
    /points.weight\[1\] is -0.1; allowed: 0 or above, or NaN/,
  )
})
