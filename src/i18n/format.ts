import { calendarDate, type Period } from '../domain/period.ts'
import { cellOfHour, clockHours, type HourWindow } from '../domain/hourWindow.ts'

/** Figures and dates as they are written in one language: U+2212 for minus, nbsp before % in Swedish, en dash in ranges. */
export type Language = 'sv' | 'en'

const NBSP = '\u00a0'
const MINUS = '\u2212'

export interface Formatter {
  language: Language
  /** 1 234 */
  integer(value: number): string
  /** 1 234,5 with the given decimals */
  decimal(value: number, digits: number): string
  /** Fraction → "38 %" */
  percent(fraction: number, digits?: number): string
  /** Fraction → "+22 %", "−18 %", "±0 %" */
  change(fraction: number): string
  /** +12, −118 */
  signed(value: number): string
  /** Short month, "jan" */
  month(month: number): string
  /** Short weekday, Monday 0, "mån" */
  weekday(day: number): string
  /** Long weekday in plural, Monday 0, "måndagar" */
  weekdays(day: number): string
  /** "1 mars 2025" */
  day(dayNumber: number): string
  /** Of an instant, on the reader's own clock: "14:32"; with the day where it is not that of `now`: "22 nov. 14:32" */
  clock(utcMs: number, now: number): string
  /** Period as people say it: "jan–apr 2025", "2024", "1–7 mars 2025", "1 mars–12 april 2025" */
  period(period: Period): string
  /** The same without the year where whole months within one year: "jan–apr" */
  periodWithoutYear(period: Period): string
  /** "fre–lör 22–03" */
  hourWindow(window: HourWindow): string
  /** "lör 02" of an hour of the week, in the row of the night that it belongs to (the screen's day starts at 06) */
  hourOfWeek(hour: number): string
  /** Metres → "150 m" or "1,2 km" */
  distance(metres: number): string
  /** Bytes → "3,7 MB" */
  bytes(bytes: number): string
  /** "a, b och c" */
  list(items: string[]): string
  /** Sorts text in the language's order. */
  compare(a: string, b: string): number
}

const two = (value: number) => String(value).padStart(2, '0')

export function createFormatter(language: Language): Formatter {
  const locale = language === 'sv' ? 'sv-SE' : 'en-GB'
  const tidy = (text: string) => text.replace(/-/g, MINUS).replace(/[ \u202f]/g, NBSP)
  const integers = new Intl.NumberFormat(locale, { maximumFractionDigits: 0, signDisplay: 'negative' })
  const shortMonth = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' })
  const longDay = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' })
  const fullDay = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
  const shortWeekday = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' })
  const longWeekday = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' })
  const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' })
  const dayAndClock = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  })
  const listFormat = new Intl.ListFormat(locale, { type: 'conjunction' })
  const collator = new Intl.Collator(locale, { numeric: true })
  const dateOf = (dayNumber: number) => new Date(dayNumber * 86_400_000)
  // 1970-01-05 was a Monday.
  const weekdayDate = (day: number) => dateOf(4 + day)
  const month = (number: number) =>
    shortMonth.format(new Date(Date.UTC(2025, number - 1, 1))).replace('.', '')
  // `negative` keeps the minus from what rounds to nothing.
  const decimal = (value: number, digits: number) =>
    tidy(
      new Intl.NumberFormat(locale, {
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
        signDisplay: 'negative',
      }).format(value),
    )
  const integer = (value: number) => tidy(integers.format(value))
  const percentSign = language === 'sv' ? `${NBSP}%` : '%'
  const signedText = (value: number, text: string) => (value > 0 ? `+${text}` : text)

  function wholeMonths(period: Period): boolean {
    return calendarDate(period.from).day === 1 && calendarDate(period.to).day === 1
  }

  function period(span: Period, withYear = true): string {
    const first = calendarDate(span.from)
    const last = calendarDate(span.to - 1)
    if (wholeMonths(span)) {
      if (first.year === last.year) {
        if (first.month === 1 && last.month === 12) return String(first.year)
        const months =
          first.month === last.month ? month(first.month) : `${month(first.month)}–${month(last.month)}`
        return withYear ? `${months} ${first.year}` : months
      }
      if (first.month === 1 && last.month === 12) return `${first.year}–${last.year}`
      return `${month(first.month)} ${first.year}–${month(last.month)} ${last.year}`
    }
    if (span.to - span.from === 1) return fullDay.format(dateOf(span.from))
    const sameYear = first.year === last.year
    const sameMonth = sameYear && first.month === last.month
    const start = sameMonth ? String(first.day) : (sameYear ? longDay : fullDay).format(dateOf(span.from))
    const end = (sameYear && !withYear ? longDay : fullDay).format(dateOf(span.to - 1))
    return `${start}–${end}`
  }

  const weekdayText = (day: number) => shortWeekday.format(weekdayDate(day)).replace('.', '')

  return {
    language,
    integer,
    decimal,
    percent: (fraction, digits = 0) => `${decimal(fraction * 100, digits)}${percentSign}`,
    change: (fraction) => {
      const rounded = Math.round(fraction * 100)
      if (rounded === 0) return `±0${percentSign}`
      return `${signedText(rounded, integer(rounded))}${percentSign}`
    },
    signed: (value) => signedText(value, integer(value)),
    month,
    weekday: weekdayText,
    weekdays: (day) => longWeekday.format(weekdayDate(day)) + (language === 'sv' ? 'ar' : 's'),
    day: (dayNumber) => fullDay.format(dateOf(dayNumber)),
    clock: (utcMs, now) => {
      const sameDay = new Date(utcMs).toDateString() === new Date(now).toDateString()
      return tidy((sameDay ? clock : dayAndClock).format(utcMs))
    },
    period: (span) => period(span),
    periodWithoutYear: (span) => period(span, false),
    hourWindow: (window) => {
      const days =
        window.dayFrom === window.dayTo
          ? weekdayText(window.dayFrom)
          : (window.dayTo - window.dayFrom + 7) % 7 === 6
            ? language === 'sv'
              ? 'alla dagar'
              : 'every day'
            : `${weekdayText(window.dayFrom)}–${weekdayText(window.dayTo)}`
      if (window.length === 24) return days
      const { from, to } = clockHours(window)
      return `${days} ${two(from)}–${two(to)}`
    },
    hourOfWeek: (hour) => `${weekdayText(cellOfHour(hour).row)} ${two(hour % 24)}`,
    distance: (metres) =>
      metres >= 1000
        ? `${decimal(metres / 1000, metres % 1000 ? 1 : 0)}${NBSP}km`
        : `${integer(metres)}${NBSP}m`,
    bytes: (bytes) =>
      bytes >= 1e6
        ? `${decimal(bytes / 1e6, 1)}${NBSP}MB`
        : bytes >= 1e3
          ? `${integer(bytes / 1e3)}${NBSP}kB`
          : `${integer(bytes)}${NBSP}B`,
    list: (items) => listFormat.format(items),
    compare: collator.compare,
  }
}
