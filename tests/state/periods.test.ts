import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addMonths, calendarDate, dayNumber, monthStart } from '../../src/domain/period.ts'
import { lastTwelveMonths, thisYear } from '../../src/state/periods.ts'

const span = fc
  .tuple(
    fc.integer({ min: dayNumber(2000, 1, 1), max: dayNumber(2030, 1, 1) }),
    fc.integer({ min: 1, max: 2000 }),
  )
  .map(([from, days]) => ({ from, to: from + days }))

describe('periods that data open on', () => {
  it('are the last twelve whole months', () => {
    expect(lastTwelveMonths({ from: dayNumber(2023, 1, 1), to: dayNumber(2026, 7, 1) })).toEqual({
      from: dayNumber(2025, 7, 1),
      to: dayNumber(2026, 7, 1),
    })
    expect(lastTwelveMonths({ from: dayNumber(2023, 1, 1), to: dayNumber(2026, 6, 30) })).toEqual({
      from: dayNumber(2025, 6, 1),
      to: dayNumber(2026, 6, 1),
    })
    expect(lastTwelveMonths({ from: dayNumber(2025, 1, 1), to: dayNumber(2026, 1, 1) })).toBeNull()
    expect(lastTwelveMonths(null)).toBeNull()
  })

  it('lie inside the data, from a first of a month to another', () => {
    fc.assert(
      fc.property(span, (data) => {
        const year = lastTwelveMonths(data)
        if (year) {
          expect(year.from).toBeGreaterThanOrEqual(data.from)
          expect(year.to).toBeLessThanOrEqual(data.to)
          expect([calendarDate(year.from).day, calendarDate(year.to).day]).toEqual([1, 1])
          expect(calendarDate(year.to).year - calendarDate(year.from).year).toBe(1)
          expect(addMonths(year.from, -12)).toBeGreaterThanOrEqual(data.from)
        } else expect(addMonths(monthStart(data.to), -24)).toBeLessThan(data.from)
        const so = thisYear(data)
        expect(so.to).toBe(data.to)
        expect(so.from).toBeGreaterThanOrEqual(data.from)
        expect(calendarDate(so.from).year).toBe(calendarDate(data.to - 1).year)
      }),
    )
  })
})
