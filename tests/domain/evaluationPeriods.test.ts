import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  historyWindows,
  periodsInData,
  proposePeriods,
  usualRunIn,
  yearsLater,
} from '../../src/domain/evaluationPeriods.ts'
import { dayNumber, isoDate, lengthInDays, parseIsoDate, type Period } from '../../src/domain/period.ts'

const span = (from: string, to: string): Period => ({ from: parseIsoDate(from), to: parseIsoDate(to) })
const days = (windows: readonly Period[]) => windows.map(({ from, to }) => `${isoDate(from)}..${isoDate(to)}`)
const question = (start: string, data: Period, more: { end?: string; runInDays?: number } = {}) => ({
  start: parseIsoDate(start),
  end: more.end ? parseIsoDate(more.end) : null,
  runInDays: more.runInDays ?? 0,
  span: data,
})

describe('settled periods', () => {
  const data = span('2023-01-01', '2026-07-01')

  it('count no day that the data do not hold', () => {
    const settled = { before: [span('2022-06-01', '2023-06-01')], after: [span('2026-01-01', '2027-01-01')] }
    const { before, after } = periodsInData(settled, data)
    expect([days(before), days(after)]).toEqual([['2023-01-01..2023-06-01'], ['2026-01-01..2026-07-01']])
    expect(periodsInData({ before: settled.before, after: [span('2027-01-01', '2028-01-01')] }, data).after).toEqual([]) // prettier-ignore
  })

  it('count no day twice, and no window without days', () => {
    const { before } = periodsInData(
      {
        before: [
          span('2024-06-01', '2024-09-01'),
          span('2023-06-01', '2023-09-01'),
          span('2024-07-01', '2024-08-01'),
          span('2024-08-01', '2024-10-01'),
          span('2025-02-01', '2025-02-01'),
        ],
        after: [],
      },
      data,
    )
    expect(days(before)).toEqual(['2023-06-01..2023-09-01', '2024-06-01..2024-10-01'])
  })
})

describe('proposed periods', () => {
  it('are a whole year on each side where there is room', () => {
    const proposed = proposePeriods(question('2025-06-01', span('2023-01-01', '2026-07-01')))
    expect(proposed).toMatchObject({ match: 'whole-years', notes: [] })
    if ('code' in proposed) throw new Error(proposed.code)
    expect(days(proposed.periods.before)).toEqual(['2024-06-01..2025-06-01'])
    expect(days(proposed.periods.after)).toEqual(['2025-06-01..2026-06-01'])
  })

  it('leave the run-in out of both', () => {
    const proposed = proposePeriods(
      question('2025-05-25', span('2023-01-01', '2026-07-01'), { runInDays: 31 }),
    )
    if ('code' in proposed) throw new Error(proposed.code)
    expect(days(proposed.periods.before)).toEqual(['2024-05-25..2025-05-25'])
    expect(days(proposed.periods.after)).toEqual(['2025-06-25..2026-06-25'])
  })

  it('are the same dates a year before where less than a year has passed, or the measure was over', () => {
    const short = proposePeriods(question('2025-06-01', span('2023-01-01', '2025-10-01')))
    expect(short).toMatchObject({ match: 'same-dates', notes: [{ code: 'after-short', days: 122 }] })
    if ('code' in short) throw new Error(short.code)
    expect(days(short.periods.before)).toEqual(['2024-06-01..2024-10-01'])
    const over = proposePeriods(
      question('2025-06-01', span('2023-01-01', '2026-07-01'), { end: '2025-09-15' }),
    )
    if ('code' in over) throw new Error(over.code)
    expect(days(over.periods.before)).toEqual(['2024-06-01..2024-09-15'])
    expect(days(over.periods.after)).toEqual(['2025-06-01..2025-09-15'])
  })

  it('are equal months where no year lies before, and say so', () => {
    const proposed = proposePeriods(question('2025-06-01', span('2025-01-01', '2026-07-01')))
    expect(proposed).toMatchObject({ match: 'equal-months', notes: [{ code: 'no-year-before', days: 151 }] })
    if ('code' in proposed) throw new Error(proposed.code)
    expect(days(proposed.periods.before)).toEqual(['2025-01-01..2025-06-01'])
    expect(days(proposed.periods.after)).toEqual(['2025-06-01..2025-11-01'])
  })

  it('keep February whole over a leap day', () => {
    const proposed = proposePeriods(question('2024-02-29', span('2022-01-01', '2026-01-01')))
    if ('code' in proposed) throw new Error(proposed.code)
    expect(days(proposed.periods.before)).toEqual(['2023-03-01..2024-02-29'])
    expect(days(proposed.periods.after)).toEqual(['2024-02-29..2025-03-01'])
    const before = proposePeriods(question('2024-06-01', span('2022-01-01', '2026-01-01')))
    if ('code' in before) throw new Error(before.code)
    expect(before.periods.before.map(lengthInDays)).toEqual([366])
  })

  it('are none where the data say nothing after, or nothing before', () => {
    expect(proposePeriods(question('2026-09-01', span('2023-01-01', '2026-07-01')))).toMatchObject({ code: 'nothing-after' }) // prettier-ignore
    expect(proposePeriods(question('2023-01-10', span('2023-01-01', '2026-07-01')))).toMatchObject({ code: 'nothing-before' }) // prettier-ignore
  })

  it('never leave the data, never overlap, never hold the run-in', () => {
    const day = fc.integer({ min: dayNumber(2015, 1, 1), max: dayNumber(2027, 1, 1) })
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 40, max: 3000 }),
        day,
        fc.option(fc.integer({ min: 1, max: 900 })),
        fc.integer({ min: 0, max: 90 }),
        (from, length, start, lasted, runInDays) => {
          // prettier-ignore
          const data = { from, to: from + length }
          const end = lasted === null ? null : start + lasted
          const proposed = proposePeriods({ start, end, runInDays, span: data })
          if ('code' in proposed) return
          for (const { from: a, to: b } of proposed.periods.before) expect(a >= data.from && b <= start && b > a).toBe(true) // prettier-ignore
          for (const { from: a, to: b } of proposed.periods.after)
            expect(a >= start + runInDays && b <= Math.min(data.to, end ?? Infinity) && b > a).toBe(true)
        },
      ),
    )
  })
})

it('what is built stands at once, what people do takes a month', () => {
  expect(usualRunIn('lighting')).toBe(0)
  expect(usualRunIn('guarding')).toBe(30)
})

describe('the years before', () => {
  it('are the same windows a year back, and back again, inside the data', () => {
    const before = [span('2024-06-01', '2025-06-01')]
    expect(historyWindows(before, span('2023-01-01', '2026-07-01')).map(days)).toEqual([
      ['2023-06-01..2024-06-01'],
    ])
    expect(historyWindows(before, span('2021-01-01', '2026-07-01')).map(days)).toEqual([
      ['2023-06-01..2024-06-01'],
      ['2022-06-01..2023-06-01'],
      ['2021-06-01..2022-06-01'],
    ])
  })

  it('never meet the period before, however long it is', () => {
    const [first] = historyWindows([span('2023-06-01', '2025-06-01')], span('2019-01-01', '2026-07-01'))
    expect(days(first!)).toEqual(['2021-06-01..2023-06-01'])
  })
})

it('yearsLater is the same date, or the first of March', () => {
  expect(isoDate(yearsLater(parseIsoDate('2024-02-29'), 1))).toBe('2025-03-01')
  expect(isoDate(yearsLater(parseIsoDate('2024-02-29'), -4))).toBe('2020-02-29')
})
