import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  aoristicWeights,
  localDays,
  localHoursOfWeek,
  localToUtcMs,
  midnightSpike,
  samePeriodLastYear,
  timeOfWeekProfile,
} from '../../../src/analysis/index.ts'
import { MISSING_DAY, MISSING_HOUR } from '../../../src/domain/incident.ts'
import { dayNumber, isoDate } from '../../../src/domain/period.ts'

const ZONE = 'Europe/Stockholm'

describe('a zone that the runtime does not know is named', () => {
  const message = /timeZone is Mars\/Olympus; allowed: an IANA zone/
  const calls: [string, () => unknown][] = [
    ['localToUtcMs', () => localToUtcMs('2024-01-01T00:00', 'Mars/Olympus')],
    ['aoristicWeights', () => aoristicWeights(0, 1, 'Mars/Olympus')],
    ['timeOfWeekProfile', () => timeOfWeekProfile({ fromUtcMs: [] }, { method: 'start', timeZone: 'Mars/Olympus' })], // prettier-ignore
    ['localDays', () => localDays([], 'Mars/Olympus')],
    ['localHoursOfWeek', () => localHoursOfWeek([], 'Mars/Olympus')],
    ['midnightSpike', () => midnightSpike([], 'Mars/Olympus')],
  ]
  it.each(calls)('%s', (_, call) => {
    expect(call).toThrow(message)
    expect(call).toThrow(RangeError)
  })
})

describe('instants that are none', () => {
  it('are unknown, counted, and never a share', () => {
    const odd = [NaN, Infinity, -Infinity]
    for (const from of odd)
      for (const to of [...odd, 0]) expect(aoristicWeights(from, to, ZONE)).toBe('unknown')
    expect(aoristicWeights(0, Infinity, ZONE)).toBe('unknown')
    expect(aoristicWeights(0, -Infinity, ZONE)).toBe('unknown')
    expect(aoristicWeights(0, NaN, ZONE)).toEqual([{ hour: 73, weight: 1 }])
    for (const method of ['start', 'midpoint', 'aoristic'] as const)
      expect(
        timeOfWeekProfile({ fromUtcMs: odd, toUtcMs: [0, 0, 0] }, { method, timeZone: ZONE }),
      ).toMatchObject({ unknown: 3, n: 3 })
    expect(Array.from(localDays(odd, ZONE))).toEqual(Array(3).fill(MISSING_DAY))
    expect(Array.from(localHoursOfWeek(odd, ZONE))).toEqual(Array(3).fill(MISSING_HOUR))
    expect(midnightSpike(odd, ZONE)).toEqual({ atMidnight: 0, expected: 0, suspicious: false })
  })
})

describe('localToUtcMs', () => {
  it('refuses an offset that no clock has', () => {
    for (const text of ['2024-01-01T10:00+24:00', '2024-01-01T10:00-10:60', '2024-01-01T10:00+9999'])
      expect(() => localToUtcMs(text, ZONE), text).toThrow(/an offset of -23:59 to \+23:59/)
  })

  it('is turned round by the clock on the wall, save in the hour that is skipped', () => {
    const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short', timeStyle: 'short' })
    const day = fc.integer({ min: dayNumber(1990, 1, 1), max: dayNumber(2050, 1, 1) })
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 1439 }), (date, minute) => {
        const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
        const wall = `${isoDate(date)} ${time}`
        const utc = localToUtcMs(wall, ZONE)
        const seen = clock.format(utc)
        if (seen !== wall) expect(clock.format(utc - 3_600_000).slice(0, 13)).toBe(`${isoDate(date)} 01`)
        // Offsets say when they are, whatever the zone.
        expect(localToUtcMs(`${wall}Z`, ZONE)).toBe(date * 86_400_000 + minute * 60_000)
        expect(localToUtcMs(`${wall}+02:00`, ZONE)).toBe(localToUtcMs(`${wall}Z`, ZONE) - 7_200_000)
      }),
    )
  })
})

describe('local columns', () => {
  it('give the day and hour that the clock on the wall shows', () => {
    const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short', timeStyle: 'short' })
    const instant = fc.integer({ min: Date.UTC(1990, 0) / 1000, max: Date.UTC(2050, 0) / 1000 })
    fc.assert(
      fc.property(instant, (seconds) => {
        const [date, time] = clock.format(seconds * 1000).split(' ') as [string, string]
        const day = localDays([seconds * 1000], ZONE)[0]!
        expect(isoDate(day)).toBe(date)
        const weekday = (((day + 3) % 7) + 7) % 7
        expect(localHoursOfWeek([seconds * 1000], ZONE)[0]).toBe(weekday * 24 + Number(time.slice(0, 2)))
      }),
    )
  })
})

describe('midnightSpike', () => {
  it('needs ten, and more than three times the other full hours; minutes past do not count', () => {
    const hours = fc.array(fc.integer({ min: 0, max: 23 }), { maxLength: 120 })
    fc.assert(
      fc.property(hours, fc.integer({ min: 0, max: 30 }), (list, defaults) => {
        const at = (hour: number, minute = '00') =>
          localToUtcMs(`2024-05-15T${String(hour).padStart(2, '0')}:${minute}`, ZONE)
        const times = [...list.map((hour) => at(hour)), ...Array<number>(defaults).fill(at(0)), at(0, '07')]
        const atMidnight = list.filter((hour) => hour === 0).length + defaults
        const expected = list.filter((hour) => hour > 0).length / 23
        expect(midnightSpike(times, ZONE)).toEqual({
          atMidnight,
          expected,
          suspicious: atMidnight >= 10 && atMidnight > 3 * expected,
        })
      }),
    )
  })
})

describe('samePeriodLastYear', () => {
  it('refuses days that are none', () => {
    expect(() => samePeriodLastYear({ from: NaN, to: 10 }, 1)).toThrow(/period.from is NaN/)
    expect(() => samePeriodLastYear({ from: 0.5, to: 10 }, 1)).toThrow(/period.from is 0.5/)
    expect(() => samePeriodLastYear({ from: 0, to: NaN }, 1)).toThrow(/period.to is NaN/)
    expect(() => samePeriodLastYear({ from: 0, to: Infinity }, 1)).toThrow(/period.to is Infinity/)
    expect(() => samePeriodLastYear({ from: 0, to: 10 }, NaN)).toThrow(/years is NaN/)
    expect(() => samePeriodLastYear({ from: 0, to: 10 }, -1)).toThrow(/years is -1/)
  })

  it('of two periods that follow each other gives two that do, save round a leap day', () => {
    const day = fc.integer({ min: dayNumber(2001, 1, 1), max: dayNumber(2050, 1, 1) })
    const length = fc.integer({ min: 1, max: 400 })
    fc.assert(
      fc.property(day, length, length, (from, a, b) => {
        fc.pre(!isoDate(from + a).endsWith('02-29'))
        const first = samePeriodLastYear({ from, to: from + a }, 1).period
        const second = samePeriodLastYear({ from: from + a, to: from + a + b }, 1).period
        expect(second.from).toBe(first.to)
        expect(samePeriodLastYear({ from, to: from + a + b }, 1).period).toEqual({ from: first.from, to: second.to }) // prettier-ignore
      }),
    )
  })
})
