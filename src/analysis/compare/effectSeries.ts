import { invalid, requireCount, requireSameLength } from '../argument.ts'
import type { EffectSeries } from './effectEvidence.ts'
import type { PairedSteps } from './pairedSteps.ts'

/**
 * The series as pairs of target and control; undefined without a control.
 * @throws RangeError for columns of unequal length, counts that are not whole, flags that are neither 0 nor 1
 */
export function pairedSeries({ target, control, post }: EffectSeries): PairedSteps | undefined {
  requireSameLength('series.post', post, 'series.target', target)
  if (control) requireSameLength('series.control', control, 'series.target', target)
  for (let i = 0; i < target.length; i++) {
    requireCount(`series.target[${i}]`, target[i]!)
    if (control) requireCount(`series.control[${i}]`, control[i]!)
    if (post[i] !== 0 && post[i] !== 1) throw invalid(`series.post[${i}]`, post[i], '0 or 1')
  }
  if (!control) return undefined
  return {
    time: Array.from(target, (_, i) => i),
    treated: Array.from(target),
    control: Array.from(control),
    post: Array.from(post),
    offset: Array.from(target, () => 0),
  }
}
