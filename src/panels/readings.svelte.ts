import type { AreaStatistic } from '../domain/areaStatistics.ts'
import type { TypeBreak } from '../domain/typeBreaks.ts'
import { hoursInWindow } from '../domain/hourWindow.ts'
import { calendarDate, type Period } from '../domain/period.ts'
import { locale } from '../i18n/locale.svelte.ts'
import { changeOn, FEW, type Change } from '../state/change.ts'
import type { Dataset } from '../state/dataset.svelte.ts'
import { filesOf } from '../state/layers.ts'
import type { Lagesbild } from '../state/lagesbild.svelte.ts'
import type { FilterName } from '../state/selection.svelte.ts'
import { typeCatalogue, type CatalogueType } from '../state/typeCatalogue.ts'
import type { CountsResult, Hotspot } from '../workers/messages.ts'
import { breakSentence } from './crimeTypes/breakWords.ts'
import { DEPTH_SPANS, seriesBreaks, type Spanned } from './crimeTypes/seriesBreaks.ts'
import { coarsenedPlaces } from './data/privacy/privacyLines.ts'
import { nearestPlace } from './nearestPlace.ts'
import { peakWindow } from './peakWindow.ts'

/** A type with its counts, as the cards and tables show it. */
export interface TypeRow extends CatalogueType {
  now: number
  share: number
  change: Change | null
  selected: boolean
}

/** A hotspot with its name. */
export interface HotspotRow {
  hotspot: Hotspot
  name: string
  /** The name is a named place's, not a coordinate. */
  named: boolean
  areaName: string
  /** The area's key where it is short, else its name. */
  areaCode: string
  change: Change | null
}

/** The views whose figures can leave the screen, and the filter that each leaves out: its own. */
export type View = 'what' | 'when' | 'where' | 'trend' | 'areas'

const OWN_FILTER: Readonly<Record<View, FilterName>> = {
  what: 'types',
  when: 'hours',
  where: 'place',
  trend: 'period',
  areas: 'place',
}

/**
 * What the results say, in the language on screen: the rows of the cards and the sentences over them. All views read the
 * same objects, so that their figures agree.
 */
export class Readings {
  constructor(private readonly app: Lagesbild) {}

  readonly f = $derived(locale.format)
  readonly texts = $derived(locale.texts)
  readonly counts: CountsResult | null = $derived.by(() => this.app.analysis.counts)
  readonly kind = $derived.by(() => this.app.selection.current.kind)

  readonly areas = $derived.by(() => this.app.data.areas)
  readonly areaView = $derived.by(() => this.app.view.settings.areas)
  /** Figures that were joined to the areas. */
  readonly areaStatistics: readonly AreaStatistic[] = $derived.by(() => this.app.data.areaStatistics)

  readonly types: CatalogueType[] = $derived.by(() => {
    const dataset = this.app.data.current
    if (!dataset) return []
    const { panels } = this.texts
    return typeCatalogue(dataset.summary.groups, this.app.taxonomy, this.f.language, {
      unclassified: this.kind === 'crime' ? panels.what.unclassified : panels.what.others[this.kind],
      noType: panels.what.notGiven,
    })
  })

  /** Breaks in the series that the figures go over, for the types that are counted. */
  readonly breaks = $derived((over: Spanned, everyType = false): TypeBreak[] => {
    const { counts, compares } = this
    const summary = this.app.data.current?.summary
    if (!counts || !summary) return []
    const shown = { selection: this.app.selection.current, summary, counts, compares }
    return seriesBreaks(this.app.crimeTypes.current.breaks, shown, over, everyType)
  })

  /** The comparison can be used: there is one and the data cover it. */
  readonly compares = $derived(
    !!this.counts && this.counts.comparison.covered && this.counts.comparison.periods.length > 0,
  )

  readonly comparisonLabel = $derived.by(() => {
    const { counts } = this
    if (!counts || counts.comparison.periods.length === 0) return ''
    const { comparison } = this.app.selection.current
    const { readings } = this.texts
    const years = this.comparisonYears
    if (comparison.kind === 'own') return readings.ownPeriod(this.f.period(comparison.period))
    return comparison.kind === 'meanOfYears' ? readings.meanPeriod(years) : readings.samePeriod(years)
  })

  /** "2024", or "2022–2024": the comparison in as few signs as a column head has room for. */
  readonly comparisonYears = $derived.by(() => {
    const periods = this.counts?.comparison.periods ?? []
    if (periods.length === 0) return ''
    const { comparison } = this.app.selection.current
    if (comparison.kind === 'own') return this.f.period(comparison.period)
    const year = (period: Period) => this.#yearOf(period)
    const first = year(periods[periods.length - 1])
    const last = year(periods[0])
    return first === last ? first : `${first}–${last.slice(-4)}`
  })

  readonly nowYears = $derived.by(() => {
    const period = this.counts?.period
    return period ? this.#yearOf(period) : ''
  })

  readonly total: Change | null = $derived.by(() =>
    this.counts && this.compares ? this.#change(this.counts.total.now, this.counts.total.before) : null,
  )

  readonly typeRows: TypeRow[] = $derived.by(() => {
    const { counts } = this
    if (!counts) return []
    const chosen = new Set(this.app.selection.current.types)
    const all = counts.types.now.reduce((sum, n) => sum + n, 0)
    const groups = this.app.data.current?.summary.groups ?? []
    return this.types
      .map((type, i) => ({
        ...type,
        now: counts.types.now[i],
        share: all > 0 ? counts.types.now[i] / all : 0,
        change: this.compares ? this.#change(counts.types.now[i], counts.types.before[i]) : null,
        selected: chosen.has(type.id),
      }))
      .filter((_, i) => groups[i].kinds[this.kind] > 0)
      .sort((a, b) => b.now - a.now || this.f.compare(a.name, b.name))
  })

  /** Types by the lower end of their change's interval; those with fewer than ten stand apart. */
  readonly rising: { ranked: TypeRow[]; few: TypeRow[] } = $derived.by(() => {
    const ranked = this.typeRows.filter((row) => row.change && !row.change.tooFew)
    return {
      ranked: ranked.sort((a, b) => (b.change?.lower ?? 0) - (a.change?.lower ?? 0)),
      few: this.typeRows.filter((row) => !row.change || row.change.tooFew),
    }
  })

  readonly hotspots: HotspotRow[] = $derived.by(() => {
    const { surface } = this.app.analysis
    const dataset = this.app.data.current
    if (!surface?.hotspots || !dataset) return []
    return surface.hotspots.map((hotspot) => {
      const area = this.app.data.areas[hotspot.area]
      const place = nearestPlace(dataset.surroundings.places, hotspot.peak.x, hotspot.peak.y)
      return {
        hotspot,
        name:
          place?.name ??
          this.texts.map.coordinate(this.f.integer(hotspot.peak.y), this.f.integer(hotspot.peak.x)),
        named: place !== null,
        areaName: area?.name ?? '',
        areaCode: area ? (area.id.length <= 3 ? area.id : area.name) : '',
        change: this.compares ? this.#change(hotspot.incidents, hotspot.before) : null,
      }
    })
  })

  readonly noun = $derived((count: number) => this.texts.readings.nouns[this.kind](count))
  readonly shortNoun = $derived((count: number) =>
    this.kind === 'crime'
      ? this.texts.readings.nouns.crimeShort()
      : this.texts.readings.nouns[`${this.kind}Short`](count),
  )

  /** An amount in SEK, rounded to whole kronor. */
  readonly sek = $derived((amount: number) => this.texts.layers.sek(this.f.integer(amount)))

  /** What the chosen incidents cost, in the same breath as their number; empty where nothing is known of it. */
  readonly costSentence = $derived.by(() => {
    const { counts, f } = this
    if (!counts?.costs || counts.total.now === 0) return ''
    const all = counts.total.now
    const known = all - counts.costs.without
    const noun = this.noun(Math.round(all))
    return this.texts.layers.cost.sentence(
      this.sek(counts.costs.total.now),
      f.integer(known),
      f.integer(all),
      noun,
    )
  })

  /** The two lines over the map. */
  readonly headline = $derived.by(() => {
    const { counts, f } = this
    if (!counts) return ''
    const { readings } = this.texts
    const n = counts.total.now
    const first = readings.total(f, {
      n,
      noun: this.noun(Math.round(n)),
      change: this.total,
      comparison: this.comparisonLabel,
      // There is no percent of nothing: a rise from none is told by its counts.
      tooFew: !this.total || this.total.tooFew || this.total.fraction === Infinity,
      before: (counts.comparison.perDay ? this.total?.before : this.total?.expected) ?? 0,
    })
    const { surface } = this.app.analysis
    const spots = surface?.hotspots
    const all = surface?.n ?? 0
    // While a brush moves the places are those of the last exact surface, which the count has left behind.
    const ofThisCount = surface?.exact && this.app.view.settings.screen !== 'areas'
    if (!spots || !ofThisCount || Math.min(n, all) < FEW || this.app.selection.current.place) return first
    const inside = spots.reduce((sum, spot) => sum + spot.incidents, 0)
    const surfaceShare = spots.reduce((sum, spot) => sum + spot.surfaceShare, 0)
    return `${first} ${readings.concentration(f, { places: spots.length, surfaceShare, share: all > 0 ? inside / all : 0 })}`
  })

  /** What is counted: types, period, hours, place. */
  readonly scope = $derived.by(() => this.#scopeWithout(null))

  readonly placeName = $derived.by(() => {
    const { place } = this.app.selection.current
    if (!place) return ''
    if (place.kind === 'outline') return place.label
    const names = this.app.data.areas.filter((area) => place.ids.includes(area.id)).map((area) => area.name)
    return names.length > 0 ? this.f.list(names) : this.f.list(place.ids)
  })

  /** The doubt, in the same breath. */
  readonly doubt = $derived.by(() => {
    const { counts, total } = this
    const { readings, app } = this.texts
    if (!counts) return ''
    const caution = readings.caution[this.kind]
    if (!this.compares || !total)
      return [this.costSentence, readings.noComparison, caution].filter(Boolean).join(' ')
    const before = readings.beforeCount(this.f, {
      label: this.comparisonYears,
      before: total.expected,
      noun: this.shortNoun(Math.round(total.expected)),
      scaled: Math.abs(total.expected - total.before) > 0.5,
    })
    const chance = total.tooFew ? readings.tooFew : readings.chance(this.f, total)
    const { perDay, leapDay } = counts.comparison
    const length = perDay ? app.comparison.perDay : leapDay ? app.comparison.leapDay : ''
    return [before, this.costSentence, chance, length, caution].filter(Boolean).join(' ')
  })

  /** Hours are shared out: counts are sums of shares. */
  readonly fractional = $derived.by(
    () =>
      this.app.selection.current.timeMethod === 'aoristic' &&
      (this.app.data.current?.summary.withEnd ?? 0) > 0,
  )

  /**
   * What goes with a view's figures when they leave the screen: source, selection, n, comparison, method. A view shows what
   * all the other filters leave, so its own filter is in neither the selection nor n.
   */
  provenanceOf(view: View): string[] {
    const dataset = this.app.data.current
    const { counts, f } = this
    if (!dataset || !counts) return []
    const { readings, map, panels } = this.texts
    const source = this.#source(dataset)
    const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0)
    const n = {
      what: () => sum(counts.types.now),
      when: () => counts.week.n,
      where: () => this.app.analysis.surface?.n ?? 0,
      trend: () => sum(counts.months),
      areas: () => sum(counts.areas.now),
    }[view]()
    const compared = this.compares && (view === 'what' || view === 'where' || view === 'areas')
    const caution = readings.caution[this.kind]
    const method = [
      panels.when.methodNote[this.app.selection.current.timeMethod],
      view === 'where' ? map.legend.bandwidth(f.distance(this.app.bandwidth)) : '',
    ].filter(Boolean)
    return [
      `${source}. ${this.#scopeWithout(OWN_FILTER[view])}`.trim(),
      [`n = ${f.integer(n)}.`, compared ? readings.comparedWith(this.comparisonLabel) : '', caution]
        .filter(Boolean)
        .join(' '),
      ...(view === 'where' || view === 'areas' ? this.#coarsened(dataset) : []),
      ...this.#classing(compared ? 'comparison' : view === 'trend' ? 'series' : null, view === 'what'),
      `Lägesbild. ${capital(method.join(', '))}.`,
    ]
  }

  /**
   * The same for a deepening analysis: `own` is the filter that it leaves out, n what it rests on, `method` how it was made.
   */
  depthProvenance(own: FilterName | null, n: number, method: string[]): string[] {
    const dataset = this.app.data.current
    if (!dataset) return []
    const { readings } = this.texts
    const { depth } = this.app.view.settings
    const source = this.#source(dataset)
    const caution = readings.caution[this.kind]
    return [
      `${source}. ${this.#scopeWithout(own)}`.trim(),
      `n = ${this.f.integer(n)}. ${caution}`,
      ...this.#classing(depth ? (DEPTH_SPANS[depth] ?? null) : null, false),
      `Lägesbild. ${method.join(' ')}`,
    ]
  }

  /** By which code list the types are told, and the breaks that the figures go over. */
  #classing(over: Spanned | null, everyType: boolean): string[] {
    const { codeList } = this.app.crimeTypes.current
    const { crimeTypes } = this.texts
    const stamp = codeList && this.kind === 'crime' ? crimeTypes.codeList.stamp(codeList) : ''
    const breaks = over ? this.breaks(over, everyType) : []
    const words = { texts: this.texts, format: this.f, language: this.f.language }
    return [stamp, ...breaks.map((one) => breakSentence(one, this.app.taxonomy, words))].filter(Boolean)
  }

  /** Where the figures come from: every file that has rows of the kind. */
  /** Places that are not where the files have them. */
  #coarsened(dataset: Dataset): string[] {
    const shown = dataset.layers.filter(({ kinds }) => kinds[this.kind] > 0)
    return coarsenedPlaces(
      shown.map(({ report }) => report.privacy),
      { texts: this.texts, format: this.f },
    )
  }

  #source(dataset: Dataset): string {
    if (dataset.invented) return `${dataset.name} (${this.texts.app.invented})`
    const files = filesOf(dataset.layers, this.kind)
    return files.length > 0 ? this.f.list(files) : dataset.name
  }

  /** What a deepening analysis counts, the filter that it leaves out not told. */
  depthScope(own: FilterName | null): string {
    return this.#scopeWithout(own)
  }

  /** What a view counts, its own filter left out. */
  scopeOf(view: View): string {
    return this.#scopeWithout(OWN_FILTER[view])
  }

  #scopeWithout(own: FilterName | null): string {
    const { counts, f } = this
    if (!counts) return ''
    const { types, hours, place } = this.app.selection.current
    const names = this.types.filter((type) => types.includes(type.id)).map((type) => type.name)
    const period = own === 'period' ? (this.app.data.current?.summary.span ?? null) : counts.period
    const parts = [
      own === 'types'
        ? ''
        : names.length > 3
          ? this.texts.app.filters.severalTypes(names.length)
          : f.list(names),
      period ? f.period(period) : '',
      hours && own !== 'hours' ? f.hourWindow(hours) : '',
      place && own !== 'place' ? this.placeName : '',
    ].filter(Boolean)
    return parts.length > 0 ? `${capital(parts.join(', '))}.` : ''
  }

  /** The comparison and its chance alone, where room is short. */
  readonly doubtInShort = $derived.by(() => {
    const { total } = this
    const { readings } = this.texts
    if (!this.compares || !total) return readings.noComparison
    const before = readings.beforeCount(this.f, {
      label: this.comparisonYears,
      before: total.expected,
      noun: this.shortNoun(Math.round(total.expected)),
      scaled: Math.abs(total.expected - total.before) > 0.5,
    })
    return `${before} ${total.tooFew ? readings.tooFew : readings.chance(this.f, total)}`
  })

  readonly whatSentence = $derived.by(() => {
    const { readings } = this.texts
    if (!this.typeRows.some((row) => row.now > 0)) return readings.empty(this.shortNoun(2))
    const named = this.typeRows.filter((row) => row.id !== '' && row.now > 0)
    if (named.length === 0) return readings.noTypes
    const [top, second] = named
    const [fastest] = this.rising.ranked
    const clear = fastest?.change && fastest.change.lower > 0 ? fastest : null
    return readings.what(this.f, {
      common: second?.now === top.now ? null : top.name,
      rising: clear?.change ? { name: clear.name, before: clear.change.expected, now: clear.now } : null,
      ranked: this.rising.ranked.length > 0,
    })
  })

  readonly whenSentence = $derived.by(() => {
    const { counts, f } = this
    if (!counts) return ''
    const { readings } = this.texts
    const { hours } = this.app.selection.current
    const { week } = counts
    const known = week.n - week.unknown
    const noun = this.shortNoun(2)
    if (week.n === 0) return readings.whenEven(noun)
    if (known <= 0) return readings.whenUnknown
    if (hours) {
      const flags = hoursInWindow(hours)
      let inside = 0
      for (let hour = 0; hour < 168; hour++) if (flags[hour]) inside += week.counts[hour]
      const chosen = flags.reduce((sum, flag) => sum + flag, 0)
      return readings.whenWindow(f, { inside, all: week.n, noun, hours: chosen, window: f.hourWindow(hours) })
    }
    const peak = peakWindow(week.counts)
    return readings.whenPeak(f, {
      noun,
      days: f.weekdays(peak.row),
      clock: `${two(peak.from)}–${two(peak.to)}`,
      share: peak.count / known,
      inside: peak.count,
      all: known,
    })
  })

  readonly whereSentence = $derived.by(() => {
    const { surface } = this.app.analysis
    const spots = surface?.hotspots
    if (!spots) return ''
    return this.texts.readings.where(this.f, {
      places: spots.length,
      inside: spots.reduce((sum, spot) => sum + spot.incidents, 0),
      all: surface.n,
      noun: this.shortNoun(2),
    })
  })

  #change(now: number, before: number): Change {
    const { exposureNow, exposureBefore } = this.counts?.comparison ?? { exposureNow: 0, exposureBefore: 0 }
    return changeOn(now, before, exposureNow, exposureBefore)
  }

  #yearOf(period: Period): string {
    const first = calendarDate(period.from).year
    const last = calendarDate(period.to - 1).year
    return first === last ? String(first) : `${first}–${last}`
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function two(hour: number): string {
  return String(hour).padStart(2, '0')
}
