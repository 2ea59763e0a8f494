import { EFFECT_LIMITS } from '../effectLimits.ts'
import type { Reason } from '../effectReason.ts'
import type { BeforeAfter } from '../weightedDisplacementDifference.ts'

/**
 * Incidents to be expected in each period had nothing changed, the lower of two readings: both periods' incidents shared out by days, and
 * the period before carried on.
 */
export function expectedCounts({ before, after }: BeforeAfter, days: BeforeAfter): BeforeAfter {
  const all = (before + after) / (days.before + days.after)
  return {
    before: Math.min(before, all * days.before),
    after: Math.min((before / days.before) * days.after, all * days.after),
  }
}

export function tooFew(expected: BeforeAfter): boolean {
  return expected.before < EFFECT_LIMITS.expected || expected.after < EFFECT_LIMITS.expected
}

/** At least five incidents to be expected of the target in either period; else what is missing. */
export function guardTooFew(target: BeforeAfter, days: BeforeAfter): Reason[] {
  const expected = expectedCounts(target, days)
  if (!tooFew(expected)) return []
  const needed = EFFECT_LIMITS.expected
  const daysNeeded = (count: number, of: number) =>
    count > 0 ? Math.ceil(Math.max(1, needed / count) * of) : null
  return [
    {
      code: 'too-few',
      severity: 'withholds',
      data: {
        expectedBefore: expected.before,
        expectedAfter: expected.after,
        needed,
        daysNeeded: {
          before: daysNeeded(expected.before, days.before),
          after: daysNeeded(expected.after, days.after),
        },
      },
    },
  ]
}
