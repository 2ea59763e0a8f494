import { requireCount, requireSameLength } from '../argument.ts'
import { EFFECT_LIMITS } from './effectLimits.ts'
import { preTrendP } from './pairedSteps.ts'

/**
 * Two-sided p that a place and its control had the same trend before the measure (see preTrendP).
 * @param target incidents by time step before the measure, in order; @param control likewise
 * @returns null with fewer steps that hold an incident than the guard of the control asks for
 * @throws RangeError for counts that are not whole or below 0, or columns of unequal length
 */
export function trendBeforeP(target: ArrayLike<number>, control: ArrayLike<number>): number | null {
  requireSameLength('control', control, 'target', target)
  let informative = 0
  for (let i = 0; i < target.length; i++) {
    requireCount(`target[${i}]`, target[i]!)
    requireCount(`control[${i}]`, control[i]!)
    if (target[i]! + control[i]! > 0) informative++
  }
  if (informative < EFFECT_LIMITS.preTrendSteps) return null
  const steps = Array.from(target, (_, i) => i)
  const none = steps.map(() => 0)
  return (
    preTrendP({
      time: steps,
      treated: Array.from(target),
      control: Array.from(control),
      post: none,
      offset: none,
    }) ?? null
  )
}
