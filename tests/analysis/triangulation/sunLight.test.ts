import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lightAt, shareInLight, sunLight } from '../../../src/analysis/index.ts'

const utc = (text: string) => Date.parse(`${text}Z`)
const STOCKHOLM = [59.33, 18.07] as const
const KIRUNA = [67.86, 20.23] as const
const year = (place: readonly [number, number]) =>
  sunLight(utc('2025-01-01T00:00'), utc('2026-01-01T00:00'), ...place)
const MINUTE = 60_000

/** The beginnings of a day in UTC, with the light that begins. */
function changes(place: readonly [number, number], day: string) {
  const { at, light } = year(place)
  const from = utc(`${day}T00:00`)
  return [...at]
    .map((time, i) => ({ time, light: light[i] }))
    .filter(({ time }) => time >= from && time < from + 24 * 60 * MINUTE)
}

describe('the light of the sun', () => {
  it('changes in Stockholm at the almanac’s hours, within three minutes', () => {
    // Sunrise and sunset of the almanac: 8.44 and 14.48 (CET) at midwinter, 6.03 and 18.13 (CET) at the vernal equinox.
    for (const [day, sunrise, sunset] of [
      ['2025-12-21', '07:44', '13:48'],
      ['2025-03-20', '04:52', '17:02'],
    ]) {
      const found = changes(STOCKHOLM, day)
      expect(found.map(({ light }) => light)).toEqual(['dusk', 'daylight', 'dusk', 'dark'])
      expect(Math.abs(found[1].time - utc(`${day}T${sunrise}`))).toBeLessThan(3 * MINUTE)
      expect(Math.abs(found[2].time - utc(`${day}T${sunset}`))).toBeLessThan(3 * MINUTE)
    }
  })

  it('has no dark in the Kiruna summer, and no daylight but dusk at midwinter', () => {
    const table = year(KIRUNA)
    for (let hour = 0; hour < 24; hour++) {
      expect(lightAt(table, utc('2025-06-21T00:30') + hour * 60 * MINUTE)).toBe('daylight')
      expect(lightAt(table, utc('2025-08-02T00:30') + hour * 60 * MINUTE)).not.toBe('dark')
      expect(lightAt(table, utc('2025-12-21T00:30') + hour * 60 * MINUTE)).not.toBe('daylight')
    }
    expect(lightAt(table, utc('2025-12-21T10:30'))).toBe('dusk')
    expect(lightAt(table, utc('2025-12-21T20:30'))).toBe('dark')
  })

  it('shares an interval out by the time that it spends in each light', () => {
    const table = year(STOCKHOLM)
    const [dawn, sunrise, sunset, dusk] = changes(STOCKHOLM, '2025-03-20').map(({ time }) => time)
    expect(shareInLight(table, 'dusk', dawn, sunrise)).toBe(1)
    expect(shareInLight(table, 'daylight', sunrise, sunset)).toBe(1)
    const from = dawn - 30 * MINUTE
    const whole = dusk + 30 * MINUTE - from
    expect(shareInLight(table, 'dark', from, from + whole)).toBeCloseTo((60 * MINUTE) / whole, 12)
    expect(shareInLight(table, 'daylight', sunrise, NaN)).toBe(1)
    expect(shareInLight(table, 'dusk', sunrise, sunrise)).toBe(0)
    expect(shareInLight(table, 'dusk', NaN, sunrise)).toBeNaN()
    expect(shareInLight(table, 'dusk', sunrise, dawn)).toBeNaN()
    expect(shareInLight(table, 'dusk', dawn, dawn + 169 * 60 * MINUTE)).toBeNaN()
  })

  it('shares that are known sum to one', () => {
    const table = year(KIRUNA)
    const start = fc.integer({ min: utc('2025-01-02T00:00'), max: utc('2025-12-20T00:00') })
    fc.assert(
      fc.property(start, fc.integer({ min: 0, max: 168 * 60 }), (from, minutes) => {
        const shares = (['daylight', 'dusk', 'dark'] as const).map((light) =>
          shareInLight(table, light, from, from + minutes * MINUTE),
        )
        expect(shares[0] + shares[1] + shares[2]).toBeCloseTo(1, 9)
        for (const share of shares) expect(share).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  it('refuses what is no time and no place', () => {
    expect(() => sunLight(1, 0, 59, 18)).toThrow(RangeError)
    expect(() => sunLight(0, 1, 91, 18)).toThrow(RangeError)
  })
})
