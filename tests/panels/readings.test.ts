import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { dayNumber } from '../../src/domain/period.ts'
import {
  EMPTY_SELECTION,
  type Comparison,
  type PlaceFilter,
  type Selection,
} from '../../src/domain/selection.ts'
import type { Language } from '../../src/i18n/format.ts'
import { locale } from '../../src/i18n/locale.svelte.ts'
import { comparisonSpan } from '../../src/workers/engine/comparison.ts'
import type { CountsResult, DatasetSummary, Hotspot, SurfaceResult } from '../../src/workers/messages.ts'
import { readingsOf, sentences } from './readingsOf.ts'

const kinds = (crime: number, event = 0) => ({ crime, event, fire: 0, repair: 0 })
const LANGUAGES: Language[] = ['sv', 'en']
const span = { from: dayNumber(2020, 1, 1), to: dayNumber(2026, 1, 1) }
const period = { from: dayNumber(2025, 1, 1), to: dayNumber(2025, 5, 1) }
const GROUPS = [
  { id: 'klotter', typeId: 'klotter', label: 'Klotter', kinds: kinds(9) },
  {
    id: 'misshandel-utomhus',
    typeId: 'misshandel-utomhus',
    label: 'Misshandel utomhus',
    kinds: kinds(9),
  },
  { id: '', typeId: null, label: '', kinds: kinds(1, 3) },
]

const summary = {
  rows: 100,
  kinds: kinds(97, 3),
  withCost: 0,
  layerKinds: [],
  withEnd: 0,
  span,
  months: [],
  groups: GROUPS,
} as unknown as DatasetSummary

interface Figures {
  now: number[]
  before: number[]
  comparison?: Comparison
  /** The data reach back over the comparison. */
  covered?: boolean
  week?: number[]
  unknown?: number
}

function countsOf({
  now,
  before,
  comparison = EMPTY_SELECTION.comparison,
  covered = true,
  ...rest
}: Figures) {
  const sum = (values: number[]) => values.reduce((a, b) => a + b, 0)
  const week = Float64Array.from(
    rest.week ?? Array.from({ length: 168 }, (_, hour) => (hour === 122 ? sum(now) : 0)),
  )
  const unknown = rest.unknown ?? 0
  const result: CountsResult = {
    costs: null,
    total: { now: sum(now), before: sum(before) },
    types: { now: Float64Array.from(now), before: Float64Array.from(before) },
    week: { counts: week, unknown, n: week.reduce((a, b) => a + b, 0) + unknown },
    months: new Float64Array(0),
    areas: { now: new Float64Array(1), before: new Float64Array(1) },
    withoutPosition: 0,
    period,
    comparison: comparisonSpan(period, comparison, covered ? span : period),
  }
  return result
}

const hotspot = (rank: number, incidents: number, before: number, all: number): Hotspot => ({
  rank,
  cost: null,
  polygon: [],
  lonLat: [],
  surfaceKm2: 0.05,
  surfaceShare: 0.004,
  incidents,
  share: incidents / all,
  before,
  peakDensity: 900,
  peak: { lon: 18, lat: 59, x: 674_000, y: 6_580_000 },
  badge: { lon: 18, lat: 59 },
  peakHour: 122,
  area: -1,
  moreThanChance: true,
})

const surfaceOf = (n: number, spots: number[]) =>
  ({
    exact: true,
    n,
    hotspots: spots.map((incidents, i) => hotspot(i + 1, incidents, 0, n)),
  }) as unknown as SurfaceResult

function read(
  figures: Figures,
  spots: number[] | null = null,
  part: Partial<Selection> = {},
  placed?: number,
) {
  const counts = countsOf(figures)
  const comparison = figures.comparison ?? EMPTY_SELECTION.comparison
  return readingsOf({
    selection: { ...EMPTY_SELECTION, period, comparison, ...part },
    counts,
    surface: spots ? surfaceOf(placed ?? counts.total.now, spots) : null,
    summary,
  })
}

const said = (text: string) => text.replaceAll('\u00a0', ' ')
afterEach(() => locale.use('sv'))

describe('the sentences', () => {
  it.each(LANGUAGES)('are whole in %s, whatever the figures', (language) => {
    locale.use(language)
    const count = fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(0, 0, 1, 9, 10) },
      fc.integer({ min: 0, max: 5000 }),
    )
    const comparison = fc.constantFrom<Comparison>(
      { kind: 'yearsBefore', years: 1 },
      { kind: 'meanOfYears', years: 3 },
      { kind: 'own', period: { from: dayNumber(2023, 6, 1), to: dayNumber(2023, 7, 1) } },
    )
    fc.assert(
      fc.property(
        fc.tuple(count, count, count),
        fc.tuple(count, count, count),
        comparison,
        fc.boolean(),
        fc.array(fc.integer({ min: 5, max: 40 }), { maxLength: 14 }),
        fc.constantFrom('crime' as const, 'event' as const),
        fc.option(fc.constant({ dayFrom: 4, dayTo: 5, start: 16, length: 5 })),
        fc.option(fc.constant<PlaceFilter>({ kind: 'areas', ids: ['A'] })),
        (now, before, chosen, covered, spots, kind, hours, place) => {
          const placed = Math.max(
            now.reduce((a, b) => a + b, 0),
            spots.reduce((a, b) => a + b, 0),
          )
          const readings = read(
            { now, before, comparison: chosen, covered },
            spots,
            { kind, hours, place },
            placed,
          )
          for (const sentence of sentences(readings)) {
            expect(sentence).not.toMatch(/undefined|NaN|null|Infinity|∞|[ \u00a0]{2}|^\s|\s$|\.\./)
            expect(sentence).not.toMatch(language === 'sv' ? /\d%/ : /\d\s%/)
          }
          for (const part of [
            readings.headline,
            readings.doubt,
            readings.whenSentence,
            readings.whatSentence,
          ])
            expect(part).toMatch(/\.$/)
          // Below ten a percent never stands in place of the counts.
          if (readings.counts!.total.now < 10 && readings.counts!.total.before < 10)
            expect(readings.headline).not.toContain('%')
        },
      ),
      { numRuns: 60 },
    )
  })

  it('give few as counts, not as percent', () => {
    const readings = read({ now: [4, 0, 0], before: [6, 0, 0] })
    expect(said(readings.headline)).toBe('4 anmälda brott, 6 samma period 2024.')
    expect(readings.doubt).toContain('För få för att bedöma förändringen.')
    expect(said(readings.whenSentence)).toBe('Flest brott fredagar kl. 23–03: 4 av 4.')
    locale.use('en')
    expect(said(readings.headline)).toBe('4 reported crimes, 6 in the same period 2024.')
    expect(read({ now: [1, 0, 0], before: [0, 0, 0] }).headline).toBe(
      '1 reported crime, 0 in the same period 2024.',
    )
  })

  it('give few against a mean of years as the mean, not as the sum of the years', () => {
    const comparison: Comparison = { kind: 'meanOfYears', years: 3 }
    const readings = read({ now: [4, 0, 0], before: [18, 0, 0], comparison })
    expect(said(readings.headline)).toBe('4 anmälda brott, 6 medel för samma period 2022–2024.')
    const rising = read({ now: [80, 0, 0], before: [90, 0, 0], comparison })
    expect(said(rising.whatSentence)).toContain('Snabbast ökar klotter: 30 till 80')
  })

  it('give a rise from nothing as counts: there is no percent of nothing', () => {
    const readings = read({ now: [12, 0, 0], before: [0, 0, 0] })
    expect(said(readings.headline)).toBe('12 anmälda brott, 0 samma period 2024.')
    expect(readings.total!.fraction).toBe(Infinity)
  })

  it('say that nothing is left, and of what', () => {
    const nothing = { now: [0, 0, 0], before: [0, 0, 0], week: [] }
    expect(read(nothing).whatSentence).toBe('Inga brott kvar efter filtren.')
    expect(read(nothing, null, { kind: 'event' }).whatSentence).not.toContain('brott')
    expect(read(nothing).whenSentence).toBe('Inga brott att fördela på veckan.')
    locale.use('en')
    expect(read(nothing, null, { kind: 'event' }).whatSentence).not.toContain('crime')
  })

  it('say that there is nothing to compare with', () => {
    const readings = read({ now: [50, 10, 0], before: [0, 0, 0], covered: false })
    expect(readings.headline).toBe('60 anmälda brott.')
    expect(readings.total).toBeNull()
    expect(readings.typeRows.every((row) => row.change === null)).toBe(true)
    expect(readings.doubtInShort).toBe(locale.texts.readings.noComparison)
  })

  it('count hotspots: none, one, many', () => {
    const figures = { now: [60, 40, 0], before: [50, 40, 0] }
    expect(said(read(figures, []).whereSentence)).toBe('Ingen brottstät plats med minst fem brott.')
    expect(said(read(figures, []).headline)).toMatch(/Ingen plats sticker ut\.$/)
    expect(said(read(figures, [25]).whereSentence)).toBe('En brottstät plats har 25 av 100 brott (25 %).')
    expect(said(read(figures, [25]).headline)).toMatch(/En plats på 0,4 % av ytan har 25 % av dem\.$/)
    expect(said(read(figures, [25, 20, 15]).headline)).toMatch(
      /Tre platser på 1 % av ytan har 60 % av dem\.$/,
    )
    locale.use('en')
    expect(said(read(figures, [25]).headline)).toMatch(/One place on 0\.4% of the surface has 25% of them\.$/)
    expect(said(read(figures, [25, 20, 15]).whereSentence)).toBe(
      'Three hotspots have 60 of 100 crimes (60%).',
    )
  })

  it('say nothing of shares where fewer than ten have a position', () => {
    const readings = read({ now: [12, 0, 0], before: [12, 0, 0] }, [5], {}, 6)
    expect(said(readings.headline)).toBe('12 anmälda brott, ±0 % mot samma period 2024.')
    expect(said(readings.whereSentence)).toBe('En brottstät plats har 5 av 6 brott.')
  })

  it('know when no clock time is known', () => {
    const readings = read({ now: [12, 0, 0], before: [0, 0, 0], week: [], unknown: 12 })
    expect(readings.whenSentence).toBe('Inga klockslag är kända.')
  })

  it('rank what rises by the lower end of its interval, and leave few apart', () => {
    const { rising } = read({ now: [30, 200, 3], before: [20, 100, 1] })
    expect(rising.ranked.map(({ id }) => id)).toEqual(['misshandel-utomhus', 'klotter'])
    expect(rising.few.map(({ id }) => id)).toEqual([''])
  })

  it('name a place by its area, else by its id, and a hotspot by where it lies', () => {
    const readings = read({ now: [60, 40, 0], before: [50, 40, 0] }, [25], {
      place: { kind: 'areas', ids: ['X7'] },
    })
    expect(readings.placeName).toBe('X7')
    expect(readings.hotspots[0]).toMatchObject({ named: false, areaName: '', areaCode: '' })
    expect(readings.hotspots[0].name).toMatch(/6\s580\s000.*674\s000/)
  })
})

describe('shares of the surface', () => {
  it('are never rounded to none or to all', () => {
    const { surfaceShare } = locale.texts.readings
    const written = [0, 0.0003, 0.003, 0.2, 0.997, 0.9997, 1].map((share) =>
      said(surfaceShare(locale.format, share)),
    )
    expect(written).toEqual(['0,0 %', 'mindre än 0,1 %', '0,3 %', '20 %', '99,7 %', 'mer än 99,9 %', '100 %'])
  })
})
