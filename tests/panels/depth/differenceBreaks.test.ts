import fc from 'fast-check'
import { expect, it } from 'vitest'
import { differenceBreaks } from '../../../src/panels/depth/differenceBreaks.ts'

it('are six round bounds, the same on both sides of 0, within what there is', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 1e6, noNaN: true }), (largest) => {
      const breaks = differenceBreaks(largest)
      expect(breaks).toHaveLength(6)
      expect(breaks).toEqual([...breaks].sort((a, b) => a - b))
      expect(breaks.map((value) => -value).reverse()).toEqual(breaks)
      expect(breaks[3]).toBeGreaterThan(0)
      expect(breaks[5]).toBeLessThanOrEqual(largest)
      expect(breaks[5]).toBeGreaterThan(largest / 3)
      for (const value of breaks) expect(Number(value.toPrecision(2))).toBe(value)
    }),
  )
})

it('leave out what one incident makes, where the scale allows it', () => {
  expect(differenceBreaks(130, 32)[3]).toBeGreaterThanOrEqual(32)
  expect(differenceBreaks(0)).toEqual([-4, -2, -1, 1, 2, 4])
})
