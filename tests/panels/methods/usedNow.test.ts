import { DEFAULT_CRIME_TYPES } from '../../../src/domain/crimeTypes.ts'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Area } from '../../../src/domain/area.ts'
import defaultTaxonomy from '../../../src/domain/defaultTaxonomy.json'
import { dayNumber } from '../../../src/domain/period.ts'
import { EMPTY_SELECTION, type Selection } from '../../../src/domain/selection.ts'
import { locale } from '../../../src/i18n/locale.svelte.ts'
import type { MethodId, MethodUse } from '../../../src/panels/methods/methodIds.ts'
import {
  areasMethods,
  legendMethods,
  trendMethods,
  whatMethods,
  whenMethods,
  whereMethods,
} from '../../../src/panels/methods/usedNow.ts'
import { Readings } from '../../../src/panels/readings.svelte.ts'
import { NO_SURROUNDINGS } from '../../../src/state/dataset.svelte.ts'
import type { Lagesbild } from '../../../src/state/lagesbild.svelte.ts'
import { DEFAULT_VIEW, type ViewSettings } from '../../../src/state/viewSettings.ts'
import { demoEngine, QUIET } from '../../workers/engine/demoEngine.ts'

const period = { from: dayNumber(2025, 1, 1), to: dayNumber(2025, 5, 1) }

let demo: Awaited<ReturnType<typeof demoEngine>>
beforeAll(async () => {
  demo = await demoEngine()
})
afterEach(() => locale.use('sv'))

/** What is shown of the demo: outdoor assaults January to April 2025, unless told otherwise. */
async function shown(part: Partial<Selection> = {}, view: Partial<ViewSettings> = {}, areas?: Area[]) {
  const selection: Selection = { ...EMPTY_SELECTION, types: ['misshandel-utomhus'], period, ...part }
  const settings = { ...DEFAULT_VIEW, ...view }
  const { engine } = demo
  const bandwidth = settings.bandwidth ?? engine.summary.defaultBandwidth
  const surface = await engine.surface(
    { selection, bandwidth, exact: true, threshold: settings.threshold },
    QUIET,
  )
  const app = {
    crimeTypes: { current: DEFAULT_CRIME_TYPES },
    taxonomy: defaultTaxonomy,
    selection: { current: selection, committed: selection },
    analysis: { counts: engine.counts(selection), surface },
    bandwidth,
    view: { settings },
    data: {
      areas: areas ?? demo.areas,
      areaStatistics: [],
      current: {
        name: 'exempel.csv',
        invented: true,
        timeZone: 'Europe/Stockholm',
        summary: engine.summary,
        surroundings: NO_SURROUNDINGS,
      },
    },
  } as unknown as Lagesbild
  return { app, readings: new Readings(app) }
}

const said = (text: string) => text.replaceAll('\u00a0', ' ')
const nowOf = (methods: MethodUse[], id: MethodId) =>
  said((methods.find((method) => method.id === id)?.now ?? []).join(' '))

describe('the defaults used now', () => {
  it('Vad: n of all types, what is compared, and the interval', async () => {
    const methods = whatMethods(await shown())
    expect(methods.map(({ id }) => id)).toEqual(['counts', 'samePeriod'])
    expect(nowOf(methods, 'counts')).toMatch(
      /^n = \d \d{3}, alla typer\. Jan–apr 2025 jämfört med jan–apr 2024\./,
    )
    expect(nowOf(methods, 'counts')).toContain('95 %-intervall, tvåsidigt.')
    expect(nowOf(methods, 'samePeriod')).toContain('67 nu, 55 i jämförelsen.')
    expect(nowOf(methods, 'samePeriod')).toContain('Den ena perioden har en skottdag.')
  })

  it('Vad: says the years of a mean, that lengths differ, and that there is nothing to compare with', async () => {
    const mean = whatMethods(await shown({ comparison: { kind: 'meanOfYears', years: 2 } }))
    expect(nowOf(mean, 'counts')).toContain('Jan–apr 2025 jämfört med jan–apr 2024 och jan–apr 2023.')
    const own = { kind: 'own', period: { from: dayNumber(2024, 1, 1), to: dayNumber(2024, 4, 1) } } as const
    expect(nowOf(whatMethods(await shown({ comparison: own })), 'counts')).toContain('Per dag')
    const none = whatMethods(await shown({ comparison: { kind: 'own', period: { from: 0, to: 365 } } }))
    expect(nowOf(none, 'counts')).toContain('Ingen jämförelse')
    expect(nowOf(none, 'counts')).not.toContain('intervall')
  })

  it('När: how time is counted, n with the unknown, and the time zone', async () => {
    expect(nowOf(whenMethods(await shown()), 'timeOfWeek')).toMatch(
      /^Räknas efter starttid\. n = 67, varav \d+ med okänd tid\. Tidszon Europe\/Stockholm\.$/,
    )
    expect(nowOf(whenMethods(await shown({ timeMethod: 'aoristic' })), 'timeOfWeek')).toContain(
      'Utspridd över intervallet.',
    )
  })

  it('Var: bandwidth, cell and n of the density; threshold, grid and study area', async () => {
    const methods = whereMethods(await shown())
    expect(nowOf(methods, 'kernelDensity')).toBe('Bandbredd 150 m, ruta 30 m, n = 67. Delat med 0,33 år.')
    expect(nowOf(methods, 'bandwidth')).toMatch(
      /^150 m, förvald för ytans storlek\. Scotts tumregel: 1,1\skm som radie \(√8 σ\), en övre gräns\.$/u,
    )
    expect(nowOf(methods, 'hotspots')).toMatch(
      /^Gräns 5 × medel, minst 5 incidenter\. 4 platser, \d mer än slump\.$/,
    )
    expect(nowOf(methods, 'getisOrdGiStar')).toMatch(
      /^Ruta 300 m, \d+ rutor, .* Undersökt yta: områdena, 13,5 km²\.$/,
    )
    expect(nowOf(methods, 'adjustPValues')).toMatch(/q < 0,05\. \d+ test, \d+ rutor med q < 0,05\.$/)
    expect(nowOf(methods, 'counts')).toContain('n = 67.')
  })

  it('Var: follows the bandwidth and the threshold that a person chooses', async () => {
    const methods = whereMethods(
      await shown({}, { bandwidth: 400, threshold: { kind: 'densest', share: 0.02 }, mapMode: 'gistar' }),
    )
    expect(methods[0].id).toBe('getisOrdGiStar')
    expect(nowOf(methods, 'kernelDensity')).toContain('Bandbredd 400 m, ruta 80 m')
    expect(nowOf(methods, 'bandwidth')).toContain('400 m, vald av dig.')
    expect(nowOf(methods, 'hotspots')).toContain('Gräns: tätaste 2 % av ytan')
    expect(nowOf(methods, 'getisOrdGiStar')).toContain('Ruta 800 m')
  })

  it('the legend: what its map mode rests on, and nothing over points', async () => {
    const ids = async (view: Partial<ViewSettings>) =>
      legendMethods(await shown({}, view)).map(({ id }) => id)
    expect(await ids({})).toEqual(['kernelDensity', 'bandwidth', 'hotspots'])
    expect(await ids({ mapMode: 'gistar' })).toEqual(['getisOrdGiStar', 'adjustPValues'])
    expect(await ids({ mapMode: 'points' })).toEqual([])
    expect(await ids({ screen: 'areas' })).toEqual(['rates'])
  })

  it('the months: the whole span, without the period’s filter', async () => {
    expect(nowOf(trendMethods(await shown()), 'months')).toMatch(
      /^Jan 2023–juni 2026: 42 månader, n = \d{3}\.$/,
    )
  })

  it('Områden: population and its year, n over the years', async () => {
    const methods = areasMethods(await shown())
    expect(nowOf(methods, 'rates')).toContain('Befolkning 2025, känd för 3 av 3 områden. n = 67 på 0,33 år.')
    const unknown = demo.areas.map((area) => ({ ...area, population: {} }))
    expect(nowOf(areasMethods(await shown({}, {}, unknown)), 'rates')).toContain('Befolkning saknas')
    const undated = demo.areas.map((area) => ({ ...area, population: { 0: 900 } }))
    expect(nowOf(areasMethods(await shown({}, {}, undated)), 'rates')).toContain('Befolkning utan årtal')
  })

  it('speaks English, with the same figures', async () => {
    const state = await shown()
    const cards = [whatMethods, whenMethods, whereMethods, trendMethods, areasMethods]
    const figures = () =>
      cards
        .flatMap((methods) => methods(state))
        .flatMap(({ now = [] }) => now)
        .map((sentence) => sentence.replace(/[^\d]/g, ''))
    const swedish = figures()
    locale.use('en')
    expect(figures()).toEqual(swedish)
    expect(nowOf(whereMethods(state), 'kernelDensity')).toBe(
      'Bandwidth 150 m, cell 30 m, n = 67. Divided by 0.33 years.',
    )
  })
})
