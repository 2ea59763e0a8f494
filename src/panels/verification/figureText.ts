import type { Formatter } from '../../i18n/format.ts'
import type { Tolerance } from '../../verification/check.ts'

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹'
/** Below this a value is written with a power of ten. */
const SMALL = 1e-4
const MOST_DIGITS = 12
/** Printed figures keep their zeros; finer tolerances would fill the table with them. */
const PRINTED = 1e-6

/** 2,3·10⁻¹³ */
export function scientific(value: number, f: Formatter, digits: number): string {
  const exponent = Math.floor(Math.log10(Math.abs(value)))
  const mantissa = value / 10 ** exponent
  const raised = [...String(Math.abs(exponent))].map((digit) => SUPERSCRIPTS[Number(digit)]).join('')
  const power = `10${exponent < 0 ? '⁻' : ''}${raised}`
  const written = atMost(mantissa, digits, f)
  return written === '1' ? power : `${written}·${power}`
}

/** At most so many decimals: zeros at their end are dropped. */
function atMost(value: number, decimals: number, f: Formatter): string {
  const text = f.decimal(value, decimals)
  return decimals > 0 ? text.replace(/[.,]?0+$/, '') : text
}

/**
 * A value with as many digits as its tolerance asks for.
 * @param more digits beyond those: what was obtained shows one more than what was expected
 */
export function valueText(value: number, { kind, size }: Tolerance, f: Formatter, more: 0 | 1): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? '–' : `${value < 0 ? '\u2212' : ''}∞`
  if (Number.isInteger(value) && (size === 0 || kind === 'relative')) return f.integer(value)
  const digits = size === 0 ? 6 : Math.min(MOST_DIGITS, Math.max(0, Math.round(-Math.log10(2 * size)) + more))
  if (kind === 'relative') {
    const ahead = Math.floor(Math.log10(Math.abs(value))) + 1
    if (Math.abs(value) < SMALL) return scientific(value, f, digits - 1)
    return atMost(value, Math.max(0, digits - ahead), f)
  }
  if (value !== 0 && Math.abs(value) < SMALL && size < PRINTED) return differenceText(value, f)
  return size >= PRINTED ? f.decimal(value, digits) : atMost(value, digits, f)
}

/** How far off, in two digits. */
export function differenceText(value: number, f: Formatter): string {
  if (value === 0) return '0'
  if (!Number.isFinite(value)) return '–'
  if (Math.abs(value) < 1e-3) return scientific(value, f, 1)
  return atMost(value, Math.max(0, 1 - Math.floor(Math.log10(Math.abs(value)))), f)
}
