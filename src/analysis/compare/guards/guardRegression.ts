import { requireCount, requirePositive } from '../../argument.ts'
import { directionOf, type Direction } from '../direction.ts'
import type { EffectEvidence } from '../effectEvidence.ts'
import type { Reason } from '../effectReason.ts'
import { rateRatio } from '../rateRatio.ts'
import type { BeforeAfter } from '../weightedDisplacementDifference.ts'

/**
 * Regression to the mean (Galton; Farrington & Welsh 2006): a place that is chosen at its peak falls by itself. The period before is held
 * against the years before it, by the exact two-sided interval of their rate ratio. Where it stood out, or the place was chosen for that,
 * the way back is no effect: the verdict is withheld unless the period after lies clearly beyond those years as well. Where it is not
 * known why the place was chosen, a period before on the far side of those years, clearly or not, is enough to ask that of it.
 */
export function guardRegression(
  { counts, chosenForPeak, history }: EffectEvidence,
  days: BeforeAfter,
  change: Direction,
  level: number,
): Reason[] {
  const declared = chosenForPeak === true
  const { target } = counts
  if (!history) {
    if (declared) return [flag('peak', change === 'fell', declared, target, null, null, null)]
    return chosenForPeak === 'unknown' ? [{ code: 'selection-unknown', severity: 'caution', data: {} }] : []
  }
  requireCount('history.target', history.target)
  if (history.control !== undefined) requireCount('history.control', history.control)
  requirePositive('history.days', history.days)
  const against = (count: number, countDays: number) =>
    rateRatio(history.target, count, { exposureBefore: history.days, exposureAfter: countDays, level })
  const before = against(target.before, days.before)
  const after = against(target.after, days.after)
  const stoodOut = directionOf(before.interval)
  const reasons: Reason[] = []
  if (stoodOut !== 'no-clear-change' && stoodOut === change)
    reasons.push({
      code: 'already-changing',
      severity: 'caution',
      data: { change: before.ratio - 1, pValue: before.pValue },
    })
  const lower = stoodOut === 'fell' || (stoodOut === 'no-clear-change' && !declared && before.ratio < 1)
  const direction = lower ? 'trough' : 'peak'
  const wayBack = lower ? 'rose' : 'fell'
  const beyond = directionOf(after.interval) === wayBack
  const suspected = chosenForPeak === 'unknown' && before.ratio !== 1 && change === wayBack && !beyond
  if (stoodOut === 'no-clear-change' && !declared && !suspected) return reasons
  const expected = (history.target / history.days) * days.after
  reasons.push(
    flag(direction, change === wayBack && !beyond, declared, scaled(target, days), expected, before.pValue, after.pValue), // prettier-ignore
  )
  return reasons
}

function flag(
  direction: 'peak' | 'trough',
  withholds: boolean,
  declared: boolean,
  { before, after }: BeforeAfter,
  history: number | null,
  pBefore: number | null,
  pAfter: number | null,
): Reason {
  return {
    code: 'regression-to-mean',
    severity: withholds ? 'withholds' : 'caution',
    data: { direction, declared, before, after, history, pBefore, pAfter },
  }
}

function scaled({ before, after }: BeforeAfter, days: BeforeAfter): BeforeAfter {
  return { before: (before / days.before) * days.after, after }
}
