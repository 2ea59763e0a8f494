import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { funnelLimits } from '../../src/analysis/index.ts'
import { CUSUM_HEIGHT, cusumLayout } from '../../src/plots/cusumLayout.ts'
import { funnelRange, funnelSteps, placeNames } from '../../src/plots/funnelLayout.ts'

describe('cusumLayout', () => {
  const step = fc.record({
    from: fc.constant(0),
    count: fc.nat(500),
    expected: fc.option(fc.double({ min: 0.1, max: 500, noNaN: true })),
    sum: fc.option(fc.double({ min: 0, max: 900, noNaN: true })),
    baseline: fc.boolean(),
  })

  it('keeps counts above sums, and all of both within the plot', () => {
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 1, maxLength: 300 }),
        fc.double({ min: 0, max: 900, noNaN: true }),
        fc.integer({ min: 200, max: 900 }),
        (steps, threshold, width) => {
          const layout = cusumLayout(steps, threshold, width)
          expect(layout.x(steps.length)).toBeLessThanOrEqual(width)
          for (const { count, sum, expected } of steps) {
            for (const value of [count, expected ?? 0]) {
              expect(layout.countY(value)).toBeGreaterThanOrEqual(0)
              expect(layout.countY(value)).toBeLessThanOrEqual(layout.countBase)
            }
            expect(layout.sumY(sum ?? 0)).toBeGreaterThan(layout.countBase)
            expect(layout.sumY(sum ?? 0)).toBeLessThanOrEqual(layout.sumBase)
          }
          expect(layout.sumY(threshold)).toBeGreaterThan(layout.countBase)
          expect(layout.sumBase).toBeLessThan(CUSUM_HEIGHT)
        },
      ),
    )
  })

  it('draws twice the count twice as high', () => {
    const bar = { from: 0, expected: null, sum: null, baseline: false }
    const { countY, countBase } = cusumLayout(
      [
        { ...bar, count: 10 },
        { ...bar, count: 20 },
      ],
      5,
      400,
    )
    expect(countBase - countY(20)).toBeCloseTo(2 * (countBase - countY(10)), 9)
  })
})

describe('the funnel', () => {
  it('is the exact limits, as ratios, from end to end', () => {
    const steps = funnelSteps(5, 80, 0.95, 20)
    expect([steps[0].expected, steps[20].expected]).toEqual([5, 80].map((e) => expect.closeTo(e, 9)))
    for (const { expected, lower, upper } of steps) {
      const limits = funnelLimits(expected, 0.95)
      expect(lower * expected).toBeCloseTo(limits.lower, 9)
      expect(upper * expected).toBeCloseTo(limits.upper, 9)
    }
    // It narrows.
    expect(steps[20].upper - steps[20].lower).toBeLessThan(steps[0].upper - steps[0].lower)
  })

  it('has room for every area', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            expected: fc.double({ min: 0.01, max: 5000, noNaN: true }),
            ratio: fc.double({ min: 0, max: 30, noNaN: true }),
          }),
          { minLength: 1 },
        ),
        (points) => {
          const { from, to, highest } = funnelRange(points)
          expect(from).toBeGreaterThan(0)
          for (const { expected, ratio } of points) {
            expect(expected).toBeLessThanOrEqual(to)
            expect(ratio).toBeLessThanOrEqual(highest)
          }
        },
      ),
    )
  })
})

describe('placeNames', () => {
  const bounds = { left: 0, right: 400 }

  it('takes the right side, the left where the edge is near, and none where both are taken', () => {
    const mark = (id: string, x: number, y: number) => ({ id, x, y, width: 60 })
    const place = (marks: ReturnType<typeof mark>[]) => placeNames(marks, marks, bounds)
    expect(place([mark('a', 100, 50)])).toEqual([{ id: 'a', x: 109, anchor: 'start' }])
    expect(place([mark('a', 380, 50)])).toEqual([{ id: 'a', x: 371, anchor: 'end' }])
    // Another mark stands to the right of the first: its name goes left, the other one's right.
    expect(place([mark('a', 100, 50), mark('b', 130, 52)])).toEqual([
      { id: 'a', x: 91, anchor: 'end' },
      { id: 'b', x: 139, anchor: 'start' },
    ])
    expect(placeNames([mark('a', 30, 50)], [mark('a', 30, 50), mark('b', 60, 50)], bounds)).toEqual([])
  })

  it('writes no name over another', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(400), fc.nat(200), fc.integer({ min: 10, max: 120 })), { maxLength: 25 }),
        (drawn) => {
          const marks = drawn.map(([x, y, width], i) => ({ id: String(i), x, y, width }))
          const boxes = placeNames(marks, marks, bounds).map(({ id, x, anchor }) => {
            const { y, width } = marks[Number(id)]
            return { y, from: anchor === 'start' ? x : x - width, to: anchor === 'start' ? x + width : x }
          })
          boxes.forEach((a, i) => {
            expect(a.from).toBeGreaterThanOrEqual(0)
            expect(a.to).toBeLessThanOrEqual(400)
            for (const b of boxes.slice(i + 1))
              expect(a.to < b.from || a.from > b.to || Math.abs(a.y - b.y) >= 16).toBe(true)
          })
        },
      ),
    )
  })
})
