import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { dayNumber } from '../../src/domain/period.ts'
import { EMPTY_SELECTION, type Comparison, type Selection } from '../../src/domain/selection.ts'
import { locale } from '../../src/i18n/locale.svelte.ts'
import { areaRows } from '../../src/panels/areas/areaFigures.ts'
import { demoEngine, QUIET } from '../workers/engine/demoEngine.ts'
import { readingsOf, sentences } from './readingsOf.ts'

const janToApr = (year: number) => ({ from: dayNumber(year, 1, 1), to: dayNumber(year, 5, 1) })
const NIGHTS = { dayFrom: 4, dayTo: 5, start: 16, length: 5 }

let demo: Awaited<ReturnType<typeof demoEngine>>
beforeAll(async () => {
  demo = await demoEngine()
})
afterEach(() => locale.use('sv'))

async function read(part: Partial<Selection>, { withSurface = false } = {}) {
  const selection: Selection = { ...EMPTY_SELECTION, types: ['misshandel-utomhus'], ...part }
  const { engine, areas } = demo
  const threshold = { kind: 'factor', factor: 5 } as const
  const surface = withSurface
    ? await engine.surface({ selection, bandwidth: 150, exact: true, threshold }, QUIET)
    : null
  return readingsOf({ selection, counts: engine.counts(selection), surface, summary: engine.summary, areas })
}

const yearsBefore = (years: 1 | 2): Comparison => ({ kind: 'yearsBefore', years })
const said = (text: string) => text.replaceAll('\u00a0', ' ')

describe('the demo tells the handbook’s story', () => {
  it('67 outdoor assaults against 55, +22 %, which may be chance', async () => {
    const readings = await read({ period: janToApr(2025) })
    expect(readings.total).toMatchObject({ now: 67, before: 55, clear: false, tooFew: false })
    expect(said(readings.headline)).toBe('67 anmälda brott, +22 % mot samma period 2024.')
    expect(said(readings.doubt)).toMatch(
      /^2024: 55 brott\. Ökningen kan vara slump \(95 % KI −\d+ till \+\d+ %\)\./,
    )
    expect(said(readings.scope)).toBe('Misshandel utomhus, jan–apr 2025.')
    locale.use('en')
    expect(said(readings.headline)).toBe('67 reported crimes, +22% on the same period 2024.')
    expect(said(readings.doubt)).toContain('2024: 55 crimes. The rise may be chance')
  })

  it('+34 % on the 50 of two years before, −18 % at the follow-up', async () => {
    const twoYears = await read({ period: janToApr(2025), comparison: yearsBefore(2) })
    expect(said(twoYears.headline)).toBe('67 anmälda brott, +34 % mot samma period 2023.')
    expect(twoYears.total!.before).toBe(50)
    const followUp = await read({ period: janToApr(2026) })
    expect(said(followUp.headline)).toBe('55 anmälda brott, −18 % mot samma period 2025.')
    expect(followUp.doubt).toContain('Minskningen kan vara slump')
  })

  it('−26 % in kommundel A, by the area table and by the place filter alike', async () => {
    const whole = await read({ period: janToApr(2026) })
    const row = areaRows(whole).find(({ area }) => area.id === 'A')!
    expect(row.change).toMatchObject({ now: 23, before: 31 })
    expect(said(locale.format.change(row.change!.fraction))).toBe('−26 %')
    const part = await read({ period: janToApr(2026), place: { kind: 'areas', ids: ['A'] } })
    expect(part.total).toMatchObject({ now: 23, before: 31 })
    expect(said(part.headline)).toBe('23 anmälda brott, −26 % mot samma period 2025.')
    expect(part.scope).toContain('A Centrum')
  })

  it('the weekend nights, and the mean of the years before', async () => {
    const nights = await read({ period: janToApr(2025), hours: NIGHTS }, { withSurface: true })
    expect(nights.scope).toContain('fre–lör 22–03')
    expect(said(nights.whenSentence)).toMatch(
      /^\d+ av 67 brott \(\d+ %\) sker på tio av veckans 168 timmar: fre–lör 22–03\.$/,
    )
    expect(said(nights.headline)).toMatch(/\. Fyra platser på 0,\d % av ytan har \d+ % av dem\.$/)
    const mean = await read({ period: janToApr(2025), comparison: { kind: 'meanOfYears', years: 2 } })
    expect(mean.total).toMatchObject({ now: 67, before: 105, expected: 52.5 })
    expect(mean.comparisonYears).toBe('2023–2024')
    expect(said(mean.headline)).toBe('67 anmälda brott, +28 % mot medel för samma period 2023–2024.')
    expect(said(mean.doubt)).toContain('2023–2024: ≈ 53 brott.')
  })

  it('and each view leaves the screen with its own selection and n', async () => {
    const readings = await read({ period: janToApr(2025) })
    const [selection, n, method] = readings.provenanceOf('what').map(said)
    expect(selection).toMatch(/Jan–apr 2025\.$/)
    expect(selection).not.toContain('Misshandel')
    // All reported crimes of the months, as the table of types sums them; not the 67 of the chosen type.
    const types = readings.typeRows.reduce((sum, row) => sum + row.now, 0)
    expect(types).toBe(3219)
    expect(n).toBe('n = 3 219. Jämförs med samma period 2024. Anmälda brott är inte alla brott.')
    expect(method).toBe('Lägesbild. Starttid.')
    expect(said(readings.provenanceOf('when')[0])).toContain('Misshandel utomhus, jan–apr 2025.')
    expect(said(readings.provenanceOf('when')[1])).toMatch(/^n = 67\. /)
    expect(said(readings.provenanceOf('trend')[0])).toContain('Misshandel utomhus, jan 2023–juni 2026.')
    expect(said(readings.provenanceOf('where')[2])).toBe('Lägesbild. Starttid, bandbredd 150 m.')
  })

  it('and nothing to compare with where the data begin', async () => {
    const first = await read({ period: janToApr(2023) })
    expect(first.compares).toBe(false)
    expect(first.headline).toBe('50 anmälda brott.')
    expect(first.doubt).toContain('Det finns inget att jämföra med')
    for (const sentence of sentences(first)) expect(sentence).not.toMatch(/undefined|NaN| {2}/)
  })

  it('events apart from crimes, and a note for a leap day', async () => {
    const events = await read({ kind: 'event', types: [], period: janToApr(2025) })
    expect(events.headline).toMatch(/ händelser, [+−±]\d+\s% mot samma period 2024\.$/)
    expect(events.doubt).toContain('Händelser är inte brott')
    expect(events.typeRows.every((row) => row.categoryId === '')).toBe(true)
    const leap = await read({ period: janToApr(2025) })
    expect(leap.doubt).toContain(locale.texts.app.comparison.leapDay)
  })
})
