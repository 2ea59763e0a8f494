import { twoSidedP } from '../../chance/normal.ts'
import type { EffectEvidence } from '../effectEvidence.ts'
import { EFFECT_LIMITS } from '../effectLimits.ts'
import type { Reason } from '../effectReason.ts'
import { netLogRatio } from '../netEffect.ts'
import { preTrendP, type PairedSteps } from '../pairedSteps.ts'
import type { BeforeAfter } from '../weightedDisplacementDifference.ts'
import { expectedCounts, tooFew } from './guardTooFew.ts'

/** Two-sided p that target and control had the same trend before the measure, and what it was told by. */
export interface PreTrend {
  pValue: number
  by: 'series' | 'history'
}

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
): { comparable: boolean; preTrend?: PreTrend; reasons: Reason[] } {
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
  const stepsBefore = steps ? informativeBefore(steps) : 0
  const preTrend = testTrend(evidence, control, steps, stepsBefore)
  if (!preTrend)
    reasons.push({
      code: 'pre-trend-untested',
      severity: 'caution',
      data: { steps: stepsBefore, needed: EFFECT_LIMITS.preTrendSteps },
    })
  else if (preTrend.pValue < EFFECT_LIMITS.preTrend)
    reasons.push({
      code: 'pre-trend-differs',
      severity: 'caution',
      data: { pValue: preTrend.pValue, limit: EFFECT_LIMITS.preTrend },
    })
  const untouched = !otherMeasures.some(({ touches }) => touches.includes('control'))
  return { comparable: reasons.length === 0 && untouched, preTrend, reasons }
}

/** By the series where it has enough steps before the measure, else by the years before against the period before. */
function testTrend(
  { counts, history }: EffectEvidence,
  control: BeforeAfter,
  steps: PairedSteps | undefined,
  stepsBefore: number,
): PreTrend | undefined {
  if (steps && stepsBefore >= EFFECT_LIMITS.preTrendSteps) {
    const pValue = preTrendP(steps)
    return pValue === undefined ? undefined : { pValue, by: 'series' }
  }
  if (history?.control === undefined) return undefined
  const { logRatio, variance } = netLogRatio(
    { before: history.target, after: counts.target.before },
    { before: history.control, after: control.before },
  )
  return { pValue: twoSidedP(logRatio / Math.sqrt(variance)), by: 'history' }
}

/** Steps before the measure that hold an incident. */
function informativeBefore({ treated, control, post }: PairedSteps): number {
  return post.filter((flag, i) => flag === 0 && treated[i]! + control[i]! > 0).length
}
