import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayNumber, isoDate } from '../../../src/domain/period.ts'
import { EMPTY_SELECTION } from '../../../src/domain/selection.ts'
import { areaSeries } from '../../../src/workers/engine/areaSeries.ts'
import { engineOf, rectangle, type Incident } from './incidents.ts'

const at = (day: number, area: 0 | 1 | 2, part: Partial<Incident> = {}): Incident => ({
  kind: 0,
  type: 1,
  from: null,
  to: null,
  day,
  at: area === 2 ? [1500, 100] : [area === 0 ? 100 : 600, 100],
  ...part,
})
const AREAS = [rectangle(0, 0, 500, 500), rectangle(500, 0, 1000, 500)]

function seriesOf(incidents: Incident[], selection = {}) {
  const engine = engineOf(incidents)
  engine.setAreas(['a', 'b'], AREAS)
  const { periods, counts } = areaSeries(engine, { ...EMPTY_SELECTION, ...selection })
  return {
    periods: periods.map(({ from, to }) => `${isoDate(from)}_${isoDate(to)}`),
    a: Array.from(counts.slice(0, periods.length)),
    b: Array.from(counts.slice(periods.length)),
  }
}
const day = (year: number, month: number, date: number) => dayNumber(year, month, date)

describe('areas year by year', () => {
  const rows = [
    at(day(2022, 1, 1), 0),
    at(day(2022, 12, 31), 1),
    at(day(2023, 2, 1), 0),
    at(day(2023, 2, 2), 0),
    at(day(2023, 5, 1), 0),
    at(day(2024, 1, 5), 1),
    at(day(2024, 4, 30), 1),
    at(day(2024, 3, 1), 2),
    at(day(2024, 3, 1), 0, { kind: 1 }),
    at(day(2024, 3, 1), 0, { type: 4 }),
    at(day(2024, 3, 1), 0, { at: null }),
  ]

  it('count the same dates of every year that the data reach over', () => {
    const period = { from: day(2024, 1, 1), to: day(2024, 5, 1) }
    expect(seriesOf(rows, { period, types: ['klotter'] })).toEqual({
      periods: ['2022-01-01_2022-05-01', '2023-01-01_2023-05-01', '2024-01-01_2024-05-01'],
      a: [1, 2, 0],
      b: [0, 0, 2],
    })
  })

  it('take the last twelve months of a longer period', () => {
    const period = { from: day(2022, 1, 1), to: day(2024, 1, 1) }
    expect(seriesOf(rows, { period })).toEqual({
      periods: ['2022-01-01_2023-01-01', '2023-01-01_2024-01-01'],
      a: [1, 3],
      b: [1, 0],
    })
  })

  it('leave the place filter out and hold all the others', () => {
    const period = { from: day(2024, 1, 1), to: day(2024, 5, 1) }
    const place = { kind: 'areas', ids: ['a'] }
    expect(seriesOf(rows, { period, place })).toEqual(seriesOf(rows, { period }))
    expect(seriesOf(rows, { period, kind: 'event' }).a).toEqual([0, 0, 1])
  })

  it('are empty without dates, and without areas', () => {
    expect(seriesOf([at(0, 0, { day: null })])).toEqual({ periods: [], a: [], b: [] })
    const engine = engineOf(rows)
    expect(areaSeries(engine, { ...EMPTY_SELECTION })).toMatchObject({ areas: 0 })
  })

  it('end with what the areas count in the chosen period', () => {
    const incidents = fc.array(
      fc.record({ date: fc.integer({ min: day(2023, 1, 1), max: day(2025, 12, 31) }), area: fc.constantFrom(0, 1, 2) }), // prettier-ignore
      { minLength: 1 },
    )
    fc.assert(
      fc.property(incidents, fc.integer({ min: 1, max: 360 }), (list, length) => {
        const engine = engineOf(list.map(({ date, area }) => at(date, area as 0)))
        engine.setAreas(['a', 'b'], AREAS)
        const to = engine.summary.span!.to
        const selection = { ...EMPTY_SELECTION, period: { from: to - length, to } }
        const { periods, counts } = areaSeries(engine, selection)
        const tally = engine.counts(selection).areas.now
        const last = periods.length - 1
        expect([counts[last], counts[periods.length + last]]).toEqual([tally[0], tally[1]])
      }),
    )
  })
})
