import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aoristicWeights, localToUtcMs, timeOfWeekProfile } from '../../../src/analysis/index.ts'

const ZONE = 'Europe/Stockholm'
const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const hourOf = (name: string) => DAYS.indexOf(name.slice(0, 3)) * 24 + Number(name.slice(4))
const from168 = (weight: (hour: number) => number) =>
  Object.fromEntries(
    Array.from(
      { length: 168 },
      (_, h) => [`${DAYS[Math.floor(h / 24)]} ${h % 24}`, weight(h)] as const,
    ).filter(([, w]) => w > 0),
  )
const ninth = (name: string) => [name, 1 / 9] as const
const seventh = (name: string) => [name, 1 / 7] as const

/** Every hand-calculated case of reference/aoristic/cases.json, in elapsed time and with the product's policies. */
const CASES: [string, string, string, Record<string, number> | 'unknown'][] = [
  ['A01 inside one hour', '2024-05-15T10:15', '2024-05-15T10:45', { 'Wed 10': 1 }],
  ['A02 two hours', '2024-05-15T10:30', '2024-05-15T12:00', { 'Wed 10': 1 / 3, 'Wed 11': 2 / 3 }],
  [
    'A03 midnight',
    '2024-05-17T22:00',
    '2024-05-18T02:00',
    { 'Fri 22': 1 / 4, 'Fri 23': 1 / 4, 'Sat 0': 1 / 4, 'Sat 1': 1 / 4 },
  ],
  ['A04 week end', '2024-05-19T23:30', '2024-05-20T00:30', { 'Sun 23': 1 / 2, 'Mon 0': 1 / 2 }],
  ['A05 year end', '2024-12-31T23:15', '2025-01-01T00:45', { 'Tue 23': 1 / 2, 'Wed 0': 1 / 2 }],
  ['A06 spring, 2 hours', '2024-03-31T01:00', '2024-03-31T04:00', { 'Sun 1': 1 / 2, 'Sun 3': 1 / 2 }],
  [
    'A07 autumn, 4 hours',
    '2024-10-27T01:00',
    '2024-10-27T04:00',
    { 'Sun 1': 1 / 4, 'Sun 2': 1 / 2, 'Sun 3': 1 / 4 },
  ],
  ['A08 inside the doubled hour', '2024-10-27T02:30+02:00', '2024-10-27T02:30+01:00', { 'Sun 2': 1 }],
  [
    'A09 night over spring, 7 hours',
    '2024-03-30T22:00',
    '2024-03-31T06:00',
    Object.fromEntries(['Sat 22', 'Sat 23', 'Sun 0', 'Sun 1', 'Sun 3', 'Sun 4', 'Sun 5'].map(seventh)),
  ],
  [
    'A10 night over autumn, 9 hours',
    '2024-10-26T22:00',
    '2024-10-27T06:00',
    {
      ...Object.fromEntries(['Sat 22', 'Sat 23', 'Sun 0', 'Sun 1', 'Sun 3', 'Sun 4', 'Sun 5'].map(ninth)),
      'Sun 2': 2 / 9,
    },
  ],
  ['A11 zero length', '2024-05-15T10:15', '2024-05-15T10:15', { 'Wed 10': 1 }],
  ['A12 zero length on the hour', '2024-05-15T10:00', '2024-05-15T10:00', { 'Wed 10': 1 }],
  ['A13 ends on the hour', '2024-05-15T10:00', '2024-05-15T11:00', { 'Wed 10': 1 }],
  ['A14 seconds', '2024-05-15T10:59:30', '2024-05-15T11:00:30', { 'Wed 10': 1 / 2, 'Wed 11': 1 / 2 }],
  ['A15 exactly 168 hours', '2024-05-06T08:00', '2024-05-13T08:00', from168(() => 1 / 168)],
  ['A16 longer than 168 hours', '2024-05-06T08:00', '2024-05-22T08:00', 'unknown'],
  ['A17 from after to', '2024-05-15T12:00', '2024-05-15T10:00', 'unknown'],
  ['A18 missing to', '2024-05-15T12:20', '', { 'Wed 12': 1 }],
  ['A19 missing from', '', '2024-05-15T12:20', 'unknown'],
  [
    'A20 a start in the spring gap',
    '2024-03-31T02:30',
    '2024-03-31T05:00',
    { 'Sun 3': 1 / 3, 'Sun 4': 2 / 3 },
  ],
  [
    'A21 a start that exists twice',
    '2024-10-27T02:30',
    '2024-10-27T04:00',
    { 'Sun 2': 3 / 5, 'Sun 3': 2 / 5 },
  ],
  [
    'A22 a weekend, 63 hours',
    '2024-05-17T16:00',
    '2024-05-20T07:00',
    from168((h) => (h >= hourOf('Fri 16') || h <= hourOf('Mon 6') ? 1 / 63 : 0)),
  ],
  ['A23 written in UTC', '2024-06-02T23:30Z', '2024-06-03T00:30Z', { 'Mon 1': 1 / 2, 'Mon 2': 1 / 2 }],
]

describe('the 23 hand-made intervals', () => {
  const at = (text: string) => (text ? localToUtcMs(text, ZONE) : NaN)

  it.each(CASES)('%s', (_, from, to, expected) => {
    const weights = aoristicWeights(at(from), at(to), ZONE)
    if (weights === 'unknown' || expected === 'unknown') return expect(weights).toBe(expected)
    const wanted = Object.entries(expected).map(([name, weight]) => ({ hour: hourOf(name), weight }))
    expect(weights).toEqual(
      wanted.sort((a, b) => a.hour - b.hour).map(({ hour, weight }) => ({ hour, weight: expect.closeTo(weight, 12) })), // prettier-ignore
    )
  })

  it('sum to n in one profile: 20 spread, 3 unknown', () => {
    const profile = timeOfWeekProfile(
      { fromUtcMs: CASES.map(([, from]) => at(from)), toUtcMs: CASES.map(([, , to]) => at(to)) },
      { method: 'aoristic', timeZone: ZONE },
    )
    expect(profile).toMatchObject({ unknown: 3, n: 23 })
    expect(profile.counts.reduce((a, b) => a + b, 0)).toBeCloseTo(20, 10)
    const expected = new Float64Array(168)
    for (const [, , , weights] of CASES)
      if (weights !== 'unknown')
        for (const [name, weight] of Object.entries(weights)) expected[hourOf(name)]! += weight
    profile.counts.forEach((count, hour) => expect(count).toBeCloseTo(expected[hour]!, 12))
  })
})

describe.each(['Europe/Stockholm', 'America/New_York', 'Australia/Lord_Howe', 'UTC'])('in %s', (timeZone) => {
  /** Instants of ten years, many of them within two days of a change of the clocks. */
  const changes = [
    Date.UTC(2024, 2, 31, 1), Date.UTC(2024, 9, 27, 1), Date.UTC(2024, 2, 10, 7), Date.UTC(2024, 10, 3, 6), Date.UTC(2024, 3, 6, 15),
  ] // prettier-ignore
  const instant = fc.oneof(
    fc.integer({ min: Date.UTC(2018, 0) / 1000, max: Date.UTC(2028, 0) / 1000 }),
    fc
      .tuple(fc.constantFrom(...changes), fc.integer({ min: -172_800, max: 172_800 }))
      .map(([change, seconds]) => change / 1000 + seconds),
  )
  const seconds = fc.integer({ min: -7200, max: 169 * 3600 })
  const spans = fc.array(
    fc.record({ from: fc.option(instant, { nil: NaN }), length: fc.option(seconds, { nil: NaN }) }),
    { maxLength: 30 },
  )
  const columns = (list: { from: number; length: number }[]) => ({
    fromUtcMs: list.map(({ from }) => from * 1000),
    toUtcMs: list.map(({ from, length }) => (from + length) * 1000),
  })

  it('Σ weights + unknown = n, whatever the method', () => {
    fc.assert(
      fc.property(spans, fc.constantFrom('start', 'midpoint', 'aoristic'), (list, method) => {
        const { counts, unknown, n } = timeOfWeekProfile(columns(list), {
          method: method as 'start',
          timeZone,
        })
        expect(n).toBe(list.length)
        expect(counts.reduce((a, b) => a + b, 0) + unknown).toBeCloseTo(n, 9)
        expect(counts.every((count) => count >= 0)).toBe(true)
      }),
    )
  })

  it('weights are shares of elapsed minutes, each where the clock on the wall puts it', () => {
    const clock = new Intl.DateTimeFormat('en-US', {
      timeZone,
      weekday: 'short',
      hour: 'numeric',
      hourCycle: 'h23',
    })
    const hourAt = (ms: number) => {
      const part = Object.fromEntries(clock.formatToParts(ms).map(({ type, value }) => [type, value]))
      return DAYS.indexOf(part.weekday!) * 24 + Number(part.hour)
    }
    fc.assert(
      fc.property(
        instant.map((s) => Math.floor(s / 60)),
        fc.integer({ min: 1, max: 600 }),
        (minute, length) => {
          const expected = new Float64Array(168)
          for (let m = minute; m < minute + length; m++) expected[hourAt(m * 60_000)]! += 1 / length
          const weights = aoristicWeights(minute * 60_000, (minute + length) * 60_000, timeZone)
          if (weights === 'unknown') throw new Error('unknown')
          const found = new Float64Array(168)
          for (const { hour, weight } of weights) found[hour] = weight
          found.forEach((weight, hour) => expect(weight).toBeCloseTo(expected[hour]!, 10))
        },
      ),
      { numRuns: 25 },
    )
  })

  it('an interval is the mean of its parts, by their lengths', () => {
    fc.assert(
      fc.property(
        instant,
        fc.integer({ min: 2, max: 168 * 3600 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (from, length, cut) => {
          // prettier-ignore
          const at = Math.max(1, Math.min(length - 1, Math.round(cut * length)))
          const spread = (a: number, b: number) => {
            const week = new Float64Array(168)
            const weights = aoristicWeights((from + a) * 1000, (from + b) * 1000, timeZone)
            if (weights === 'unknown') throw new Error('unknown')
            for (const { hour, weight } of weights) week[hour] = weight * (b - a)
            return week
          }
          const [whole, first, rest] = [spread(0, length), spread(0, at), spread(at, length)]
          whole.forEach((sum, hour) => expect(sum).toBeCloseTo(first[hour]! + rest[hour]!, 6))
        },
      ),
    )
  })

  it('a week later without a change of the clocks weighs the same', () => {
    const week = 168 * 3600
    const summer = Date.UTC(2024, 5, 3) / 1000
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 8 * week }),
        fc.integer({ min: 1, max: week }),
        (start, length) => {
          const from = (summer + start) * 1000
          expect(aoristicWeights(from, from + length * 1000, timeZone)).toEqual(
            aoristicWeights(from + week * 1000, from + (week + length) * 1000, timeZone),
          )
        },
      ),
    )
  })
})
