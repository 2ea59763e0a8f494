import type { DateOrder } from '../dates.ts'
import { parseDateTime, type ParsedTime } from '../dates.ts'

const DAY_MS = 86_400_000

/** The day of a text as YYYY-MM-DD; null where it is no date. */
export function isoDateOf(text: string, order: DateOrder = 'dmy'): string | null {
  const trimmed = text.trim()
  if (/^\d{4}-\d{2}-\d{2}$/.test(trimmed)) {
    const time = Date.parse(`${trimmed}T00:00:00Z`)
    return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== trimmed ? null : trimmed
  }
  const out: ParsedTime = { day: 0, msOfDay: NaN, offsetMs: NaN }
  return parseDateTime(trimmed, order, out) ? new Date(out.day * DAY_MS).toISOString().slice(0, 10) : null
}
