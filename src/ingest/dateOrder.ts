import { parseDateTime, type DateOrder } from './dates.ts'

export interface OrderFinding {
  order: DateOrder
  /** Fraction of the texts that are dates in this order. */
  share: number
  /** Day and month could change places in every value. */
  ambiguous: boolean
  /** Fraction of the dates that have a clock time. */
  withClock: number
  /** Every clock time is 00:00 (and there are at least five). */
  onlyMidnight: boolean
  /** Fraction of the clock times that are 00:00; 0 where there are none. */
  midnightShare: number
  /** The texts are bare digits, as a plain number could be. */
  bareDigits: boolean
}

const LETTERED_ORDERS = ['ymd', 'dmy', 'mdy'] as const
const scratch = { day: 0, msOfDay: 0, offsetMs: 0 }

/**
 * The order of day, month and year that most values fit. The year first decides by itself; else a value above 12 does; else the
 * Swedish order (day first), marked ambiguous. Null where no value is a date.
 */
export function findDateOrder(texts: readonly string[]): OrderFinding | null {
  if (texts.length === 0) return null
  const bare = texts.filter((text) => /^\d+([.,]\d+)?$/.test(text)).length > texts.length / 2
  const orders: readonly DateOrder[] = bare ? ['compact', 'serial'] : LETTERED_ORDERS
  const counted = orders.map((order) => ({ order, ...count(texts, order) }))
  const most = Math.max(...counted.map((candidate) => candidate.hits))
  if (most === 0) return null
  let fitting = counted.filter((candidate) => candidate.hits === most)
  const yearFirst = texts.filter((text) => /^\d{4}[-/.]/.test(text)).length >= most / 2
  if (!bare && yearFirst) fitting = [fitting.find((candidate) => candidate.order === 'ymd') ?? fitting[0]!]
  else if (!bare && fitting.length > 1) fitting = untangle(fitting, texts)
  const best = fitting[0]!
  return {
    order: best.order,
    share: best.hits / texts.length,
    ambiguous: fitting.length > 1,
    withClock: best.clocks / best.hits,
    midnightShare: best.clocks === 0 ? 0 : best.midnights / best.clocks,
    onlyMidnight: best.clocks >= 5 && best.midnights === best.clocks,
    bareDigits: bare,
  }
}

type Counted = ReturnType<typeof count> & { order: DateOrder }

/** Day first against month first: a 12-hour clock is American; two-digit years stand where they vary least. */
function untangle(fitting: Counted[], texts: readonly string[]): Counted[] {
  if (texts.some((text) => /\d\s*[ap]\.?m\.?$/i.test(text)))
    return fitting.filter((candidate) => candidate.order === 'mdy')
  const yearLast = texts.some((text) => /\d{1,2}[-/. ]+\d{4}/.test(text))
  const named = texts.every((text) => /\p{L}{3}/u.test(text) && !/\d[-/.]\d/.test(text))
  if (named) return [fitting.find((candidate) => candidate.order === 'dmy') ?? fitting[0]!]
  const dayFirst = fitting.filter((candidate) => candidate.order !== 'ymd')
  if (yearLast) return dayFirst
  const spread = (candidate: Counted) => candidate.lastDay - candidate.firstDay
  const yearFirst = fitting.find((candidate) => candidate.order === 'ymd')
  if (yearFirst && dayFirst.every((candidate) => spread(yearFirst) < spread(candidate))) return [yearFirst]
  return dayFirst.length > 0 ? dayFirst : fitting
}

function count(texts: readonly string[], order: DateOrder) {
  let hits = 0
  let clocks = 0
  let midnights = 0
  let firstDay = Infinity
  let lastDay = -Infinity
  for (const text of texts) {
    if (!parseDateTime(text, order, scratch)) continue
    hits++
    firstDay = Math.min(firstDay, scratch.day)
    lastDay = Math.max(lastDay, scratch.day)
    if (Number.isNaN(scratch.msOfDay)) continue
    clocks++
    if (scratch.msOfDay === 0) midnights++
  }
  return { hits, clocks, midnights, firstDay, lastDay }
}
