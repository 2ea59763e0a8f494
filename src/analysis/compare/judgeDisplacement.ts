import { normalHalfWidth } from '../chance/normal.ts'
import type { Direction } from './direction.ts'
import { EFFECT_LIMITS } from './effectLimits.ts'
import type { EffectEvidence } from './effectEvidence.ts'
import { expectedCounts, tooFew } from './guards/guardTooFew.ts'
import type { Interval } from './interval.ts'
import { rateRatio } from './rateRatio.ts'
import { weightedDisplacementDifference, type BeforeAfter } from './weightedDisplacementDifference.ts'
import { weightedDisplacementQuotient } from './weightedDisplacementQuotient.ts'

export type DisplacementJudgement =
  | { verdict: 'not-assessed'; why: 'no-zone' | 'nothing-fell' }
  | { verdict: 'too-few'; expectedBefore: number; expectedAfter: number; needed: number }
  | {
      verdict: 'none-seen' | 'moved' | 'diffusion'
      /** The zone's own change, exact. */
      ratio: number
      interval: Interval
      /** Incidents more (above 0) or fewer in the zone than its control lets expect, at the length of the period after. */
      difference: number
      standardError: number
      z: number
      /** A rise smaller than this, in incidents, would not have been told from chance. */
      detectable: number
      /** Weighted displacement quotient; null without a control, or where it cannot be read. */
      quotient: number | null
    }

/**
 * Whether incidents moved to the zone round the target, or fell there too. By the displacement part of the weighted displacement
 * difference: moved where the zone rose beyond its control, one-sided at 5 % (to overlook displacement is the worse error);
 * diffusion of benefit where it fell beyond it, two-sided at `level`. Assessed only where the target fell.
 */
export function judgeDisplacement(
  counts: EffectEvidence['counts'],
  days: BeforeAfter,
  target: Direction,
  level: number,
): DisplacementJudgement {
  const { displacement: zone, displacementControl, control } = counts
  if (!zone) return { verdict: 'not-assessed', why: 'no-zone' }
  if (target !== 'fell') return { verdict: 'not-assessed', why: 'nothing-fell' }
  const needed = EFFECT_LIMITS.expected
  for (const place of [zone, displacementControl]) {
    const expected = place && expectedCounts(place, days)
    if (expected && tooFew(expected))
      return { verdict: 'too-few', expectedBefore: expected.before, expectedAfter: expected.after, needed }
  }
  const exposure = { exposureBefore: days.before, exposureAfter: days.after, level }
  const none = { before: 0, after: 0 }
  const { displacement } = weightedDisplacementDifference(
    { target: none, control: none, displacement: zone, displacementControl },
    exposure,
  )
  const { estimate: difference, standardError } = displacement
  const z = difference / standardError
  const oneSided = normalHalfWidth(2 * EFFECT_LIMITS.displacementLevel - 1)
  const quotient = control && weightedDisplacementQuotient({ target: counts.target, control, displacement: zone }) // prettier-ignore
  const { ratio, interval } = rateRatio(zone.before, zone.after, exposure)
  return {
    verdict: z >= oneSided ? 'moved' : z <= -normalHalfWidth(level) ? 'diffusion' : 'none-seen',
    ratio,
    interval,
    difference,
    standardError,
    z,
    detectable: oneSided * standardError,
    quotient: quotient?.readable ? quotient.quotient : null,
  }
}
