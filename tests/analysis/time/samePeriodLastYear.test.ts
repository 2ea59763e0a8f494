import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { samePeriodLastYear } from '../../../src/analysis/index.ts'
import { dayNumber, isoDate, parseIsoDate, weekday } from '../../../src/domain/period.ts'

function last(from: string, to: string, years = 1) {
  const result = samePeriodLastYear({ from: parseIsoDate(from), to: parseIsoDate(to) }, years)
  return { ...result, period: [isoDate(result.period.from), isoDate(result.period.to)] }
}

describe('samePeriodLastYear', () => {
  it('keeps the calendar dates', () => {
    expect(last('2025-01-01', '2025-05-01')).toEqual({
      period: ['2024-01-01', '2024-05-01'],
      leapDays: -1,
      weekdayShift: 2,
      weekdayDifference: [-1, -1, 1, 0, 0, 0, 0],
    })
    expect(last('2026-06-01', '2026-07-01', 3).period).toEqual(['2023-06-01', '2023-07-01'])
  })

  it('states leap days', () => {
    expect(last('2025-01-01', '2025-03-01')).toMatchObject({
      period: ['2024-01-01', '2024-03-01'],
      leapDays: -1,
    })
    expect(last('2024-01-01', '2024-03-01')).toMatchObject({
      period: ['2023-01-01', '2023-03-01'],
      leapDays: 1,
    })
    expect(last('2025-03-01', '2025-05-01').leapDays).toBe(0)
    expect(last('2024-02-01', '2024-02-29')).toMatchObject({
      period: ['2023-02-01', '2023-03-01'],
      leapDays: 0,
    })
    expect(last('2024-02-29', '2024-03-01')).toMatchObject({
      period: ['2023-02-28', '2023-03-01'],
      leapDays: 0,
    })
    expect(last('2024-02-29', '2024-03-10', 4)).toMatchObject({
      period: ['2020-02-29', '2020-03-10'],
      leapDays: 0,
    })
  })

  it('states what happens to weekdays', () => {
    // January 2025 starts on a Wednesday, January 2024 on a Monday: both have 31 days.
    expect(last('2025-01-01', '2025-02-01')).toMatchObject({
      weekdayShift: 2,
      weekdayDifference: [-1, -1, 0, 1, 1, 0, 0],
    })
  })

  it('refuses an empty period and years that are none', () => {
    expect(() => samePeriodLastYear({ from: 10, to: 10 }, 1)).toThrow(/period.to is 10/)
    expect(() => samePeriodLastYear({ from: 10, to: 11 }, 0)).toThrow(/years is 0/)
    expect(() => samePeriodLastYear({ from: 10, to: 11 }, 1.5)).toThrow(RangeError)
  })

  it('is never empty, differs by a leap day at most, and its weekdays add up', () => {
    const days = fc.integer({ min: dayNumber(2001, 1, 1), max: dayNumber(2060, 1, 1) })
    fc.assert(
      fc.property(
        days,
        fc.integer({ min: 1, max: 366 }),
        fc.integer({ min: 1, max: 10 }),
        (from, length, years) => {
          const result = samePeriodLastYear({ from, to: from + length }, years)
          expect(result.period.to).toBeGreaterThan(result.period.from)
          expect(Math.abs(result.leapDays)).toBeLessThanOrEqual(1)
          expect(result.weekdayDifference.reduce((a, b) => a + b, 0)).toBe(result.leapDays)
          expect((weekday(result.period.from) + result.weekdayShift) % 7).toBe(weekday(from))
        },
      ),
    )
  })
})
