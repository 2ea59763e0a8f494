import { parseIsoDate, type Period } from './period.ts'

/**
 * A day from which offences were classed or recorded otherwise than before: a new code list, a wider definition in law, another
 * routine or system for reporting. Counts before and after it are not counts of the same thing.
 */
export interface TypeBreak {
  id: string
  /** First day of the new order, ISO. */
  date: string
  /** What changed: what belongs to the type, or how it comes to be recorded. */
  kind: 'category' | 'reporting'
  /** Ids of the types that it concerns. */
  types: readonly string[] | 'all'
  /** Name of the order before and after, such as the version of a code list; may be empty. */
  from: string
  to: string
  /** What changed, in words. */
  note: string
}

/** Whether a break touches any of the types. */
export function concerns({ types }: TypeBreak, typeIds: readonly string[]): boolean {
  return types === 'all' ? typeIds.length > 0 : types.some((id) => typeIds.includes(id))
}

/**
 * Breaks that part the days of an evaluation: after the first day of the earliest period and up to the last day of the latest, whether
 * between two periods or within one. A new order from the very first day on parts nothing.
 * @param periods what is compared, half-open local days, in any order
 * @param typeIds types that are counted
 * @returns earliest first
 */
export function breaksBetween(
  periods: readonly Period[],
  typeIds: readonly string[],
  breaks: readonly TypeBreak[],
): TypeBreak[] {
  if (periods.length === 0) return []
  const first = Math.min(...periods.map(({ from }) => from))
  const end = Math.max(...periods.map(({ to }) => to))
  return breaks
    .filter((one) => {
      const day = parseIsoDate(one.date)
      return day > first && day < end && concerns(one, typeIds)
    })
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}

/** The breaks of these types as the guards of an effect ask for them (`EffectEvidence.breaks`). */
export function dataBreaks(
  breaks: readonly TypeBreak[],
  typeIds: readonly string[],
): { kind: TypeBreak['kind']; day: number }[] {
  return breaks
    .filter((one) => concerns(one, typeIds))
    .map(({ kind, date }) => ({ kind, day: parseIsoDate(date) }))
    .filter(({ day }) => Number.isFinite(day))
}
