import { locale } from '../../i18n/locale.svelte.ts'
import type { Lagesbild } from '../../state/lagesbild.svelte.ts'
import { lengthInDays } from '../../domain/period.ts'
import { areaRows } from '../areas/areaFigures.ts'
import type { Readings } from '../readings.svelte.ts'
import type { MethodUse } from './methodIds.ts'

/** The methods behind each card of the situation and the areas, with the defaults that the figures on screen were made with. */

/** What the methods are asked of. */
export interface Shown {
  app: Lagesbild
  readings: Readings
}

const sum = (values: ArrayLike<number>) => Array.from(values).reduce((total, value) => total + value, 0)
const texts = () => locale.texts.methods.used
const said = (sentences: (string | false | null | undefined)[]) =>
  sentences.filter((sentence): sentence is string => !!sentence)

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** Vad: counts by type and their change. */
export function whatMethods({ app, readings }: Shown): MethodUse[] {
  return [
    counts({ app, readings }, texts().allTypes(readings.f.integer(sum(readings.counts?.types.now ?? [])))),
    samePeriod(readings),
  ]
}

/** När: the week. */
export function whenMethods({ app, readings }: Shown): MethodUse[] {
  const week = readings.counts?.week
  const { f } = readings
  const now = said([
    texts().timeMethod[app.selection.current.timeMethod],
    week && texts().week({ n: f.integer(week.n), unknown: f.integer(week.unknown) }),
    app.data.current && texts().timeZone(app.data.current.timeZone),
  ])
  return [{ id: 'timeOfWeek', now }]
}

/** Var: the places; with the Gi* map the cells come first, as on the card. */
export function whereMethods({ app, readings }: Shown): MethodUse[] {
  const chance = [getisOrdGiStar(app, readings), adjustPValues(app, readings)]
  const places = [hotspots(app, readings), kernelDensity(app, readings), bandwidth(app, readings)]
  const change = readings.compares
    ? [counts({ app, readings }, texts().n(readings.f.integer(app.analysis.surface?.n ?? 0)))]
    : []
  return app.view.settings.mapMode === 'gistar'
    ? [...chance, ...places, ...change]
    : [...places, ...chance, ...change]
}

/** The legend: what the map's colours and lines rest on; none where it shows points. */
export function legendMethods({ app, readings }: Shown): MethodUse[] {
  const { screen, mapMode } = app.view.settings
  if (screen === 'areas') return [rates(app, readings)]
  if (mapMode === 'gistar') return [getisOrdGiStar(app, readings), adjustPValues(app, readings)]
  if (mapMode === 'points') return []
  return [kernelDensity(app, readings), bandwidth(app, readings), hotspots(app, readings)]
}

/** The months under the map. */
export function trendMethods({ app, readings }: Shown): MethodUse[] {
  const { f, counts: counted } = readings
  const span = app.data.current?.summary.span
  if (!counted || !span) return [{ id: 'months' }]
  const now = texts().months({
    span: capital(f.period(span)),
    months: f.integer(counted.months.length),
    n: f.integer(sum(counted.months)),
  })
  return [{ id: 'months', now: [now] }]
}

/** Områden: rates, and the change of each area's count. */
export function areasMethods({ app, readings }: Shown): MethodUse[] {
  return [
    rates(app, readings),
    counts({ app, readings }, texts().n(readings.f.integer(sum(readings.counts?.areas.now ?? [])))),
    { id: 'empiricalBayesRates' },
    { id: 'trendAgainstPeers' },
  ]
}

function counts({ app, readings }: Shown, n: string): MethodUse {
  return {
    id: 'counts',
    now: said([
      n,
      ...comparison(readings),
      readings.compares && texts().level,
      app.selection.current.hours && readings.fractional && texts().fractional,
    ]),
  }
}

function samePeriod(readings: Readings): MethodUse {
  const { total, f } = readings
  return {
    id: 'samePeriod',
    now: said([
      ...comparison(readings),
      total && texts().counted({ now: f.integer(total.now), before: f.integer(total.before) }),
    ]),
  }
}

function comparison({ counts: counted, compares, f }: Readings): string[] {
  if (!counted?.period) return []
  if (!compares) return [texts().noComparison]
  const { periods, perDay, leapDay } = counted.comparison
  return said([
    texts().compared({
      period: capital(f.period(counted.period)),
      comparison: f.list(periods.map(f.period)),
    }),
    perDay && texts().perDay,
    leapDay && texts().leapDay,
  ])
}

function kernelDensity({ analysis }: Lagesbild, { f }: Readings): MethodUse {
  const { surface } = analysis
  if (!surface) return { id: 'kernelDensity' }
  return {
    id: 'kernelDensity',
    now: said([
      texts().density({
        bandwidth: f.distance(surface.bandwidth),
        cell: f.distance(surface.density.grid.cellSize),
        n: f.integer(surface.n),
      }),
      texts().years(f.decimal(surface.years, 2)),
      !surface.exact && texts().preview,
    ]),
  }
}

function bandwidth(app: Lagesbild, { f }: Readings): MethodUse {
  const metres = f.distance(app.bandwidth)
  const scott = app.analysis.surface?.scottBandwidth ?? 0
  return {
    id: 'bandwidth',
    now: said([
      app.view.settings.bandwidth === null
        ? texts().bandwidthDefault(metres)
        : texts().bandwidthChosen(metres),
      scott > 0 && texts().scott(f.distance(Math.round(scott / 10) * 10)),
    ]),
  }
}

function hotspots({ view }: Lagesbild, readings: Readings): MethodUse {
  const { f } = readings
  const { threshold } = view.settings
  const clear = readings.hotspots.filter((row) => row.hotspot.moreThanChance).length
  return {
    id: 'hotspots',
    now: [
      threshold.kind === 'factor'
        ? texts().factor(f.decimal(threshold.factor, threshold.factor % 1 ? 1 : 0))
        : texts().densest(f.percent(threshold.share)),
      texts().places({ places: f.integer(readings.hotspots.length), clear: f.integer(clear) }),
    ],
  }
}

function getisOrdGiStar({ analysis }: Lagesbild, { f }: Readings): MethodUse {
  const giStar = analysis.surface?.giStar
  const study = analysis.surface?.study
  return {
    id: 'getisOrdGiStar',
    now: said([
      giStar && texts().gi({ cell: f.distance(giStar.grid.cellSize), cells: f.integer(sum(giStar.inside)) }),
      study && texts().study[study.kind](f.decimal(study.surfaceKm2, 1)),
    ]),
  }
}

function adjustPValues({ analysis }: Lagesbild, { f }: Readings): MethodUse {
  const giStar = analysis.surface?.giStar
  return {
    id: 'adjustPValues',
    now: said([
      texts().fdr,
      giStar &&
        texts().tests({
          tests: f.integer(sum(giStar.inside)),
          hits: f.integer(giStar.qValue.filter((q) => q < 0.05).length),
        }),
    ]),
  }
}

function rates({ data }: Lagesbild, readings: Readings): MethodUse {
  const { f, counts: counted } = readings
  if (!counted?.period) return { id: 'rates' }
  const rows = areaRows(readings)
  const known = rows.filter((row) => row.population !== null)
  const years = [...new Set(known.map((row) => row.populationYear ?? 0))].filter((year) => year > 0).sort()
  const all = sum(counted.areas.now)
  const unplaced = counted.withoutPosition
  const outside = (counted.areas.now[data.areas.length] ?? 0) - unplaced
  return {
    id: 'rates',
    now: said([
      known.length > 0
        ? texts().population({
            years: years.length > 0 ? f.list(years.map(String)) : null,
            known: f.integer(known.length),
            areas: f.integer(rows.length),
          })
        : texts().noPopulation,
      texts().areaYears({
        n: f.integer(all),
        years: f.decimal(lengthInDays(counted.period) / 365.25, 2),
      }),
      outside + unplaced > 0 &&
        texts().outside({ outside: f.integer(outside), unplaced: f.integer(unplaced) }),
    ]),
  }
}
