import { requireLevel, requireNonNegative, requirePositive } from '../argument.ts'
import { normalHalfWidth, twoSidedP } from '../chance/normal.ts'
import type { Interval } from './interval.ts'

/** Counts of one place in two periods. */
export interface BeforeAfter {
  before: number
  after: number
}

interface Change {
  estimate: number
  variance: number
}

/**
 * Weighted displacement difference (Wheeler & Ratcliffe 2018, Crime Science 7:11): (ΔT − ΔC) + (ΔD − ΔDc), the change in the target
 * beyond its control plus that in the displacement zone beyond its own; below 0 is fewer incidents. Each count is divided by its
 * place's weight (area, harm), its variance by the weight squared. Where the periods are not equally long, counts before are scaled to the
 * exposure after. z, two-sided p and interval by the normal approximation to Poisson counts; z 0 and p 1 where there are no incidents.
 * @param counts 0 or above, whole or not; without a displacement zone its part is 0
 * @throws RangeError for counts below 0 or not finite, weights and exposures not above 0, a level outside (0, 1)
 */
export function weightedDisplacementDifference(
  counts: {
    target: BeforeAfter
    control: BeforeAfter
    displacement?: BeforeAfter
    displacementControl?: BeforeAfter
  },
  options: {
    weights?: { target?: number; control?: number; displacement?: number; displacementControl?: number }
    /** Days: only their ratio matters; 1 unless said. */
    exposureBefore?: number
    exposureAfter?: number
    level?: number
  } = {},
): {
  estimate: number
  standardError: number
  z: number
  pValue: number
  interval: Interval
  local: { estimate: number; standardError: number }
  displacement: { estimate: number; standardError: number }
} {
  const { weights = {}, exposureBefore = 1, exposureAfter = 1, level = 0.95 } = options
  requireLevel('options.level', level)
  requirePositive('options.exposureBefore', exposureBefore)
  requirePositive('options.exposureAfter', exposureAfter)
  const scale = exposureAfter / exposureBefore
  const change = (name: keyof typeof counts): Change => {
    const weight = weights[name] ?? 1
    const { before, after } = counts[name] ?? { before: 0, after: 0 }
    requirePositive(`options.weights.${name}`, weight)
    requireNonNegative(`counts.${name}.before`, before)
    requireNonNegative(`counts.${name}.after`, after)
    return {
      estimate: (after - before * scale) / weight,
      variance: (after + before * scale ** 2) / weight ** 2,
    }
  }
  const local = minus(change('target'), change('control'))
  const displacement = minus(change('displacement'), change('displacementControl'))
  const estimate = local.estimate + displacement.estimate
  const standardError = Math.sqrt(local.variance + displacement.variance)
  const z = standardError > 0 ? estimate / standardError : 0
  const half = normalHalfWidth(level) * standardError
  return {
    estimate,
    standardError,
    z,
    pValue: twoSidedP(z),
    interval: { lower: estimate - half, upper: estimate + half, level },
    local: { estimate: local.estimate, standardError: Math.sqrt(local.variance) },
    displacement: { estimate: displacement.estimate, standardError: Math.sqrt(displacement.variance) },
  }
}

function minus(a: Change, b: Change): Change {
  return { estimate: a.estimate - b.estimate, variance: a.variance + b.variance }
}
