import type { Interval } from '../../analysis/index.ts'
import type { Formatter } from '../../i18n/format.ts'
import type { Catalogue } from '../../i18n/sv.ts'

/** The language that something is said in. */
export interface Words {
  texts: Catalogue
  format: Formatter
}

/** A fraction in whole percent with its sign and no "%": −58, 0, +9, ∞. */
export function points(format: Formatter, fraction: number): string {
  if (fraction === Infinity) return '∞'
  const rounded = Math.round(fraction * 100)
  return rounded === 0 ? '0' : format.signed(rounded)
}

/** "−47 %", or null where there is no percent: nothing before, or nothing at all. */
export function percentChanged(format: Formatter, fraction: number): string | null {
  return Number.isFinite(fraction) ? format.change(fraction) : null
}

/** The ends of an interval of fractions, in percent. */
export function endsInPercent(
  format: Formatter,
  { lower, upper }: Pick<Interval, 'lower' | 'upper'>,
): { lower: string; upper: string } {
  return { lower: points(format, lower), upper: points(format, upper) }
}

/** A mean or an expected count: whole where it is, else with a decimal. */
export function amount(format: Formatter, value: number): string {
  return Math.abs(value - Math.round(value)) < 0.05 ? format.integer(value) : format.decimal(value, 1)
}

/** p as written in texts: three decimals, and never 0. */
export function pFigure(format: Formatter, p: number): string {
  return p < 0.001 ? `< ${format.decimal(0.001, 3)}` : format.decimal(p, p < 0.1 ? 3 : 2)
}

/** "p = 0,62", "p < 0,001"; the equals sign or what stands for it with it. */
export function pText(format: Formatter, p: number): string {
  const NBSP = '\u00a0'
  return p < 0.001
    ? `p${NBSP}<${NBSP}${format.decimal(0.001, 3)}`
    : `p${NBSP}=${NBSP}${format.decimal(p, p < 0.1 ? 3 : 2)}`
}

const DAYS_IN_MONTH = 365.25 / 12

/** Days as people say them, rounded up: days, from two months on months, from two years on years. */
export function duration({ texts, format }: Words, days: number): string {
  const { time } = texts.effect
  if (days < 60) return time.days(Math.ceil(days), format.integer(Math.ceil(days)))
  const months = Math.ceil(days / DAYS_IN_MONTH - 0.05)
  if (months < 24) return time.months(months, format.integer(months))
  const years = Math.ceil((10 * days) / 365.25 - 0.05) / 10
  return time.years(amount(format, years))
}
