import { existsSync, readFileSync } from 'node:fs'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { aoristicWeights, localToUtcMs, timeOfWeekProfile } from '../../src/analysis/index.ts'
import { REFERENCE } from '../analysis/seeded.ts'

function column(file: string, names: string[], zone: string): number[][] {
  const { data } = Papa.parse<Record<string, string>>(readFileSync(`${REFERENCE}data/${file}`, 'utf8'), {
    header: true,
    skipEmptyLines: true,
  })
  return names.map((name) => data.map((row) => (row[name] ? localToUtcMs(row[name], zone) : NaN)))
}
const json = (file: string) => JSON.parse(readFileSync(`${REFERENCE}${file}`, 'utf8'))

/** Python 3.11 zoneinfo, an independent integrator in whole seconds; R agrees cell by cell on the start hours. */
describe.runIf(existsSync(REFERENCE))('times against the reference', () => {
  it('start hours of Memphis and New York', () => {
    const expected = json('time/time_of_week.json')
    const [memphis] = column('memphis_robberies_2019.csv', ['datetime_local'], 'America/Chicago')
    const one = timeOfWeekProfile({ fromUtcMs: memphis! }, { method: 'start', timeZone: 'America/Chicago' })
    expect(Array.from(one.counts)).toEqual(expected.memphis.monday_first.flat())
    const [from] = column('nyc_vehicle_thefts_2014_2017.csv', ['datetime_from'], 'America/New_York')
    const two = timeOfWeekProfile({ fromUtcMs: from! }, { method: 'start', timeZone: 'America/New_York' })
    expect(two).toMatchObject({ unknown: 0, n: 35746 })
    // A start in the spring gap (02 → 03) is read as 03 here and as the digits 02 there: the sums of both hours agree.
    const rows = expected.nyc_vehicle_thefts_from.monday_first.flat() as number[]
    const differing = rows.map((c, hour) => two.counts[hour]! - c).filter((d) => d !== 0)
    expect(differing.reduce((a, b) => a + b, 0)).toBe(0)
    expect(differing.every((d) => Math.abs(d) <= 3)).toBe(true)
    expect(differing.length).toBeLessThanOrEqual(2)
  })

  it('aoristic weights of the New York vehicle thefts, the long ones left unknown', () => {
    const zone = 'America/New_York'
    const [fromUtcMs, toUtcMs] = column(
      'nyc_vehicle_thefts_2014_2017.csv',
      ['datetime_from', 'datetime_to'],
      zone,
    )
    const profile = timeOfWeekProfile(
      { fromUtcMs: fromUtcMs!, toUtcMs: toUtcMs! },
      { method: 'aoristic', timeZone: zone },
    )
    const table = json('aoristic/aoristic_tables.json')[
      'nyc_vehicle_thefts|elapsed|cap168'
    ].monday_first.flat() as number[]
    expect(profile).toMatchObject({ unknown: 2843, n: 35746 })
    table.forEach((sum, hour) =>
      expect(Math.abs(profile.counts[hour]! - (sum - 2843 / 168))).toBeLessThan(1e-6),
    )
  })

  it('the hand-made cases', () => {
    const { zone, cases } = json('aoristic/cases.json')
    const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
    const fraction = (text: string) =>
      text
        .split('/')
        .map(Number)
        .reduce((a, b) => a / b)
    let compared = 0
    for (const { id, from, to, w, elapsed } of cases) {
      const expected = elapsed ?? w
      if (!expected) continue
      const weights = aoristicWeights(localToUtcMs(from, zone), localToUtcMs(to, zone), zone)
      if (weights === 'unknown') throw new Error(id)
      const found = Object.fromEntries(
        weights.map(({ hour, weight }) => [
          `${days[Math.floor(hour / 24)]} ${String(hour % 24).padStart(2, '0')}`,
          weight,
        ]),
      )
      expect(Object.keys(found).sort(), id).toEqual(Object.keys(expected).sort())
      for (const [bin, text] of Object.entries<string>(expected))
        expect(found[bin], id).toBeCloseTo(fraction(text), 12)
      compared++
    }
    expect(compared).toBe(18 - 1)
  })

  it('the hand-made cases that are told by a rule, by the product’s policy', () => {
    const { zone, cases } = json('aoristic/cases.json')
    const of = (id: string) => cases.find((entry: { id: string }) => entry.id === id)
    const weights = (id: string) =>
      aoristicWeights(localToUtcMs(of(id).from, zone), of(id).to ? localToUtcMs(of(id).to, zone) : NaN, zone)
    const spread = weights('A15')
    if (spread === 'unknown') throw new Error('A15')
    expect(spread.map(({ hour }) => hour).sort((a, b) => a - b)).toEqual([...Array(168).keys()])
    for (const { weight } of spread) expect(weight).toBeCloseTo(1 / 168, 12)
    // Longer than a week and from after to: unknown, never spread.
    expect([weights('A16'), weights('A17')]).toEqual(['unknown', 'unknown'])
    // Missing to: the start bin, Wednesday 12.
    expect(weights('A18')).toEqual([{ hour: 2 * 24 + 12, weight: 1 }])
    // Missing from: nothing to start at.
    expect(aoristicWeights(NaN, localToUtcMs(of('A19').to, zone), zone)).toBe('unknown')
    const weekend = weights('A22')
    if (weekend === 'unknown') throw new Error('A22')
    expect(weekend).toHaveLength(63)
    const hours = new Set(weekend.map(({ hour }) => hour))
    for (let hour = 4 * 24 + 16; hour < 168 + 7; hour++)
      expect(hours.has(hour % 168), String(hour)).toBe(true)
    for (const { weight } of weekend) expect(weight).toBeCloseTo(1 / 63, 12)
  })

  it('agrees with the independent integrator on every elapsed case', () => {
    const { cases, disagreements } = json('aoristic/cases_verified.json')
    const { zone, cases: asked } = json('aoristic/cases.json')
    expect(disagreements).toBe(0)
    let shares = 0
    for (const { id, elapsed } of cases) {
      const { from, to } = asked.find((entry: { id: string }) => entry.id === id)
      // A16 is the one the product does not spread.
      if (!elapsed || id === 'A16') continue
      const weights = aoristicWeights(localToUtcMs(from, zone), localToUtcMs(to, zone), zone)
      if (weights === 'unknown') throw new Error(id)
      const total = weights.reduce((sum, { weight }) => sum + weight, 0)
      expect(total, id).toBeCloseTo(1, 12)
      const { '...': rest, ...bins } = elapsed as Record<string, string>
      expect(weights.length, id).toBe(rest ? parseInt(rest) : Object.keys(bins).length)
      for (const [bin, share] of Object.entries(bins)) {
        const [day, hour] = bin.split(' ')
        const [part, whole] = [...share.split('/'), '1'].map(Number)
        const index = 24 * ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(day!) + Number(hour)
        expect(weights.find(({ hour: at }) => at === index)?.weight, id).toBeCloseTo(part! / whole!, 12)
        shares++
      }
    }
    expect(shares).toBe(49)
  })
})
