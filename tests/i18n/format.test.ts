import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayNumber } from '../../src/domain/period.ts'
import { createFormatter, type Language } from '../../src/i18n/format.ts'
import { en } from '../../src/i18n/en.ts'
import { sv } from '../../src/i18n/sv.ts'

const NBSP = '\u00a0'
const MINUS = '\u2212'
const formats = { sv: createFormatter('sv'), en: createFormatter('en') }
const LANGUAGES: Language[] = ['sv', 'en']
const months = (year: number, from: number, to: number, endYear = year) => ({
  from: dayNumber(year, from, 1),
  to: dayNumber(endYear, to + 1, 1),
})

describe('figures', () => {
  it('group thousands and mark decimals as the language does', () => {
    expect(formats.sv.integer(1_234_567)).toBe(`1${NBSP}234${NBSP}567`)
    expect(formats.en.integer(1_234_567)).toBe('1,234,567')
    expect(formats.sv.decimal(1234.56, 1)).toBe(`1${NBSP}234,6`)
    expect(formats.en.decimal(1234.56, 1)).toBe('1,234.6')
  })

  it('have a no-break space before % in Swedish, a true minus, a plus where it is a change', () => {
    for (const language of LANGUAGES) {
      const f = formats[language]
      const sign = language === 'sv' ? `${NBSP}%` : '%'
      expect(f.percent(0.38)).toBe(`38${sign}`)
      expect(f.change(0.2182)).toBe(`+22${sign}`)
      expect(f.change(-0.1791)).toBe(`${MINUS}18${sign}`)
      expect(f.change(0)).toBe(`±0${sign}`)
      expect(f.change(-0.004)).toBe(`±0${sign}`)
      expect(f.signed(12)).toBe('+12')
      expect(f.signed(-118)).toBe(`${MINUS}118`)
    }
    expect(formats.sv.change(12.5)).toBe(`+1${NBSP}250${NBSP}%`)
    expect(formats.sv.percent(0.0042, 1)).toBe(`0,4${NBSP}%`)
  })

  it('never write a minus before nothing, a hyphen for a minus, or a space that breaks', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e7, max: 1e7, noNaN: true }),
        fc.integer({ min: 0, max: 4 }),
        fc.constantFrom(...LANGUAGES),
        (value, digits, language) => {
          const f = formats[language]
          for (const text of [
            f.integer(value),
            f.decimal(value, digits),
            f.percent(value, digits),
            f.change(value),
            f.signed(value),
          ]) {
            expect(text).not.toMatch(/[- ]/)
            if (text.startsWith(MINUS)) expect(text).toMatch(/[1-9]/)
          }
        },
      ),
    )
    for (const language of LANGUAGES) {
      const f = formats[language]
      expect(f.decimal(-0.3, 0)).toBe('0')
      expect(f.decimal(-0.001, 2)).toMatch(/^0[,.]00$/)
      expect(f.percent(-0.001)).toMatch(/^0\u00a0?%$/)
      expect(f.integer(-0.2)).toBe('0')
    }
  })

  it('give lengths and sizes in the unit that people use', () => {
    expect(formats.sv.distance(150)).toBe(`150${NBSP}m`)
    expect(formats.sv.distance(1200)).toBe(`1,2${NBSP}km`)
    expect(formats.en.distance(2000)).toBe(`2${NBSP}km`)
    expect(formats.sv.bytes(3_700_000)).toBe(`3,7${NBSP}MB`)
    expect(formats.sv.bytes(12_300)).toBe(`12${NBSP}kB`)
    expect(formats.en.bytes(17)).toBe(`17${NBSP}B`)
  })
})

describe('periods', () => {
  const { sv: s, en: e } = formats

  it('of whole months and years stand as people say them', () => {
    expect(s.period(months(2025, 1, 4))).toBe('jan–apr 2025')
    expect(e.period(months(2025, 1, 4))).toBe('Jan–Apr 2025')
    expect(s.period(months(2025, 3, 3))).toBe('mars 2025')
    expect(s.period(months(2024, 1, 12))).toBe('2024')
    expect(s.period(months(2023, 1, 12, 2025))).toBe('2023–2025')
    expect(s.period(months(2024, 11, 2, 2025))).toBe('nov 2024–feb 2025')
    expect(s.periodWithoutYear(months(2025, 1, 4))).toBe('jan–apr')
  })

  it('of days name the first and the last day that is in', () => {
    const span = { from: dayNumber(2025, 3, 1), to: dayNumber(2025, 4, 13) }
    expect(s.period(span)).toBe('1 mars–12 april 2025')
    expect(e.period(span)).toBe('1 March–12 April 2025')
    expect(s.period({ from: dayNumber(2025, 3, 1), to: dayNumber(2025, 3, 2) })).toBe('1 mars 2025')
    const week = { from: dayNumber(2025, 1, 1), to: dayNumber(2025, 1, 8) }
    expect(s.period(week)).toBe('1–7 januari 2025')
    expect(e.period(week)).toBe('1–7 January 2025')
    expect(s.periodWithoutYear(week)).toBe('1–7 januari')
    const newYear = { from: dayNumber(2024, 12, 24), to: dayNumber(2025, 1, 7) }
    expect(s.period(newYear)).toBe('24 december 2024–6 januari 2025')
    expect(s.day(dayNumber(2025, 3, 1))).toBe('1 mars 2025')
  })

  it('without the year keep both years where they differ', () => {
    const newYear = { from: dayNumber(2024, 12, 24), to: dayNumber(2025, 1, 7) }
    expect(s.periodWithoutYear(newYear)).toBe('24 december 2024–6 januari 2025')
    expect(s.periodWithoutYear({ from: dayNumber(2025, 3, 1), to: dayNumber(2025, 4, 13) })).toBe(
      '1 mars–12 april',
    )
  })

  it('never hold a point, a hyphen or two spaces', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: dayNumber(1995, 1, 1), max: dayNumber(2035, 1, 1) }),
        fc.integer({ min: 1, max: 2000 }),
        fc.constantFrom(...LANGUAGES),
        (from, days, language) => {
          const text = formats[language].period({ from, to: from + days })
          expect(text).not.toMatch(/[.-]| {2}|undefined|Invalid/)
          expect(text).toMatch(/\d{4}$/)
        },
      ),
    )
  })
})

describe('the week', () => {
  const { sv: s, en: e } = formats

  it('has short, plural and windowed days', () => {
    expect([0, 5, 6].map(s.weekday)).toEqual(['mån', 'lör', 'sön'])
    expect([0, 6].map(e.weekday)).toEqual(['Mon', 'Sun'])
    expect(s.weekdays(4)).toBe('fredagar')
    expect(e.weekdays(4)).toBe('Fridays')
    expect(Array.from({ length: 12 }, (_, i) => s.month(i + 1))).toEqual(
      expect.arrayContaining(['jan', 'mars', 'maj', 'juni', 'juli', 'dec']),
    )
  })

  it('has windows by clock hours, nights under the day on which they start', () => {
    expect(s.hourWindow({ dayFrom: 4, dayTo: 5, start: 16, length: 5 })).toBe('fre–lör 22–03')
    expect(e.hourWindow({ dayFrom: 4, dayTo: 5, start: 16, length: 5 })).toBe('Fri–Sat 22–03')
    expect(s.hourWindow({ dayFrom: 3, dayTo: 3, start: 14, length: 5 })).toBe('tors 20–01')
    expect(s.hourWindow({ dayFrom: 6, dayTo: 5, start: 0, length: 4 })).toBe('alla dagar 06–10')
    expect(e.hourWindow({ dayFrom: 0, dayTo: 6, start: 0, length: 4 })).toBe('every day 06–10')
    expect(s.hourWindow({ dayFrom: 5, dayTo: 6, start: 0, length: 24 })).toBe('lör–sön')
    expect(s.hourOfWeek(6 * 24 + 2)).toBe('lör 02')
    expect(s.hourOfWeek(6)).toBe('mån 06')
    expect(s.hourOfWeek(5)).toBe('sön 05')
  })

  it('lists and sorts as the language does', () => {
    expect(s.list(['a', 'b', 'c'])).toBe('a, b och c')
    expect(e.list(['a', 'b', 'c'])).toBe('a, b and c')
    expect(s.list([])).toBe('')
    expect(['öl', 'zebra', 'ål', 'rad 10', 'rad 9'].sort(s.compare)).toEqual([
      'rad 9',
      'rad 10',
      'zebra',
      'ål',
      'öl',
    ])
  })
})

describe('the catalogues', () => {
  const leaves = (value: unknown, path: string): [string, unknown][] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, child]) => leaves(child, `${path}.${key}`))
      : [[path, value]]

  it('hold the same keys of the same kinds in both languages, and no empty or doubled space', () => {
    const kinds = (catalogue: unknown) =>
      leaves(catalogue, '').map(([path, leaf]) => `${path}: ${typeof leaf}`)
    expect(kinds(en).sort()).toEqual(kinds(sv).sort())
    for (const catalogue of [sv, en])
      for (const [path, leaf] of leaves(catalogue, ''))
        if (typeof leaf === 'string') expect(`${path}=${leaf}`).not.toMatch(/ {2}|^[^=]+=(\s|$)|\s$/)
  })

  it('break no line between a figure and its % in Swedish', () => {
    for (const [path, leaf] of leaves(sv, ''))
      if (typeof leaf === 'string') expect(`${path}=${leaf}`).not.toMatch(/\d %/)
  })
})

describe('sentences of the places', () => {
  it('agree with their numbers, in both languages', () => {
    for (const [language, { readings }] of [
      ['sv', sv],
      ['en', en],
    ] as const) {
      const f = formats[language]
      const noun = readings.nouns.crimeShort()
      for (let places = 0; places <= 14; places++)
        for (const text of [
          readings.where(f, { places, inside: places * 5, all: 90, noun }),
          readings.concentration(f, { places, surfaceShare: 0.003, share: 0.4 }),
          readings.giCells(f, { hot: places, cell: `300${NBSP}m`, noun }),
          ...(places > 0 ? [0, 1, places].map((clear) => readings.whereChance(f, { clear, places })) : []),
        ]) {
          expect(text).toMatch(/^[A-ZÅÄÖ0-9]/)
          expect(text).toMatch(/\.$/)
          expect(text).not.toMatch(/undefined|NaN|[ \u00a0]{2}/)
        }
    }
    expect(sv.readings.whereChance(formats.sv, { clear: 1, places: 4 })).toMatch(/^En av dem/)
    expect(en.readings.whereChance(formats.en, { clear: 1, places: 4 })).toMatch(/^One of them is /)
    expect(en.readings.whereChance(formats.en, { clear: 2, places: 4 })).toMatch(/^Two of them are /)
    expect(sv.readings.whereChance(formats.sv, { clear: 0, places: 1 })).not.toContain('dem')
    expect(en.readings.whereChance(formats.en, { clear: 0, places: 1 })).not.toContain('them')
  })
})
