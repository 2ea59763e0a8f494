import { requireLevel, requireNonNegative } from '../argument.ts'
import { normalHalfWidth } from '../chance/normal.ts'
import type { Interval } from './interval.ts'
import type { BeforeAfter } from './weightedDisplacementDifference.ts'

/**
 * Relative effect size ad/bc (Welsh & Farrington): above 1 the target did better than the control. Interval from Var ln = Σ1/count, which
 * takes counts for Poisson; real ones spread more, so that it is too narrow rather than too wide.
 * @param counts 0 or above; @param level of the two-sided interval, normal on the log scale
 * @throws RangeError for counts below 0 or not finite, a level outside (0, 1)
 * @returns netChange: the target's change beyond the control's, bc/ad − 1; NaN or infinite, with the interval [0, ∞), where a count is 0
 */
export function relativeEffectSize(
  counts: { target: BeforeAfter; control: BeforeAfter },
  level = 0.95,
): { estimate: number; interval: Interval; netChange: number } {
  requireLevel('level', level)
  const { before: a, after: b } = counts.target
  const { before: c, after: d } = counts.control
  for (const [name, count] of Object.entries({
    'target.before': a,
    'target.after': b,
    'control.before': c,
    'control.after': d,
  }))
    requireNonNegative(`counts.${name}`, count)
  const estimate = (a * d) / (b * c)
  const netChange = (b * c) / (a * d) - 1
  const variance = 1 / a + 1 / b + 1 / c + 1 / d
  if (!Number.isFinite(variance))
    return { estimate, interval: { lower: 0, upper: Infinity, level }, netChange }
  const factor = Math.exp(normalHalfWidth(level) * Math.sqrt(variance))
  return { estimate, interval: { lower: estimate / factor, upper: estimate * factor, level }, netChange }
}
