import { describe, expect, it } from 'vitest'
import { restingStop, stopHeights } from '../../src/ui/sheetStops.ts'

describe('the sheet of the phone', () => {
  const heights = stopHeights(600)
  it('has three rising stops', () => {
    expect(heights).toEqual({ low: 104, middle: 336, high: 600 })
    expect(stopHeights(80)).toEqual({ low: 80, middle: 80, high: 80 })
  })
  it('rests at the nearest stop', () => {
    expect(restingStop(150, 0, heights)).toBe('low')
    expect(restingStop(400, 0.2, heights)).toBe('middle')
    expect(restingStop(560, -0.2, heights)).toBe('high')
  })
  it('follows a flick to the next stop, not past the ends', () => {
    expect(restingStop(150, 0.9, heights)).toBe('middle')
    expect(restingStop(560, -0.9, heights)).toBe('middle')
    expect(restingStop(600, 0.9, heights)).toBe('high')
    expect(restingStop(104, -0.9, heights)).toBe('low')
  })
})
