import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DataBreak } from '../../src/analysis/compare/effectEvidence.ts'
import { dayNumber, isoDate } from '../../src/domain/period.ts'
import { breaksBetween, dataBreaks, type TypeBreak } from '../../src/domain/typeBreaks.ts'

const one = (date: string, types: TypeBreak['types'] = 'all'): TypeBreak => ({
  id: date,
  date,
  kind: 'category',
  types,
  from: '',
  to: '',
  note: '',
})
const year = (y: number) => ({ from: dayNumber(y, 1, 1), to: dayNumber(y + 1, 1, 1) })

describe('breaks in a series', () => {
  it('part an evaluation between its periods and within them', () => {
    const between = (date: string) => breaksBetween([year(2025), year(2023)], ['a'], [one(date)]).length
    expect(between('2024-06-01')).toBe(1)
    expect(between('2025-01-01')).toBe(1)
    expect(between('2023-07-01')).toBe(1)
    expect(between('2025-12-31')).toBe(1)
  })

  it('part nothing from the first day on, or after the last', () => {
    expect(breaksBetween([year(2024), year(2025)], ['a'], [one('2024-01-01'), one('2026-01-01')])).toEqual([])
    expect(breaksBetween([], ['a'], [one('2024-06-01')])).toEqual([])
    expect(breaksBetween([year(2024)], ['a'], [one('in June')])).toEqual([])
  })

  it('concern the types that they name, or all', () => {
    const breaks = [one('2024-05-01', ['a', 'b']), one('2024-03-01', ['c']), one('2024-04-01')]
    const ids = (types: string[]) => breaksBetween([year(2024)], types, breaks).map(({ id }) => id)
    expect(ids(['a'])).toEqual(['2024-04-01', '2024-05-01'])
    expect(ids(['c', 'b'])).toEqual(['2024-03-01', '2024-04-01', '2024-05-01'])
    expect(ids([])).toEqual([])
  })

  it('are the guards’ own rule: a break withholds a verdict exactly where one is found', () => {
    const day = fc.integer({ min: 18_000, max: 19_000 })
    fc.assert(
      fc.property(day, day, day, (a, b, c) => {
        const [before, after] = [
          { from: a, to: a + 30 },
          { from: b, to: b + 30 },
        ]
        const found = breaksBetween([before, after], ['a'], [one(isoDate(c))]).length === 1
        expect(found).toBe(c > Math.min(a, b) && c < Math.max(a, b) + 30)
      }),
    )
  })

  it('cross to the effect’s evidence as day and kind', () => {
    const found: DataBreak[] = dataBreaks(
      [one('2024-05-01', ['a']), one('2024-06-01', ['b']), one('?', ['a'])],
      ['a'],
    )
    expect(found).toEqual([{ kind: 'category', day: dayNumber(2024, 5, 1) }])
  })
})
