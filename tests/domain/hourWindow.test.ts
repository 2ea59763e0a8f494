import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellOfHour, clockHours, hourOfCell, hoursInWindow } from '../../src/domain/hourWindow.ts'

const window = fc.record({
  dayFrom: fc.integer({ min: 0, max: 6 }),
  dayTo: fc.integer({ min: 0, max: 6 }),
  start: fc.integer({ min: 0, max: 23 }),
  length: fc.integer({ min: 1, max: 24 }),
})

describe('windows of the week', () => {
  it('hold each hour of the week in one cell of the 06-06 table', () => {
    const seen = new Set<number>()
    for (let row = 0; row < 7; row++)
      for (let column = 0; column < 24; column++) {
        const hour = hourOfCell(row, column)
        expect(cellOfHour(hour)).toEqual({ row, column })
        seen.add(hour)
      }
    expect(seen.size).toBe(168)
    // Sunday 02 is Saturday's night.
    expect(cellOfHour(6 * 24 + 2)).toEqual({ row: 5, column: 20 })
    expect(hourOfCell(6, 23)).toBe(5)
  })

  it('flag the hours from Friday 22 to Saturday 03 and the night after', () => {
    const flags = hoursInWindow({ dayFrom: 4, dayTo: 5, start: 16, length: 5 })
    const hours = Array.from(flags.keys()).filter((hour) => flags[hour])
    expect(hours).toEqual([118, 119, 120, 121, 122, 142, 143, 144, 145, 146])
  })

  it('flag as many hours as days times length where nights do not meet, also past Sunday', () => {
    fc.assert(
      fc.property(window, (chosen) => {
        const days = ((chosen.dayTo - chosen.dayFrom + 7) % 7) + 1
        const flags = hoursInWindow(chosen)
        const flagged = flags.reduce((sum, flag) => sum + flag, 0)
        expect(flagged).toBe(days * chosen.length)
        const { from, to } = clockHours(chosen)
        expect((to - from + 24) % 24).toBe(chosen.length % 24)
        expect(flags[(chosen.dayFrom * 24 + 6 + chosen.start) % 168]).toBe(1)
      }),
    )
  })
})
