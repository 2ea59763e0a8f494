import type { Formatter } from '../i18n/format.ts'

/** A count as written: whole, or with one decimal where an aoristic weight makes it a fraction. */
export function figure(format: Formatter, value: number): string {
  return Math.abs(value - Math.round(value)) < 0.05 || Math.abs(value) >= 100
    ? format.integer(value)
    : format.decimal(value, 1)
}
