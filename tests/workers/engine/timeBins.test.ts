import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aoristicWeights, timeOfWeekProfile } from '../../../src/analysis/index.ts'
import { createTimeBins } from '../../../src/workers/engine/timeBins.ts'
import { columnsOf, span, TIME_ZONE, type Incident } from './incidents.ts'

const METHODS = ['start', 'midpoint', 'aoristic'] as const

const incident = (from: number | null, to: number | null): Incident => ({
  kind: 0,
  type: 0,
  from,
  to,
  day: null,
  at: null,
})

describe('the week in bins', () => {
  it('is the time-of-week profile of the analysis, whatever the spans', () => {
    fc.assert(
      fc.property(
        fc.array(span, { maxLength: 40 }),
        fc.constantFrom(...METHODS),
        fc.constantFrom(TIME_ZONE, 'America/Chicago', 'UTC'),
        (spans, method, timeZone) => {
          const columns = columnsOf(
            spans.map(({ from, to }) => incident(from, to)),
            timeZone,
          )
          const expected = timeOfWeekProfile(columns, { method, timeZone })
          const bins = createTimeBins(columns, method, timeZone)
          const week = new Float64Array(168)
          let unknown = 0
          for (let i = 0; i < columns.length; i++) if (!bins.add(i, week)) unknown++
          expect(unknown).toBe(expected.unknown)
          for (let hour = 0; hour < 168; hour++)
            expect(Math.abs(week[hour] - expected.counts[hour])).toBeLessThan(1e-5)
          expect(Math.abs(week.reduce((a, b) => a + b, 0) + unknown - columns.length)).toBeLessThan(1e-4)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('gives each incident its share in the flagged hours; all hours hold every known time whole', () => {
    fc.assert(
      fc.property(
        fc.array(span, { minLength: 1, maxLength: 20 }),
        fc.constantFrom(...METHODS),
        fc.uint8Array({ minLength: 168, maxLength: 168, max: 1 }),
        (spans, method, flags) => {
          const columns = columnsOf(spans.map(({ from, to }) => incident(from, to)))
          const bins = createTimeBins(columns, method, TIME_ZONE)
          const inside = bins.shareIn(flags)
          const outside = bins.shareIn(flags.map((flag) => 1 - flag))
          for (let i = 0; i < columns.length; i++) {
            const known = bins.add(i, new Float64Array(168))
            expect(Math.abs(inside[i] + outside[i] - (known ? 1 : 0))).toBeLessThan(1e-5)
          }
        },
      ),
    )
  })

  it('knows the nights of the clock changes', () => {
    // 2024-10-27 00:30-04:30 lasts 300 minutes, hour 02 twice; 2024-03-31 01:30-03:30 lasts 60, hour 02 not at all.
    const autumn = incident(Date.UTC(2024, 9, 26, 22, 30), Date.UTC(2024, 9, 27, 3, 30))
    const spring = incident(Date.UTC(2024, 2, 31, 0, 30), Date.UTC(2024, 2, 31, 1, 30))
    const bins = createTimeBins(columnsOf([autumn, spring]), 'aoristic', TIME_ZONE)
    const sunday = 6 * 24
    const weekOf = (i: number) => {
      const week = new Float64Array(168)
      bins.add(i, week)
      return Array.from(week.slice(sunday, sunday + 5), (share) => Math.round(share * 1000) / 1000)
    }
    expect(weekOf(0)).toEqual([0.1, 0.2, 0.4, 0.2, 0.1])
    expect(weekOf(1)).toEqual([0, 0.5, 0, 0.5, 0])
  })

  it('grows past its first room', () => {
    const week = Array.from({ length: 50 }, (_, i) =>
      incident(Date.UTC(2025, 0, 6) + i * 60_000, Date.UTC(2025, 0, 13) + i * 60_000),
    )
    const columns = columnsOf(week)
    const bins = createTimeBins(columns, 'aoristic', TIME_ZONE)
    const last = new Float64Array(168)
    expect(bins.add(49, last)).toBe(true)
    const weights = aoristicWeights(columns.fromUtcMs[49], columns.toUtcMs[49], TIME_ZONE)
    if (weights === 'unknown') throw new Error('a week can be spread')
    for (const { hour, weight } of weights) expect(last[hour]).toBeCloseTo(weight, 7)
  })
})
