import { expect, it } from 'vitest'
import {
  activityChange,
  addToMonth,
  monthsOf,
  proposedSpan,
  readMonths,
  writeMonths,
} from '../../src/domain/measureActivity.ts'
import type { ActivitySeries } from '../../src/domain/measure.ts'

const series = (counts: Record<string, number>): ActivitySeries => ({
  id: 'pl13',
  name: 'PL 13',
  unit: 'ingripanden',
  months: Object.entries(counts).map(([month, count]) => ({ month, count })),
})
const handbook = series({
  '2025-01': 19,
  '2025-02': 20,
  '2025-03': 22,
  '2025-04': 23,
  '2025-05': 31,
  '2026-01': 29,
  '2026-02': 31,
  '2026-03': 34,
  '2026-04': 36,
})
const spring = { from: '2026-01', to: '2026-04' }

it('counts months over the turn of a year', () => {
  expect(addToMonth('2025-11', 3)).toBe('2026-02')
  expect(addToMonth('2026-01', -1)).toBe('2025-12')
  expect(addToMonth('2026-12', -12)).toBe('2025-12')
  expect(monthsOf({ from: '2025-11', to: '2026-02' })).toEqual(['2025-11', '2025-12', '2026-01', '2026-02'])
})

it('compares with the same months a year before: 84 to 130 is 55 % more', () => {
  const change = activityChange(handbook, spring)
  expect(change).toMatchObject({ count: 130, countBefore: 84, missing: [] })
  expect(change.before).toEqual({ from: '2025-01', to: '2025-04' })
  expect(Math.round(change.fraction! * 100)).toBe(55)
})

it('says which months are missing, and then no percent', () => {
  const change = activityChange(handbook, { from: '2026-03', to: '2026-05' })
  expect(change).toMatchObject({ count: null, countBefore: 76, fraction: null, missing: ['2026-05'] })
  expect(
    activityChange(series({ '2025-01': 0, '2026-01': 4 }), { from: '2026-01', to: '2026-01' }),
  ).toMatchObject({
    count: 4,
    countBefore: 0,
    fraction: null,
    missing: [],
  })
})

it('proposes the follow-up where the series has it, else the latest year as far as it goes', () => {
  expect(proposedSpan(handbook, spring)).toEqual(spring)
  expect(proposedSpan(handbook, { from: '2026-02', to: '2026-06' })).toEqual(spring)
  expect(proposedSpan(series({ '2025-05': 31, '2025-03': 2 }), null)).toEqual({
    from: '2025-01',
    to: '2025-05',
  })
  expect(proposedSpan(series({}), null)).toBeNull()
})

it('reads months as they are typed or pasted, and says which lines it cannot', () => {
  expect(readMonths('2026-02\t31\r\n\n2026-01; 29\n2026-03 1 234')).toEqual({
    months: [
      { month: '2026-01', count: 29 },
      { month: '2026-02', count: 31 },
      { month: '2026-03', count: 1234 },
    ],
    unread: [],
  })
  expect(readMonths('2026-13 4\n2026-01\n2026-02 4,5\n2026-03 4\n2026-03 5\n2026-04 -1').unread).toEqual([
    { line: 1, text: '2026-13 4', reason: 'notMonth' },
    { line: 2, text: '2026-01', reason: 'notCount' },
    { line: 3, text: '2026-02 4,5', reason: 'notCount' },
    { line: 5, text: '2026-03 5', reason: 'twice' },
    { line: 6, text: '2026-04 -1', reason: 'notCount' },
  ])
  expect(readMonths(writeMonths(handbook.months))).toEqual({ months: handbook.months, unread: [] })
})
