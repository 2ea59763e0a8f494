import { DAY_STARTS_AT } from '../../domain/hourWindow.ts'
import { locale } from '../../i18n/locale.svelte.ts'
import type { Change } from '../../state/change.ts'
import type { Column } from '../../ui/tableSort.ts'
import type { FigureTable } from '../save.ts'
import type { Readings } from '../readings.svelte.ts'
import type { TimelineMonth } from '../../plots/timelineLayout.ts'

const number =
  (digits = 0) =>
  (value: unknown) =>
    typeof value === 'number' && Number.isFinite(value)
      ? digits === 0
        ? locale.format.integer(value)
        : locale.format.decimal(value, digits)
      : '–'
const percent = (value: unknown) => (typeof value === 'number' ? locale.format.percent(value, 1) : '–')
const change = (value: unknown) =>
  typeof value === 'number' && Number.isFinite(value) ? locale.format.change(value) : '–'
const end = { align: 'end' as const, sortable: true }

/** The figures of a change; nothing where too few to say. */
function changeCells(of: Change | null) {
  const known = of && !of.tooFew
  return {
    before: of ? of.expected : null,
    change: known && Number.isFinite(of.fraction) ? of.fraction : null,
    lower: known ? of.lower : null,
    upper: known && Number.isFinite(of.upper) ? of.upper : null,
  }
}

export interface TypeFigures {
  id: string
  type: string
  category: string
  now: number
  share: number
  before: number | null
  change: number | null
  lower: number | null
  upper: number | null
}

/** The share of change as a figure without its sign of percent, "+77". */
const change100 = (value: number | null) =>
  value !== null && Number.isFinite(value) ? locale.format.change(value).replace(/\s?%$/, '') : null

/** All columns for the file; `screen` holds those that a card has room for. */
export function typeTable(readings: Readings): FigureTable<TypeFigures> & { screen: Column<TypeFigures>[] } {
  const texts = locale.texts.panels.what.columns
  const columns: Column<TypeFigures>[] = [
    {
      key: 'type',
      label: locale.texts.panels.what.kindType[readings.kind],
      sortable: true,
    },
    { key: 'category', label: texts.category, sortable: true },
    { key: 'now', label: texts.now, format: number(), ...end },
    { key: 'share', label: texts.share, format: percent, ...end },
    { key: 'before', label: texts.before, format: number(), ...end },
    { key: 'change', label: texts.change, format: change, ...end },
    { key: 'lower', label: texts.lower, format: change, ...end },
    { key: 'upper', label: texts.upper, format: change, ...end },
  ]
  const interval = (_: unknown, { lower, upper }: TypeFigures) => {
    const from = change100(lower)
    return from === null ? '–' : locale.texts.panels.what.interval(from, change100(upper))
  }
  const screen: Column<TypeFigures>[] = [
    ...columns
      .filter(({ key }) => ['type', 'now', 'before', 'change'].includes(key))
      .map((column) =>
        column.key === 'before' && readings.compares
          ? { ...column, label: readings.comparisonYears }
          : column,
      ),
    {
      key: 'interval',
      label: texts.interval,
      format: interval,
      sortValue: ({ lower }) => lower,
      ...end,
    },
  ]
  const rows = readings.typeRows.map((row) => ({
    id: row.id,
    type: row.name,
    category: row.categoryName,
    now: row.now,
    share: row.share,
    ...changeCells(row.change),
  }))
  return { columns, screen, rows, key: (row) => row.id }
}

export interface HourFigures {
  hour: number
  day: string
  clock: string
  count: number
  share: number
}

/** Place of a calendar hour of the week in the week that starts on Monday at 06. */
const screenHour = (hour: number) => (hour - DAY_STARTS_AT + 168) % 168

export function weekTable(readings: Readings): FigureTable<HourFigures> {
  const texts = locale.texts.panels.when.columns
  const week = readings.counts?.week
  const known = week ? week.n - week.unknown : 0
  const columns: Column<HourFigures>[] = [
    { key: 'day', label: texts.day, sortable: true, sortValue: (row) => screenHour(row.hour) },
    { key: 'clock', label: texts.hour, sortable: true, sortValue: (row) => screenHour(row.hour) % 24 },
    { key: 'count', label: texts.count, format: number(readings.fractional ? 1 : 0), ...end },
    { key: 'share', label: texts.share, format: percent, ...end },
  ]
  // As on the screen: from Monday 06 on, ending with the night after Sunday.
  const hours = Array.from({ length: 168 }, (_, i) => (i + DAY_STARTS_AT) % 168)
  const rows = hours.map((hour) => ({
    hour,
    day: locale.format.weekday(Math.floor(hour / 24)),
    clock: `${String(hour % 24).padStart(2, '0')}–${String((hour % 24) + 1).padStart(2, '0')}`,
    count: week?.counts[hour] ?? 0,
    share: known > 0 ? (week?.counts[hour] ?? 0) / known : 0,
  }))
  return { columns, rows, key: (row) => row.hour }
}

export interface HotspotFigures {
  rank: number
  place: string
  area: string
  count: number
  share: number
  surface: number
  surfaceShare: number
  density: number
  peak: string
  cost: number | null
  before: number | null
  change: number | null
  chance: string
}

export function hotspotTable(readings: Readings): FigureTable<HotspotFigures> {
  const texts = locale.texts.panels.where
  const heads = texts.columns
  const columns: Column<HotspotFigures>[] = [
    { key: 'place', label: heads.place, sortable: true },
    { key: 'rank', label: heads.rank, format: number(), ...end },
    { key: 'area', label: heads.area, sortable: true },
    { key: 'count', label: heads.count, format: number(), ...end },
    { key: 'share', label: heads.share, format: percent, ...end },
    { key: 'surface', label: heads.surface, format: number(3), ...end },
    { key: 'surfaceShare', label: heads.surfaceShare, format: percent, ...end },
    { key: 'density', label: heads.density, format: number(), ...end },
    { key: 'peak', label: heads.peak, sortable: true },
    ...(readings.counts?.costs
      ? [{ key: 'cost', label: locale.texts.layers.cost.columns.now, format: number(), ...end }]
      : []),
    { key: 'before', label: heads.before, format: number(), ...end },
    { key: 'change', label: heads.change, format: change, ...end },
    { key: 'chance', label: heads.chance, sortable: true },
  ]
  const rows = readings.hotspots.map(({ hotspot, name, areaName, change: changed }) => {
    const { before, change: fraction } = changeCells(changed)
    return {
      rank: hotspot.rank,
      place: name,
      area: areaName,
      count: hotspot.incidents,
      share: hotspot.share,
      surface: hotspot.surfaceKm2,
      surfaceShare: hotspot.surfaceShare,
      density: hotspot.peakDensity,
      peak:
        hotspot.peakHour === null ? '–' : locale.format.hourOfWeek(hotspot.peakHour).replace(' ', '\u00a0'),
      cost: hotspot.cost,
      before,
      change: fraction,
      chance: hotspot.moreThanChance ? texts.yes : texts.no,
    }
  })
  return { columns, rows, key: (row) => row.rank }
}

export interface MonthFigures {
  from: number
  month: string
  count: number
  before: number | null
  complete: string
}

export function trendTable(months: TimelineMonth[]): FigureTable<MonthFigures> {
  const texts = locale.texts.panels
  const columns: Column<MonthFigures>[] = [
    { key: 'month', label: texts.trend.columns.month, sortable: true, sortValue: (row) => row.from },
    { key: 'count', label: texts.trend.columns.count, format: number(), ...end },
    { key: 'before', label: texts.trend.columns.before, format: number(), ...end },
    { key: 'complete', label: texts.trend.columns.complete, sortable: true },
  ]
  const rows = months.map((month) => ({
    from: month.from,
    month: locale.format.period(month),
    count: month.count,
    before: month.before,
    complete: month.complete ? texts.where.yes : texts.trend.incomplete,
  }))
  return { columns, rows, key: (row) => row.from }
}
