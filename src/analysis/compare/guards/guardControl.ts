import { twoSidedP } from '../../chance/normal.ts'
import type { EffectEvidence } from '../effectEvidence.ts'
import { EFFECT_LIMITS } from '../effectLimits.ts'
import type { Reason } from '../effectReason.ts'
import { netLogRatio } from '../netEffect.ts'
import { preTrendP, type PairedSteps } from '../pairedSteps.ts'
import type { BeforeAfter } from '../weightedDisplacementDifference.ts'
import { expectedCounts, tooFew } from './guardTooFew.ts'

/**
 * Whether the control is comparable, which level 3 of the Maryland scale demands (Sherman et al. 1997): enough incidents, no measure of its
 * own, a level before within five times the target's, and a trend before that a test tells not from the target's — by the series
 * (preTrendP), else by the years before against the period before. A test that found nothing does not prove it; one that was not made
 * leaves level 2.
 */
export function guardControl(
  evidence: EffectEvidence,
  days: BeforeAfter,
  steps: PairedSteps | undefined,
): { comparable: boolean; reasons: Reason[] } {
  const { counts, otherMeasures } = evidence
  const { target, control } = counts
  if (!control) return { comparable: false, reasons: [{ code: 'no-control', severity: 'caution', data: {} }] }
  const reasons: Reason[] = []
  const expected = expectedCounts(control, days)
  if (tooFew(expected))
    reasons.push({
      code: 'control-too-few',
      severity: 'caution',
      data: {
        expectedBefore: expected.before,
        expectedAfter: expected.after,
        needed: EFFECT_LIMITS.expected,
      },
    })
  const ratio = control.before / target.before
  if (ratio > EFFECT_LIMITS.levelFactor || ratio < 1 / EFFECT_LIMITS.levelFactor)
    reasons.push({
      code: 'control-level-differs',
      severity: 'caution',
      data: { ratio, factor: EFFECT_LIMITS.levelFactor },
    })
  reasons.push(...trendReasons(evidence, control, steps))
  const untouched = !otherMeasures.some(({ touches }) => touches.includes('control'))
  return { comparable: reasons.length === 0 && untouched, reasons }
}

function trendReasons(
  { counts, history }: EffectEvidence,
  control: BeforeAfter,
  steps: PairedSteps | undefined,
): Reason[] {
  const before = steps
    ? steps.time.filter((_, i) => steps.post[i] === 0 && steps.treated[i]! + steps.control[i]! > 0).length
    : 0
  let pValue: number | undefined
  if (steps && before >= EFFECT_LIMITS.preTrendSteps) pValue = preTrendP(steps)
  else if (history?.control !== undefined) {
    const { logRatio, variance } = netLogRatio(
      { before: history.target, after: counts.target.before },
      { before: history.control, after: control.before },
    )
    pValue = twoSidedP(logRatio / Math.sqrt(variance))
  }
  if (pValue === undefined)
    return [
      {
        code: 'pre-trend-untested',
        severity: 'caution',
        data: { steps: before, needed: EFFECT_LIMITS.preTrendSteps },
      },
    ]
  return pValue < EFFECT_LIMITS.preTrend
    ? [
        {
          code: 'pre-trend-differs',
          severity: 'caution',
          data: { pValue, limit: EFFECT_LIMITS.preTrend },
        },
      ]
    : []
}
