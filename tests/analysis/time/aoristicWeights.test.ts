import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aoristicWeights, localToUtcMs, timeOfWeekProfile } from '../../../src/analysis/index.ts'

const ZONE = 'Europe/Stockholm'
const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const at = (text: string) => (text ? localToUtcMs(text, ZONE) : NaN)

function named(from: string, to: string): Record<string, number> | 'unknown' {
  const weights = aoristicWeights(at(from), at(to), ZONE)
  if (weights === 'unknown') return weights
  return Object.fromEntries(
    weights.map(({ hour, weight }) => [
      `${DAYS[Math.floor(hour / 24)]} ${String(hour % 24).padStart(2, '0')}`,
      expect.closeTo(weight, 12),
    ]),
  )
}

describe('aoristicWeights by hand', () => {
  it.each([
    [
      'three hours over midnight',
      '2024-05-15T23:30',
      '2024-05-16T01:15',
      { 'Wed 23': 30 / 105, 'Thu 00': 60 / 105, 'Thu 01': 15 / 105 },
    ],
    ['inside one hour', '2024-05-15T10:15', '2024-05-15T10:45', { 'Wed 10': 1 }],
    ['uneven', '2024-05-15T10:30', '2024-05-15T12:00', { 'Wed 10': 1 / 3, 'Wed 11': 2 / 3 }],
    ['over the end of the week', '2024-05-19T23:30', '2024-05-20T00:30', { 'Sun 23': 0.5, 'Mon 00': 0.5 }],
    [
      'autumn, 300 minutes',
      '2024-10-27T00:30',
      '2024-10-27T04:30',
      { 'Sun 00': 0.1, 'Sun 01': 0.2, 'Sun 02': 0.4, 'Sun 03': 0.2, 'Sun 04': 0.1 },
    ],
    ['spring, 60 minutes', '2024-03-31T01:30', '2024-03-31T03:30', { 'Sun 01': 0.5, 'Sun 03': 0.5 }],
    ['inside the doubled hour', '2024-10-27T02:30+02:00', '2024-10-27T02:30+01:00', { 'Sun 02': 1 }],
    [
      'a start that does not exist',
      '2024-03-31T02:30',
      '2024-03-31T05:00',
      { 'Sun 03': 1 / 3, 'Sun 04': 2 / 3 },
    ],
    ['a start that exists twice', '2024-10-27T02:30', '2024-10-27T04:00', { 'Sun 02': 0.6, 'Sun 03': 0.4 }],
    ['zero length', '2024-05-15T10:15', '2024-05-15T10:15', { 'Wed 10': 1 }],
    ['zero length on the hour', '2024-05-15T10:00', '2024-05-15T10:00', { 'Wed 10': 1 }],
    ['ending on the hour', '2024-05-15T10:00', '2024-05-15T11:00', { 'Wed 10': 1 }],
    ['no end', '2024-05-15T12:20', '', { 'Wed 12': 1 }],
  ])('%s', (_, from, to, expected) => {
    expect(expected).toEqual(named(from, to))
  })

  it('is unknown backwards, without a start, and beyond a week', () => {
    expect(named('2024-05-15T12:00', '2024-05-15T10:00')).toBe('unknown')
    expect(named('', '2024-05-15T10:00')).toBe('unknown')
    expect(named('2024-05-06T08:00', '2024-05-13T08:01')).toBe('unknown')
    expect(named('2024-05-06T08:00', '2024-05-22T08:00')).toBe('unknown')
  })

  it('covers the week evenly in exactly 168 hours', () => {
    const weights = aoristicWeights(at('2024-05-06T08:00'), at('2024-05-13T08:00'), ZONE)
    expect(weights).toHaveLength(168)
    expect(weights).toEqual(
      Array.from({ length: 168 }, (_, hour) => ({ hour, weight: expect.closeTo(1 / 168, 14) })),
    )
  })

  it('splits an hour that a half-hour zone change cuts', () => {
    // Lord Howe goes from +11 to +10:30 at 2024-04-06T15:00Z: local 02:00 becomes 01:30 again.
    const from = Date.UTC(2024, 3, 6, 14, 0)
    const weights = aoristicWeights(from, from + 2 * 3_600_000, 'Australia/Lord_Howe')
    expect(weights).toEqual([
      { hour: 6 * 24 + 1, weight: 0.75 },
      { hour: 6 * 24 + 2, weight: 0.25 },
    ])
  })
})

describe('timeOfWeekProfile', () => {
  const spans = {
    fromUtcMs: [
      at('2024-05-15T10:15'),
      at('2024-05-15T22:00'),
      at('2024-05-15T12:00'),
      NaN,
      at('2024-05-01T00:00'),
      at('2024-05-15T11:30'),
    ],
    toUtcMs: [
      NaN,
      at('2024-05-16T02:00'),
      at('2024-05-15T10:00'),
      at('2024-05-15T10:00'),
      at('2024-05-20T00:00'),
      at('2024-05-15T11:30'),
    ],
  }
  const wednesday = 2 * 24

  it('counts starts', () => {
    const { counts, unknown, n } = timeOfWeekProfile(spans, { method: 'start', timeZone: ZONE })
    expect([counts[wednesday + 10], counts[wednesday + 22], counts[wednesday + 12], unknown, n]).toEqual([
      1, 1, 1, 1, 6,
    ])
  })

  it('counts midpoints', () => {
    const { counts, unknown } = timeOfWeekProfile(spans, { method: 'midpoint', timeZone: ZONE })
    expect([counts[wednesday + 10], counts[wednesday + 24], counts[wednesday + 11], unknown]).toEqual([
      1, 1, 1, 3,
    ])
  })

  it('spreads intervals', () => {
    const { counts, unknown } = timeOfWeekProfile(spans, { method: 'aoristic', timeZone: ZONE })
    expect([22, 23, 24, 25].map((h) => counts[wednesday + h])).toEqual(
      Array(4).fill(expect.closeTo(0.25, 12)),
    )
    expect(unknown).toBe(3)
  })

  it('is zero without incidents and refuses unequal columns', () => {
    expect(timeOfWeekProfile({ fromUtcMs: [] }, { method: 'aoristic', timeZone: ZONE })).toMatchObject({
      unknown: 0,
      n: 0,
    })
    expect(() =>
      timeOfWeekProfile({ fromUtcMs: [1], toUtcMs: [] }, { method: 'start', timeZone: ZONE }),
    ).toThrow(RangeError)
    expect(() => timeOfWeekProfile({ fromUtcMs: [] }, { method: 'end' as 'start', timeZone: ZONE })).toThrow(
      /options.method/,
    )
  })

  it('Σ counts + unknown = n, and equals the sum of the single weights', () => {
    const instant = fc.option(fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2026, 0) }), { nil: NaN })
    const length = fc.option(fc.integer({ min: -3_600_000, max: 200 * 3_600_000 }), { nil: NaN })
    fc.assert(
      fc.property(
        fc.array(fc.tuple(instant, length), { maxLength: 20 }),
        fc.constantFrom('start' as const, 'midpoint' as const, 'aoristic' as const),
        (pairs, method) => {
          const fromUtcMs = pairs.map(([from]) => from)
          const toUtcMs = pairs.map(([from, span]) => from + span)
          const { counts, unknown, n } = timeOfWeekProfile({ fromUtcMs, toUtcMs }, { method, timeZone: ZONE })
          expect(counts.reduce((sum, c) => sum + c, 0) + unknown).toBeCloseTo(n, 9)
          if (method !== 'aoristic') return
          const single = new Float64Array(168)
          pairs.forEach((_, i) => {
            const weights = aoristicWeights(fromUtcMs[i]!, toUtcMs[i]!, ZONE)
            if (weights !== 'unknown') for (const { hour, weight } of weights) single[hour]! += weight
          })
          counts.forEach((c, hour) => expect(c).toBeCloseTo(single[hour]!, 9))
        },
      ),
    )
  })
})
