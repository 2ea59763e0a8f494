import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { forestMark, forestScale } from '../../src/plots/forestLayout.ts'

describe('the scale of a forest plot', () => {
  it('lays half and twice equally far from no change', () => {
    const { x } = forestScale([{ ratio: 1, lower: 0.2, upper: 4 }], 0, 400)
    expect(x(1) - x(0.5)).toBeCloseTo(x(2) - x(1))
  })

  it('holds every interval, or shows by an arrow that it goes on', () => {
    const ratio = fc.double({ min: 0.02, max: 30, noNaN: true })
    const row = fc.tuple(ratio, fc.double({ min: 1, max: 20, noNaN: true })).map(([r, factor]) => ({ ratio: r, lower: r / factor, upper: r * factor })) // prettier-ignore
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 30 }), (rows) => {
        const scale = forestScale(rows, 100, 300)
        for (const one of rows) {
          const mark = forestMark(one, scale)
          for (const at of [mark.x, mark.from, mark.to]) expect(at >= 99.999 && at <= 300.001).toBe(true)
          if (!mark.beyondLow) expect(scale.x(one.lower)).toBeGreaterThanOrEqual(99.999)
          expect(mark.beyondLow).toBe(one.lower < scale.domain[0])
          expect(mark.beyondHigh).toBe(one.upper > scale.domain[1])
        }
        expect(scale.ticks).toContain(1)
        for (let i = 1; i < scale.ticks.length; i++)
          expect(scale.x(scale.ticks[i]!) - scale.x(scale.ticks[i - 1]!)).toBeGreaterThan(30)
      }),
    )
  })

  it('is there without a row', () => {
    expect(forestScale([], 0, 200).domain).toEqual([0.5, 1.5])
  })

  it('stands a ratio of none at its end', () => {
    const scale = forestScale([{ ratio: 0, lower: 0, upper: 0.4 }], 0, 200)
    expect(forestMark({ ratio: 0, lower: 0, upper: 0.4 }, scale)).toMatchObject({ x: 0, beyondLow: true })
  })
})
