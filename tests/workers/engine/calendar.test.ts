import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarDate, dayNumber, isoDate } from '../../../src/domain/period.ts'
import type { Comparison } from '../../../src/domain/selection.ts'
import { monthCalendar } from '../../../src/workers/engine/calendar.ts'
import { comparisonSpan } from '../../../src/workers/engine/comparison.ts'

const day = fc.integer({ min: dayNumber(1990, 1, 1), max: dayNumber(2040, 1, 1) })
const written = ({ from, to }: { from: number; to: number }) => `${isoDate(from)}/${isoDate(to)}`

describe('the months of the data', () => {
  it('follow on each other from the first day’s to the last day’s, and know each day', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 3000 }), (first, days) => {
        const { firstDay, months, monthOfDay } = monthCalendar(first, first + days)
        expect(firstDay).toBe(months[0].from)
        expect(months[0].from).toBeLessThanOrEqual(first)
        expect(months[months.length - 1].to).toBeGreaterThan(first + days)
        months.forEach(({ from, to }, i) => {
          expect([calendarDate(from).day, calendarDate(to).day]).toEqual([1, 1])
          if (i > 0) expect(from).toBe(months[i - 1].to)
          expect([monthOfDay[from - firstDay], monthOfDay[to - 1 - firstDay]]).toEqual([i, i])
        })
      }),
    )
  })

  it('are none where there is no day', () => {
    expect(monthCalendar(0, -1)).toMatchObject({ months: [] })
    expect(monthCalendar(0, -1).monthOfDay.length).toBe(0)
  })
})

describe('what a period is compared with', () => {
  const span = { from: dayNumber(2023, 1, 1), to: dayNumber(2026, 7, 1) }
  const janToApr = { from: dayNumber(2025, 1, 1), to: dayNumber(2025, 5, 1) }
  const of = (comparison: Comparison, period = janToApr) => comparisonSpan(period, comparison, span)

  it('is the same dates of other years, one period against as many', () => {
    const year = of({ kind: 'yearsBefore', years: 2 })
    expect(year.periods.map(written)).toEqual(['2023-01-01/2023-05-01'])
    expect(year).toMatchObject({
      exposureNow: 1,
      exposureBefore: 1,
      covered: true,
      perDay: false,
      leapDay: false,
    })
    const mean = of({ kind: 'meanOfYears', years: 2 })
    expect(mean.periods.map(written)).toEqual(['2024-01-01/2024-05-01', '2023-01-01/2023-05-01'])
    expect(mean).toMatchObject({ exposureNow: 1, exposureBefore: 2, covered: true, leapDay: true })
  })

  it('says whether the data reach over it', () => {
    expect(of({ kind: 'meanOfYears', years: 3 }).covered).toBe(false)
    expect(of({ kind: 'yearsBefore', years: 3 }).covered).toBe(false)
    expect(of({ kind: 'yearsBefore', years: 1 }, { from: span.from + 365, to: span.to }).covered).toBe(true)
  })

  it('counts days where the lengths are the person’s own', () => {
    const june = { from: dayNumber(2024, 6, 1), to: dayNumber(2024, 7, 1) }
    expect(of({ kind: 'own', period: june })).toMatchObject({
      exposureNow: 120,
      exposureBefore: 30,
      perDay: true,
      leapDay: false,
    })
    const sameLength = { from: june.from, to: june.from + 120 }
    expect(of({ kind: 'own', period: sameLength }).perDay).toBe(false)
  })

  it('says of a leap day on one side only', () => {
    const leap = (year: number, years: 1 | 2 | 3) =>
      of({ kind: 'yearsBefore', years }, { from: dayNumber(year, 2, 1), to: dayNumber(year, 3, 1) })
    expect(leap(2024, 1)).toMatchObject({ leapDay: true })
    expect(leap(2024, 1).periods.map(written)).toEqual(['2023-02-01/2023-03-01'])
    expect(leap(2026, 2).leapDay).toBe(true)
    expect(leap(2026, 3).leapDay).toBe(false)
    const summer = { from: dayNumber(2024, 6, 1), to: dayNumber(2024, 9, 1) }
    expect(of({ kind: 'yearsBefore', years: 1 }, summer).leapDay).toBe(false)
  })
})
