import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayNumber } from '../../src/domain/period.ts'
import {
  localDay,
  localHourOfWeek,
  localToUtcMs,
  utcToLocalMs,
  zoneTable,
} from '../../src/domain/timeZone.ts'

const stockholm = zoneTable('Europe/Stockholm')
const chicago = zoneTable('America/Chicago')
const MINUTE = 60_000

function utc(year: number, month: number, day: number, hour: number, minute: number, table = stockholm) {
  return new Date(
    localToUtcMs(dayNumber(year, month, day), (hour * 60 + minute) * MINUTE, table),
  ).toISOString()
}

describe('localToUtcMs', () => {
  it('knows winter and summer time', () => {
    expect(utc(2025, 1, 15, 12, 0)).toBe('2025-01-15T11:00:00.000Z')
    expect(utc(2025, 7, 15, 12, 0)).toBe('2025-07-15T10:00:00.000Z')
    expect(utc(1975, 7, 15, 12, 0)).toBe('1975-07-15T11:00:00.000Z')
    expect(utc(2019, 7, 4, 0, 0, chicago)).toBe('2019-07-04T05:00:00.000Z')
  })

  it('moves a wall time that does not exist forward', () => {
    expect(utc(2024, 3, 31, 1, 59)).toBe('2024-03-31T00:59:00.000Z')
    expect(utc(2024, 3, 31, 2, 0)).toBe('2024-03-31T01:00:00.000Z')
    expect(utc(2024, 3, 31, 2, 30)).toBe('2024-03-31T01:30:00.000Z')
    expect(utc(2024, 3, 31, 3, 0)).toBe('2024-03-31T01:00:00.000Z')
    expect(utc(2019, 3, 10, 2, 15, chicago)).toBe('2019-03-10T08:15:00.000Z')
  })

  it('takes the first of two equal wall times', () => {
    expect(utc(2024, 10, 27, 2, 0)).toBe('2024-10-27T00:00:00.000Z')
    expect(utc(2024, 10, 27, 2, 59)).toBe('2024-10-27T00:59:00.000Z')
    expect(utc(2024, 10, 27, 3, 0)).toBe('2024-10-27T02:00:00.000Z')
    expect(utc(2019, 11, 3, 1, 30, chicago)).toBe('2019-11-03T06:30:00.000Z')
  })

  it('comes back to the same wall time, save in a gap', () => {
    for (const table of [
      stockholm,
      chicago,
      zoneTable('Australia/Lord_Howe'),
      zoneTable('Africa/Casablanca'),
    ])
      fc.assert(
        fc.property(
          fc.integer({ min: dayNumber(1955, 1, 1), max: dayNumber(2055, 1, 1) }),
          fc.integer({ min: 0, max: 1439 }),
          (day, minute) => {
            const back = utcToLocalMs(localToUtcMs(day, minute * MINUTE, table), table)
            const moved = (back - day * 86_400_000) / MINUTE - minute
            expect([0, 30, 60, 120]).toContain(moved)
            if (moved > 0)
              expect(Math.abs(table.localEnds.reduce(nearest(back), Infinity))).toBeLessThan(7_200_001)
          },
        ),
      )
  })
})

/** Distance from `at` to the nearest transition, as a reducer. */
function nearest(at: number) {
  return (best: number, end: number) => Math.min(best, Math.abs(end - at))
}

describe('utcToLocalMs', () => {
  it('agrees with Intl at any instant', () => {
    for (const table of [stockholm, chicago]) {
      const format = new Intl.DateTimeFormat('sv-SE', {
        timeZone: table.timeZone,
        dateStyle: 'short',
        timeStyle: 'medium',
      })
      fc.assert(
        fc.property(
          fc.integer({ min: Date.UTC(1951, 0, 1) / 1000, max: Date.UTC(2059, 0, 1) / 1000 }),
          (s) => {
            const local = new Date(utcToLocalMs(s * 1000, table)).toISOString()
            expect(local.slice(0, 19).replace('T', ' ')).toBe(format.format(s * 1000))
          },
        ),
        { numRuns: 2000 },
      )
    }
  })

  it('gives the local day and hour of the week', () => {
    const local = utcToLocalMs(Date.UTC(2024, 5, 2, 23, 30), stockholm)
    expect(localDay(local)).toBe(dayNumber(2024, 6, 3))
    expect(localHourOfWeek(local)).toBe(1)
    expect(localHourOfWeek(utcToLocalMs(Date.UTC(1969, 11, 31, 22, 0), stockholm))).toBe(2 * 24 + 23)
  })
})

describe('zoneTable', () => {
  it('refuses an unknown zone and keeps a known one', () => {
    expect(() => zoneTable('Europe/Exempelköping')).toThrow(RangeError)
    expect(zoneTable('Europe/Stockholm')).toBe(stockholm)
    expect(zoneTable('UTC').starts.length).toBe(1)
  })
})
