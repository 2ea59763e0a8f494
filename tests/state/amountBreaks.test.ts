import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amountBreaks } from '../../src/state/amountBreaks.ts'

describe('amountBreaks', () => {
  it('gives the design’s own scale for the design’s peak', () => {
    expect(amountBreaks(5700)).toEqual([250, 500, 1000, 2000, 3000, 4000])
  })

  it('keeps six ascending bounds with the top class inside the data, whatever the peak', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 1e9, noNaN: true }), (max) => {
        const breaks = amountBreaks(max)
        expect(breaks).toHaveLength(6)
        for (let i = 1; i < 6; i++) expect(breaks[i]).toBeGreaterThan(breaks[i - 1])
        expect(breaks[5]).toBeLessThanOrEqual(max)
        expect(breaks[5]).toBeGreaterThan(max * 0.4)
      }),
    )
  })

  it('still has a scale where there is nothing', () => {
    expect(amountBreaks(0)).toHaveLength(6)
    expect(amountBreaks(NaN)).toHaveLength(6)
  })
})
