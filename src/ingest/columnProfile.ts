import { foldLabel } from '../domain/taxonomy.ts'
import { parseClock } from './dates.ts'
import { findDateOrder, type OrderFinding } from './dateOrder.ts'
import { isMissing, parseNumber } from './numbers.ts'
import type { SourceDescription } from './source.ts'

/** What the sampled cells of one column look like. */
export interface ColumnProfile {
  index: number
  /** The name without case, accents and punctuation: `datetime_from` → `datetime from`. */
  name: string
  /** Texts that are not missing. */
  filled: number
  /** Fraction of the filled cells that are numbers. */
  numeric: number
  /** Fraction of the numbers that have decimals. */
  decimals: number
  /** The numbers that are not 0, ascending. */
  numbers: Float64Array
  dates: OrderFinding | null
  /** Fraction of the filled cells that are a clock time such as 23:15. */
  clocks: number
  /** The texts that are not missing. */
  texts: readonly string[]
  /** Different folded values, at most as many as rows sampled. */
  distinct: string[]
}

/** What a description has that columns are judged by. */
export type ProfiledRows = Pick<SourceDescription, 'columns' | 'sample' | 'probe' | 'decimalComma'>

export function profileColumns(description: ProfiledRows): ColumnProfile[] {
  const rows = [...description.sample.map((row) => row.cells), ...description.probe]
  return description.columns.map((column, index) => {
    const texts: string[] = []
    for (const cells of rows) {
      const text = (cells[index] ?? '').trim()
      if (!isMissing(text)) texts.push(text)
    }
    const numbers = texts
      .map((text) => parseNumber(text, description.decimalComma))
      .filter((n) => !Number.isNaN(n))
    return {
      index,
      name: foldLabel(column),
      filled: texts.length,
      texts,
      numeric: texts.length === 0 ? 0 : numbers.length / texts.length,
      decimals:
        numbers.length === 0 ? 0 : numbers.filter((n) => !Number.isInteger(n)).length / numbers.length,
      numbers: Float64Array.from(numbers.filter((n) => n !== 0)).sort(),
      dates: findDateOrder(texts),
      clocks: texts.length === 0 ? 0 : texts.filter(looksLikeClock).length / texts.length,
      distinct: [...new Set(texts.map(foldLabel))],
    }
  })
}

/** Middle value of the numbers that are not 0; NaN where there are none. */
export function median(profile: ColumnProfile): number {
  return profile.numbers.length === 0 ? NaN : profile.numbers[profile.numbers.length >> 1]!
}

/** Whether the column is numbers and at least 80 % of those that are not 0 lie in [low, high]. */
export function mostlyWithin(profile: ColumnProfile, low: number, high: number): boolean {
  if (profile.numeric < 0.6 || profile.numbers.length === 0) return false
  let inside = 0
  for (const value of profile.numbers) if (value >= low && value <= high) inside++
  return inside >= 0.8 * profile.numbers.length
}

function looksLikeClock(text: string): boolean {
  return /^(kl\.? ?)?\d{1,4}([:.]\d{2}){0,2}( ?[ap]m)?$/i.test(text) && !Number.isNaN(parseClock(text))
}
