import { dayNumber } from '../domain/period.ts'

/**
 * Dates and clock times as text. `dmy` is `1/3 2025`, `01.03.25`, `1 mars 2025`; `ymd` is ISO and its kin; `compact` is 20250301 (with
 * or without a clock), 250301; `serial` is Excel's days since 1899-12-30, `serial1904` those of old Excel for Mac since 1904-01-01. Digits in ISO order are read as such whatever the order.
 */
export type DateOrder = 'ymd' | 'dmy' | 'mdy' | 'compact' | 'serial' | 'serial1904'

/** What {@link parseDateTime} found; one object is reused for a whole file. */
export interface ParsedTime {
  /** Days since 1970-01-01. */
  day: number
  /** Milliseconds since midnight (86 400 000 for 24:00); NaN where the text has no clock time. */
  msOfDay: number
  /** Written offset of the local time from UTC in milliseconds; NaN where none is written. */
  offsetMs: number
}

/** `lördag den 1 mars`, `lör 2025-03-01`, `Sat, 1 Mar`. */
const WEEKDAY =
  /^(?:mån|tis|ons|tor|fre|lör|sön|mon|tue|wed|thu|fri|sat|sun)\p{L}*[.,]*\s+(?:den\s+)?(?=\S)/iu

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
const FIRST_YEAR = 1900
const LAST_YEAR = 2100

/** Day number of 1899-12-30, Excel's day 0 (after the leap day that 1900 did not have). */
const EXCEL_EPOCH = -25_569

/** Day number of 1904-01-01, day 0 of workbooks with the 1904 date system. */
const EXCEL_EPOCH_1904 = -24_107

// prettier-ignore
const MONTHS: Readonly<Record<string, number>> = {
  jan: 1, feb: 2, mar: 3, apr: 4, maj: 5, may: 5, jun: 6, jul: 7, aug: 8, sep: 9, okt: 10, oct: 10, nov: 11, dec: 12,
}

/** Reads the text into `out`; false where it is no date of the order, or no date of the calendar from 1900 to 2100. */
export function parseDateTime(text: string, order: DateOrder, out: ParsedTime): boolean {
  out.msOfDay = NaN
  out.offsetMs = NaN
  const end = text.length
  const first = digitsFrom(text, 0)
  if (order === 'serial') return parseSerial(text, EXCEL_EPOCH, out)
  if (order === 'serial1904') return parseSerial(text, EXCEL_EPOCH_1904, out)
  if (first === 0) {
    const weekday = WEEKDAY.exec(text)
    return weekday ? parseDateTime(text.slice(weekday[0].length), order, out) : parseWithMonthName(text, out)
  }
  if (first >= 6 && (order === 'compact' || first >= 8)) return parseCompact(text, first, out)
  const separator = text.charCodeAt(first)
  if (!isDateSeparator(separator)) return separator === 32 && parseWithMonthName(text, out)
  const second = digitsFrom(text, first + 1)
  if (second === 0 || second > 2) return second === 0 && parseWithMonthName(text, out)
  const afterSecond = first + 1 + second
  let next = text.charCodeAt(afterSecond)
  if (!isDateSeparator(next) && next !== 32) return false
  const third = digitsFrom(text, afterSecond + 1)
  if (third === 0) return false
  const a = integer(text, 0, first)
  const b = integer(text, first + 1, afterSecond)
  const c = integer(text, afterSecond + 1, afterSecond + 1 + third)
  const known =
    first === 4 && third <= 2
      ? setDay(a, b, c, out)
      : (third === 4 || (third === 2 && order !== 'ymd')) &&
        first <= 2 &&
        (order === 'mdy' ? setDay(fullYear(c, third), a, b, out) : setDay(fullYear(c, third), b, a, out))
  if (!known && !(first === 2 && third === 2 && order === 'ymd' && setDay(fullYear(a, 2), b, c, out)))
    return false
  let at = afterSecond + 1 + third
  if (at === end) return true
  next = text.charCodeAt(at)
  if (next === 84 || next === 116) at++
  return parseClockTail(text, at, out)
}

/** Reads a cell that holds a clock time only: `23:15`, `23.15`, `2315`, `kl. 23`, `11:15 pm`, a fraction of a day. NaN where none. */
export function parseClock(text: string): number {
  const out: ParsedTime = { day: 0, msOfDay: NaN, offsetMs: NaN }
  if (/^0[.,]\d{3,}$/.test(text)) return Math.round(Number(text.replace(',', '.')) * 86_400) * 1000
  return parseClockTail(text, 0, out) ? out.msOfDay : NaN
}

/** The clock and offset from `start` on; true also where nothing but blanks is left. */
function parseClockTail(text: string, start: number, out: ParsedTime): boolean {
  let at = skipFiller(text, start)
  if (at === text.length) return true
  const digits = digitsFrom(text, at)
  if (digits === 0 || digits > 6 || digits === 5) return false
  let hour: number
  let minute = 0
  let second = 0
  if (digits === 4 || digits === 6 || digits === 3) {
    const hourEnd = at + (digits === 3 ? 1 : 2)
    hour = integer(text, at, hourEnd)
    minute = integer(text, hourEnd, hourEnd + 2)
    if (digits === 6) second = integer(text, at + 4, at + 6)
    at += digits
  } else {
    hour = integer(text, at, at + digits)
    at += digits
    if (isClockSeparator(text.charCodeAt(at)) && digitsFrom(text, at + 1) === 2) {
      minute = integer(text, at + 1, at + 3)
      at += 3
      if (isClockSeparator(text.charCodeAt(at)) && digitsFrom(text, at + 1) === 2) {
        second = integer(text, at + 1, at + 3)
        at += 3
        if (text.charCodeAt(at) === 46 || text.charCodeAt(at) === 44) at += 1 + digitsFrom(text, at + 1)
      }
    }
  }
  if (minute > 59 || second > 60 || hour > 24 || (hour === 24 && minute + second > 0)) return false
  out.msOfDay = (hour * 60 + minute) * MINUTE_MS + Math.min(second, 59) * 1000
  return at === text.length || parseSuffix(text.slice(at).trim(), hour, out)
}

/** `Z`, `+02:00`, `-0500`, `am`, `pm`, `UTC`. */
function parseSuffix(suffix: string, hour: number, out: ParsedTime): boolean {
  if (suffix === '') return true
  const half = /^([ap])\.?m\.?$/i.exec(suffix)
  if (half) {
    if (hour < 1 || hour > 12) return false
    const pm = half[1]!.toLowerCase() === 'p'
    out.msOfDay += ((pm ? 12 : 0) - (hour === 12 ? 12 : 0)) * 60 * MINUTE_MS
    return true
  }
  if (/^(z|utc|gmt)$/i.test(suffix)) {
    out.offsetMs = 0
    return true
  }
  const offset = /^([+-])(\d{2}):?(\d{2})?$/.exec(suffix)
  if (!offset || Number(offset[2]) > 14) return false
  out.offsetMs = (offset[1] === '-' ? -1 : 1) * (Number(offset[2]) * 60 + Number(offset[3] ?? 0)) * MINUTE_MS
  return true
}

function parseCompact(text: string, digits: number, out: ParsedTime): boolean {
  const year = digits === 6 ? fullYear(integer(text, 0, 2), 2) : integer(text, 0, 4)
  const monthAt = digits === 6 ? 2 : 4
  if (digits !== 6 && digits !== 8 && digits !== 12 && digits !== 14) return false
  if (!setDay(year, integer(text, monthAt, monthAt + 2), integer(text, monthAt + 2, monthAt + 4), out))
    return false
  if (digits > 8) return parseClockTail(text, 8, out)
  const next = text.charCodeAt(digits)
  if (digits === text.length) return true
  return (next === 32 || next === 84 || next === 45) && parseClockTail(text, digits + 1, out)
}

function parseSerial(text: string, epoch: number, out: ParsedTime): boolean {
  if (!/^\d{4,5}([.,]\d+)?$/.test(text)) return false
  const serial = Number(text.replace(',', '.'))
  out.day = Math.floor(serial) + epoch
  const seconds = Math.round((serial - Math.floor(serial)) * 86_400)
  if (seconds > 0) out.msOfDay = Math.min(seconds * 1000, DAY_MS)
  return true
}

/** `1 mars 2025`, `1-Mar-2025`, `March 1, 2025`, each with or without a clock. */
function parseWithMonthName(text: string, out: ParsedTime): boolean {
  const dayFirst = /^(\d{1,2})[ .-]+(\p{L}{3,9})[ .,-]+(\d{4})\b/u.exec(text)
  const monthFirst = dayFirst ? null : /^(\p{L}{3,9})[ .-]+(\d{1,2})[ .,-]+(\d{4})\b/u.exec(text)
  const match = dayFirst ?? monthFirst
  if (!match) return false
  const month = MONTHS[(dayFirst ? match[2]! : match[1]!).slice(0, 3).toLowerCase()]
  const day = Number(dayFirst ? match[1] : match[2])
  if (month === undefined || !setDay(Number(match[3]), month, day, out)) return false
  return parseClockTail(text, match[0].length, out)
}

function setDay(year: number, month: number, day: number, out: ParsedTime): boolean {
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1 || day > 31) return false
  if (day > 28 && day > daysInMonth(year, month)) return false
  out.day = daysFromCivil(year, month, day)
  return true
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

const YEAR_STARTS = Int32Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, i) =>
  dayNumber(FIRST_YEAR + i, 1, 1),
)
const DAYS_BEFORE = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]

function daysFromCivil(year: number, month: number, day: number): number {
  const leap = month > 2 && daysInMonth(year, 2) === 29 ? 1 : 0
  return YEAR_STARTS[year - FIRST_YEAR]! + DAYS_BEFORE[month - 1]! + leap + day - 1
}

/** Two-digit years are 1970-2069 (POSIX takes 1969-2068). */
function fullYear(year: number, digits: number): number {
  return digits > 2 ? year : year < 70 ? 2000 + year : 1900 + year
}

/** Length of the run of digits at `at`. */
function digitsFrom(text: string, at: number): number {
  let end = at
  while (end < text.length && isDigit(text.charCodeAt(end))) end++
  return end - at
}

function integer(text: string, from: number, to: number): number {
  let value = 0
  for (let i = from; i < to; i++) value = value * 10 + text.charCodeAt(i) - 48
  return value
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

/** - . / */
function isDateSeparator(code: number): boolean {
  return code === 45 || code === 46 || code === 47
}

/** . : */
function isClockSeparator(code: number): boolean {
  return code === 58 || code === 46
}

/** Past blanks, commas and `kl.` */
function skipFiller(text: string, start: number): number {
  let at = start
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (code === 32 || code === 44 || code === 160) at++
    else if ((code === 107 || code === 75) && /^kl\.?/i.test(text.slice(at, at + 3)))
      at += text.charCodeAt(at + 2) === 46 ? 3 : 2
    else break
  }
  return at
}
