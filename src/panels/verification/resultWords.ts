import type { Formatter } from '../../i18n/format.ts'
import type { Catalogue } from '../../i18n/sv.ts'
import type { FigureName, Tolerance, Unit, Value } from '../../verification/check.ts'
import type { CheckResult } from '../../verification/runChecks.ts'
import { differenceText, valueText } from './figureText.ts'

type Texts = Catalogue['verification']

const lookUp = (words: Record<string, string>, key: string) => words[key] ?? key

/** What a check puts to the test, in words. */
export function checkName({ id }: Pick<CheckResult, 'id'>, texts: Texts): string {
  return lookUp(texts.checks, id)
}

/** What a figure is: words of the catalogue, a notation as it stands, or a cell, an area, an hour by its number. */
export function figureName(name: FigureName, texts: Texts, f: Formatter): string {
  if (typeof name === 'string') return lookUp(texts.figures, name)
  if ('cell' in name) return texts.cell(name.cell)
  if ('area' in name) return texts.area(name.area + 1)
  return `${f.weekday(Math.floor(name.hour / 24))} ${String(name.hour % 24).padStart(2, '0')}`
}

/** What was expected, or (with one digit more) what was obtained. */
export function writtenValue(
  value: Value | null,
  tolerance: Tolerance,
  texts: Texts,
  f: Formatter,
  more: 0 | 1,
): string {
  if (value === null) return '–'
  return typeof value === 'string' ? lookUp(texts.values, value) : valueText(value, tolerance, f, more)
}

export function writtenTolerance({ kind, size }: Tolerance, texts: Texts, f: Formatter): string {
  if (size === 0) return texts.exact
  const text = differenceText(size, f)
  return kind === 'relative' ? `${text} ${texts.relative}` : text
}

export function unitName(unit: Unit, texts: Texts): string {
  return unit === 'none' ? '' : texts.units[unit]
}
