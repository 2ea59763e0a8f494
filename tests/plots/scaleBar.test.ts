import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scaleBarOf } from '../../src/plots/scaleBar.ts'

describe('scaleBarOf', () => {
  it('takes the longest round length that fits', () => {
    expect(scaleBarOf(2.6, 200)).toEqual({ metres: 500, pixels: 500 / 2.6 })
    expect(scaleBarOf(1, 199).metres).toBe(100)
    expect(scaleBarOf(1, 200).metres).toBe(200)
    expect(scaleBarOf(0.004, 190).metres).toBeCloseTo(0.5)
  })
  it('uses between two fifths and all of the room', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 5000, noNaN: true }), (metresPerPixel) => {
        const { pixels } = scaleBarOf(metresPerPixel, 200)
        expect(pixels).toBeLessThanOrEqual(200 + 1e-6)
        expect(pixels).toBeGreaterThanOrEqual(80 - 1e-6)
      }),
    )
  })
})
