import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  defaultBandwidth,
  denseBounds,
  surfaceCell,
  surfaceExtent,
} from '../../../src/workers/engine/extent.ts'

const square = (side: number) => ({ minX: 0, maxX: side, minY: 0, maxY: side })

describe('the box of the surface', () => {
  it('is null where nothing has a position, else the range of what has', () => {
    expect(surfaceExtent(Float64Array.of(NaN), Float64Array.of(NaN))).toBeNull()
    expect(surfaceExtent(new Float64Array(0), new Float64Array(0))).toBeNull()
    expect(surfaceExtent(Float64Array.of(3, NaN, 1), Float64Array.of(5, NaN, 9))).toEqual({
      minX: 1,
      maxX: 3,
      minY: 5,
      maxY: 9,
    })
  })

  it('does not stretch to a few that lie far off, and keeps whatever lies near', () => {
    const x = Float64Array.from({ length: 1000 }, (_, i) => i)
    const y = x.slice()
    x[0] = -5e5
    y[999] = 5e6
    const extent = surfaceExtent(x, y)!
    expect(extent.minX).toBeGreaterThan(-600)
    expect(extent.minX).toBeLessThanOrEqual(1)
    expect(extent.maxX).toBe(999)
    expect(extent.maxY).toBeLessThan(1600)
    expect(extent.maxY).toBeGreaterThanOrEqual(998)
  })

  it('opens the map on the middle nine tenths', () => {
    const values = Float64Array.from({ length: 101 }, (_, i) => i)
    expect(denseBounds(values, values)).toEqual([5, 5, 95, 95])
    expect(denseBounds(Float64Array.of(NaN, 4), Float64Array.of(NaN, 6))).toEqual([4, 6, 4, 6])
    expect(denseBounds(new Float64Array(3).fill(NaN), new Float64Array(3).fill(NaN))).toBeNull()
  })
})

describe('bandwidth and cell', () => {
  it('are a street’s width in a town, and stay within 100 and 1 000 m', () => {
    expect(defaultBandwidth(null)).toBe(150)
    expect(defaultBandwidth(square(4_500))).toBe(150)
    expect(defaultBandwidth(square(0))).toBe(100)
    expect(defaultBandwidth(square(5e6))).toBe(1_000)
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e7, noNaN: true }), (side) => {
        const bandwidth = defaultBandwidth(square(side))
        expect(bandwidth % 50).toBe(0)
        expect(bandwidth).toBeGreaterThanOrEqual(100)
        expect(bandwidth).toBeLessThanOrEqual(1_000)
      }),
    )
  })

  it('give a fifth of the bandwidth, at least 10 m, and no more cells than a screen can take', () => {
    expect(surfaceCell(150, square(4_500))).toBe(30)
    expect(surfaceCell(20, square(1_000))).toBe(10)
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 2e6, noNaN: true }),
        fc.integer({ min: 10, max: 5_000 }),
        (side, bandwidth) => {
          const cell = surfaceCell(bandwidth, square(side))
          expect(cell).toBeGreaterThanOrEqual(Math.max(10, bandwidth / 5))
          expect((side + 2 * bandwidth) ** 2 / cell ** 2).toBeLessThanOrEqual(3_000_001)
        },
      ),
    )
  })
})
