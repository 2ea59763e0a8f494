import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isoDate } from '../../src/domain/period.ts'
import { parseClock, parseDateTime, type DateOrder } from '../../src/ingest/dates.ts'

function read(text: string, order: DateOrder): string | null {
  const out = { day: NaN, msOfDay: NaN, offsetMs: NaN }
  if (!parseDateTime(text, order, out)) return null
  const clock = Number.isNaN(out.msOfDay)
    ? ''
    : out.msOfDay === 86_400_000
      ? ' 24:00:00'
      : ` ${new Date(out.msOfDay).toISOString().slice(11, 19)}`
  const offset = Number.isNaN(out.offsetMs) ? '' : ` ${out.offsetMs / 60_000}`
  return isoDate(out.day) + clock + offset
}

describe('parseDateTime', () => {
  it.each<[string, DateOrder, string | null]>([
    ['2025-03-01', 'ymd', '2025-03-01'],
    ['2025-03-01T23:15', 'ymd', '2025-03-01 23:15:00'],
    ['2025-03-01 23:15:07', 'ymd', '2025-03-01 23:15:07'],
    ['2025-03-01 23:15:07.123', 'ymd', '2025-03-01 23:15:07'],
    ['2025-03-01 23.15', 'ymd', '2025-03-01 23:15:00'],
    ['2025-03-01 kl. 23.15', 'ymd', '2025-03-01 23:15:00'],
    ['2025-03-01, 2315', 'ymd', '2025-03-01 23:15:00'],
    ['2025-03-01 24:00', 'ymd', '2025-03-01 24:00:00'],
    ['2025/3/1 7:05', 'ymd', '2025-03-01 07:05:00'],
    ['25-03-01', 'ymd', '2025-03-01'],
    ['2025-03-01T22:15Z', 'ymd', '2025-03-01 22:15:00 0'],
    ['2025-03-01T23:15:00+01:00', 'ymd', '2025-03-01 23:15:00 60'],
    ['2025-03-01T23:15-0530', 'ymd', '2025-03-01 23:15:00 -330'],
    ['1/3 2025', 'dmy', '2025-03-01'],
    ['1/3 2025 23.15', 'dmy', '2025-03-01 23:15:00'],
    ['1/3/2025', 'dmy', '2025-03-01'],
    ['3/1/2025', 'mdy', '2025-03-01'],
    ['3/1/2025 11:15 PM', 'mdy', '2025-03-01 23:15:00'],
    ['3/1/2025 12:15 AM', 'mdy', '2025-03-01 00:15:00'],
    ['01.03.25', 'dmy', '2025-03-01'],
    ['31/12/99', 'dmy', '1999-12-31'],
    ['2025-03-01', 'dmy', '2025-03-01'],
    ['20250301', 'compact', '2025-03-01'],
    ['202503012315', 'compact', '2025-03-01 23:15:00'],
    ['20250301 2315', 'compact', '2025-03-01 23:15:00'],
    ['20250301T231507', 'compact', '2025-03-01 23:15:07'],
    ['250301', 'compact', '2025-03-01'],
    ['45717', 'serial', '2025-03-01'],
    ['45717,96875', 'serial', '2025-03-01 23:15:00'],
    ['1 mars 2025', 'dmy', '2025-03-01'],
    ['1 mar. 2025 kl 23:15', 'dmy', '2025-03-01 23:15:00'],
    ['March 1, 2025', 'mdy', '2025-03-01'],
    ['01-Okt-2024', 'dmy', '2024-10-01'],
    ['2024-02-29', 'ymd', '2024-02-29'],
    ['2025-02-29', 'ymd', null],
    ['2025-13-01', 'ymd', null],
    ['31/4/2025', 'dmy', null],
    ['13/1/2025', 'mdy', null],
    ['2025-03-01 25:00', 'ymd', null],
    ['2025-03-01 23:61', 'ymd', null],
    ['2025-03-01 sent', 'ymd', null],
    ['1800-01-01', 'ymd', null],
    ['9999-12-31', 'ymd', null],
    ['12', 'ymd', null],
    ['', 'ymd', null],
    ['i går', 'dmy', null],
  ])('%s as %s', (text, order, expected) => {
    expect(read(text, order)).toBe(expected)
  })

  it('reads every ISO date-time back', () => {
    const times = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(times, (time) => {
        const iso = time.toISOString()
        expect(read(iso.slice(0, 19), 'ymd')).toBe(iso.slice(0, 19).replace('T', ' '))
      }),
    )
  })

  it('throws at no text', () => {
    const orders = fc.constantFrom<DateOrder>('ymd', 'dmy', 'mdy', 'compact', 'serial')
    fc.assert(
      fc.property(fc.string(), orders, (text, order) => {
        const result = read(text, order)
        expect(result === null || /^\d{4}-\d\d-\d\d/.test(result)).toBe(true)
      }),
    )
  })
})

describe('parseClock', () => {
  it.each([
    ['23:15', 1395],
    ['23.15', 1395],
    ['2315', 1395],
    ['715', 435],
    ['kl. 23', 1380],
    ['11:15 pm', 1395],
    ['0.96875', 1395],
    ['00:00', 0],
    ['24:00', 1440],
    ['sent', NaN],
    ['25:00', NaN],
    ['', NaN],
  ])('%s', (text, minutes) => {
    expect(parseClock(text) / 60_000).toBe(minutes)
  })
})
