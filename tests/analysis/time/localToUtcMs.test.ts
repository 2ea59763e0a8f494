import { describe, expect, it } from 'vitest'
import { localDays, localHoursOfWeek, localToUtcMs, midnightSpike } from '../../../src/analysis/index.ts'
import { MISSING_DAY, MISSING_HOUR } from '../../../src/domain/incident.ts'
import { dayNumber } from '../../../src/domain/period.ts'

const utc = (wallTime: string, zone = 'Europe/Stockholm') =>
  new Date(localToUtcMs(wallTime, zone)).toISOString()

describe('localToUtcMs', () => {
  it('knows summer, winter, the gap and the doubled hour', () => {
    expect(utc('2024-01-15T12:00')).toBe('2024-01-15T11:00:00.000Z')
    expect(utc('2024-07-15 12:00:07.5')).toBe('2024-07-15T10:00:07.500Z')
    expect(utc('2024-03-31T02:30')).toBe('2024-03-31T01:30:00.000Z')
    expect(utc('2024-10-27T02:30')).toBe('2024-10-27T00:30:00.000Z')
    expect(utc('2024-11-03T01:30', 'America/New_York')).toBe('2024-11-03T05:30:00.000Z')
  })

  it('believes a text that says its offset', () => {
    expect(utc('2024-10-27T02:30+01:00')).toBe('2024-10-27T01:30:00.000Z')
    expect(utc('2024-06-02T23:30Z')).toBe('2024-06-02T23:30:00.000Z')
    expect(utc('2024-06-02T23:30-0330')).toBe('2024-06-03T03:00:00.000Z')
  })

  it('refuses what is no time', () => {
    for (const text of [
      '',
      '2024-02-30T10:00',
      '2024-13-01T10:00',
      '2024-01-01T24:00',
      '2024-01-01T10:60',
      '10:00',
      '2024-01-01',
    ])
      expect(() => localToUtcMs(text, 'Europe/Stockholm'), text).toThrow(/wallTime is/)
    expect(() => localToUtcMs('2024-01-01T10:00', 'Europe/Nowhere')).toThrow(RangeError)
  })
})

describe('local columns', () => {
  it('gives local days and hours of the week, and what is missing', () => {
    const times = [
      localToUtcMs('2024-06-03T00:10', 'Europe/Stockholm'),
      NaN,
      localToUtcMs('2024-12-29T23:59', 'Europe/Stockholm'),
    ]
    expect(Array.from(localDays(times, 'Europe/Stockholm'))).toEqual([
      dayNumber(2024, 6, 3),
      MISSING_DAY,
      dayNumber(2024, 12, 29),
    ])
    expect(Array.from(localHoursOfWeek(times, 'Europe/Stockholm'))).toEqual([0, MISSING_HOUR, 167])
  })
})

describe('midnightSpike', () => {
  const hours = Array.from({ length: 23 }, (_, h) =>
    localToUtcMs(`2024-05-15T${String(h + 1).padStart(2, '0')}:00`, 'Europe/Stockholm'),
  )
  const midnight = localToUtcMs('2024-05-15T00:00', 'Europe/Stockholm')

  it('tells a default time from a time', () => {
    expect(midnightSpike([...hours, ...Array<number>(12).fill(midnight)], 'Europe/Stockholm')).toEqual({
      atMidnight: 12,
      expected: 1,
      suspicious: true,
    })
    expect(midnightSpike([...hours, midnight, midnight + 60_000, NaN], 'Europe/Stockholm')).toEqual({
      atMidnight: 1,
      expected: 1,
      suspicious: false,
    })
    const busy = [...hours, ...hours, ...hours, ...hours, ...Array<number>(12).fill(midnight)]
    expect(midnightSpike(busy, 'Europe/Stockholm').suspicious).toBe(false)
    expect(midnightSpike([], 'Europe/Stockholm').suspicious).toBe(false)
  })
})
