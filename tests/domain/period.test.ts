import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addMonths,
  calendarDate,
  dayNumber,
  isoDate,
  lengthInDays,
  monthStart,
  parseIsoDate,
  weekday,
} from '../../src/domain/period.ts'

const day = fc.integer({ min: dayNumber(1900, 1, 1), max: dayNumber(2100, 1, 1) })

describe('calendar days', () => {
  it('count from 1970 and come back as the date that they were', () => {
    expect(dayNumber(1970, 1, 1)).toBe(0)
    expect(dayNumber(2024, 3, 1) - dayNumber(2024, 2, 28)).toBe(2)
    expect(isoDate(dayNumber(2025, 2, 29))).toBe('2025-03-01')
    fc.assert(
      fc.property(day, (number) => {
        const { year, month, day: dayOfMonth } = calendarDate(number)
        expect(dayNumber(year, month, dayOfMonth)).toBe(number)
        expect(parseIsoDate(isoDate(number))).toBe(number)
        expect(weekday(number)).toBe((new Date(number * 86_400_000).getUTCDay() + 6) % 7)
        expect(calendarDate(monthStart(number))).toEqual({ year, month, day: 1 })
      }),
    )
  })

  it('are none where the text is no date', () => {
    for (const text of ['2025-02-29', '2025-13-01', '2025-1-1', '', '20250101', '2025-01-01T00'])
      expect(parseIsoDate(text)).toBeNaN()
  })

  it('keep the day of the month when months pass, or clamp to its end', () => {
    expect(isoDate(addMonths(dayNumber(2024, 2, 29), -12))).toBe('2023-02-28')
    expect(isoDate(addMonths(dayNumber(2025, 1, 31), 1))).toBe('2025-02-28')
    expect(isoDate(addMonths(dayNumber(2025, 11, 30), 3))).toBe('2026-02-28')
    fc.assert(
      fc.property(day, fc.integer({ min: -60, max: 60 }), (number, months) => {
        const before = calendarDate(number)
        const after = calendarDate(addMonths(number, months))
        expect(after.year * 12 + after.month).toBe(before.year * 12 + before.month + months)
        expect(after.day).toBeLessThanOrEqual(before.day)
        if (before.day <= 28) expect(after.day).toBe(before.day)
      }),
    )
    expect(lengthInDays({ from: dayNumber(2024, 1, 1), to: dayNumber(2025, 1, 1) })).toBe(366)
  })
})
