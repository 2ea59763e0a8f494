import { matches, type Span } from '../kinds.ts'

/** Ten or twelve digits, with `-`, `+`, a dash or a blank before the last four or nothing; or 1985-01-01-1234. */
const WRITTEN =
  /(?<![\p{L}\d]|\d[.,])(?:(?:18|19|20)?\d{6}\s?[-+−–]?\s?\d{4}|(?:18|19|20)\d\d-\d\d-\d\d\s?[-+]\s?\d{4})(?![\p{L}\d]|[.,]\d)/gu

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

/**
 * Personnummer and samordningsnummer (day + 60) anywhere in a text: a real date and a right check digit. An organisation
 * number has a third digit of at least 2, hence no month, and is none.
 * Source: Skatteverket, SKV 704 and 707.
 */
export function findIdentityNumbers(text: string): Span[] {
  return matches(WRITTEN, text, ([found]) => {
    const digits = lastTen(found)
    return isDated(digits) && hasCheckDigit(digits)
  })
}

/** Whether a whole cell is written as a personnummer with a real date, whatever its check digit. */
export function isShapedAsIdentityNumber(text: string): boolean {
  const [span, ...more] = matches(WRITTEN, text.trim())
  return (
    span !== undefined &&
    more.length === 0 &&
    span.start === 0 &&
    span.end === text.trim().length &&
    isDated(lastTen(text))
  )
}

/** Whether the last four digits could as well be hours and minutes. */
export function endsInClock(text: string): boolean {
  const last = lastTen(text).slice(6)
  return Number(last.slice(0, 2)) < 24 && Number(last.slice(2)) < 60
}

/** Whether the check digit of ten digits is right: weights 2 1 2 1 …, digit sums, a multiple of ten (Luhn). */
export function hasCheckDigit(digits: string): boolean {
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const value = (digits.charCodeAt(digits.length - 1 - i) - 48) * (i % 2 === 0 ? 1 : 2)
    sum += value > 9 ? value - 9 : value
  }
  return sum % 10 === 0
}

function lastTen(written: string): string {
  return written.replace(/\D/g, '').slice(-10)
}

/** YYMMDD with a month and a day that exist; the century is open, so 29 February holds in every fourth year. */
function isDated(digits: string): boolean {
  const [year, month, given] = [0, 2, 4].map((at) => Number(digits.slice(at, at + 2)))
  const day = given > 60 ? given - 60 : given
  if (month < 1 || month > 12 || day < 1 || day > DAYS[month - 1]) return false
  return month !== 2 || day < 29 || year % 4 === 0
}
