import { isoDate } from '../../domain/period.ts'
import { hourOfCell } from '../../domain/hourWindow.ts'
import type { FigureTable } from '../save.ts'
import { allFigures, unitOf } from './allFigures.ts'
import type { EffectReading } from './effectReading.ts'

export interface ExportRow {
  figure: string
  before: number | null
  after: number | null
  value: number | null
  lower: number | null
  upper: number | null
  /** Confidence level of the interval, a fraction. */
  level: number | null
  unit: string
  method: string
}

/** Everything that the screen shows of the measure, one figure a row: counts by zone with their change, then every figure. Fractions. */
export function exportTable({
  rows,
  figures,
  context,
}: EffectReading): FigureTable<ExportRow & { key: string }> {
  const { table, all } = context.texts.effect
  const { cards } = context.texts.methods
  const { level } = figures.judgement
  const finite = (value: number) => (Number.isFinite(value) ? value : null)
  const zones = rows.map(({ zone, name, before, after, compared }) => ({
    key: zone,
    figure: name,
    before,
    after,
    value: compared && finite(compared.change),
    lower: compared && finite(compared.lower),
    upper: compared && finite(compared.upper),
    level: compared && level,
    unit: compared ? all.units.percent : '',
    method: compared ? cards.percentChange.title : '',
  }))
  const others = allFigures(figures.judgement, figures.series).map((found) => ({
    key: found.id,
    figure: all.names[found.id],
    before: null,
    after: null,
    value: found.value === null ? null : finite(found.value),
    lower: found.interval && finite(found.interval.lower),
    upper: found.interval && finite(found.interval.upper),
    level: found.interval && level,
    unit: all.units[unitOf(found)],
    method: cards[found.method].title,
  }))
  return {
    columns: [
      { key: 'figure', label: all.measure },
      { key: 'before', label: table.before },
      { key: 'after', label: table.after },
      { key: 'value', label: all.value },
      { key: 'lower', label: all.lower },
      { key: 'upper', label: all.upper },
      { key: 'level', label: all.level },
      { key: 'unit', label: all.unit },
      { key: 'method', label: all.method },
    ],
    rows: [...zones, ...others],
    key: ({ key }) => key,
  }
}

export interface MonthRow {
  from: string
  month: string
  phase: string
  target: number
  control: number | null
}

/** The months of the strip. */
export function monthTable({ months, context }: EffectReading): FigureTable<MonthRow> {
  const { series } = context.texts.effect
  const end = { align: 'end' as const, sortable: true }
  return {
    columns: [
      { key: 'month', label: series.columns.month },
      { key: 'phase', label: series.columns.phase },
      { key: 'target', label: series.target, ...end },
      { key: 'control', label: series.control, ...end, format: (_, { control }) => (control === null ? '–' : context.format.integer(control)) }, // prettier-ignore
    ],
    rows: months.map(({ phase, target, control, ...period }) => ({
      from: isoDate(period.from),
      month: context.format.period(period),
      phase: series.phases[phase],
      target,
      control,
    })),
    key: ({ from }) => from,
  }
}

export interface HourRow {
  index: number
  hour: string
  before: number
  after: number
}

/** The hours of the week, in the screen's order: the day cut at 06. */
export function hourTable({ figures, context }: EffectReading): FigureTable<HourRow> {
  const { texts, format: f } = context
  const { hours } = texts.effect
  const written = (value: number) => (Number.isInteger(value) ? f.integer(value) : f.decimal(value, 1))
  const end = { align: 'end' as const, sortable: true }
  return {
    columns: [
      { key: 'hour', label: hours.hour },
      { key: 'before', label: hours.before, ...end, format: (_, { before }) => written(before) },
      { key: 'after', label: hours.after, ...end, format: (_, { after }) => written(after) },
    ],
    rows: Array.from({ length: 168 }, (_, index) => {
      const hour = hourOfCell(Math.floor(index / 24), index % 24)
      return {
        index,
        hour: f.hourOfWeek(hour),
        before: figures.hours.before[hour]!,
        after: figures.hours.after[hour]!,
      }
    }),
    key: ({ index }) => index,
  }
}
