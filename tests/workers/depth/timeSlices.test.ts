import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayNumber, isoDate, type Period } from '../../../src/domain/period.ts'
import { coveredSlices, timeSlices } from '../../../src/workers/depth/timeSlices.ts'

const text = ({ from, to }: Period) => `${isoDate(from)}/${isoDate(to)}`

describe('timeSlices', () => {
  it('cuts by the calendar and leaves out what the span does not fill', () => {
    const span = { from: dayNumber(2024, 1, 15), to: dayNumber(2024, 12, 31) }
    const { slices, leftOut } = timeSlices(span, 'quarter')
    expect(slices.map(text)).toEqual(['2024-04-01/2024-07-01', '2024-07-01/2024-10-01'])
    expect(leftOut.map(text)).toEqual(['2024-01-15/2024-04-01', '2024-10-01/2024-12-31'])
    expect(timeSlices(span, 'year')).toEqual({ slices: [], leftOut: [span] })
    expect(timeSlices({ from: dayNumber(2023, 1, 1), to: dayNumber(2024, 1, 1) }, 'month')).toMatchObject({
      slices: { length: 12 },
      leftOut: [],
    })
  })

  it('covers every day of the span once', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 15_000, max: 22_000 }),
        fc.integer({ min: 1, max: 2_000 }),
        fc.constantFrom('month' as const, 'quarter' as const, 'year' as const),
        (from, days, unit) => {
          const { slices, leftOut } = timeSlices({ from, to: from + days }, unit)
          const parts = [...slices, ...leftOut].sort((a, b) => a.from - b.from)
          let at = from
          for (const part of parts) {
            expect(part.from).toBe(at)
            at = part.to
          }
          expect(at).toBe(from + days)
          expect(leftOut.length).toBeLessThanOrEqual(2)
        },
      ),
    )
  })
})

describe('coveredSlices', () => {
  const year = timeSlices({ from: dayNumber(2024, 1, 10), to: dayNumber(2025, 1, 1) }, 'month')

  it('leaves out ends with under a tenth of a full slice, and joins what is left out', () => {
    const { slices, leftOut } = coveredSlices(year, [1, 0, 100, 90, 5, 95, 110, 100, 100, 100, 9])
    expect(slices.map(text)[0]).toBe('2024-04-01/2024-05-01')
    expect(slices).toHaveLength(8)
    expect(leftOut.map(text)).toEqual(['2024-01-10/2024-04-01', '2024-12-01/2025-01-01'])
  })

  it('keeps all where all are full, and an empty list', () => {
    expect(
      coveredSlices(
        year,
        year.slices.map(() => 7),
      ),
    ).toEqual(year)
    expect(coveredSlices({ slices: [], leftOut: [] }, [])).toEqual({ slices: [], leftOut: [] })
  })
})
