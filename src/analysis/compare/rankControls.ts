import { requireCount, requirePositive } from '../argument.ts'
import { EFFECT_LIMITS } from './effectLimits.ts'
import type { BeforeAfter } from './weightedDisplacementDifference.ts'

/** What is known of a place that a control can be. Nothing of the period after: a control that was chosen by how it turned out proves nothing. */
export interface ControlLikeness {
  /** Incidents of the chosen types in the period before. */
  before: number
  /** The same over all comparable record before the measure: the period before alone would pick places at a chance peak. */
  baseline: number
  /** Two-sided p that the trends before were the same; null where untested. */
  preTrendP: number | null
  /** Cosine of the shares of all crime types, 0-1. */
  mixLikeness: number
}

export interface RankedControl {
  /** Level in the period before over the target's. */
  levelRatio: number
  /** Passes what a comparable control must pass (see guardControl), as far as the time before can tell. */
  comparable: boolean
  /** 0 = alike in all; level (log, 1 at the limit's factor), trend (1 − p) and mix (1 − cosine) weigh alike. */
  distance: number
}

/**
 * Places that a control can be, comparable ones first, then by how alike they were to the target before the measure: level, trend, and what
 * happens there. Of equals the one that was given first.
 * @param target of the same kind of counts
 * @param days of the periods: enough incidents must be expected of the control in either
 * @throws RangeError for counts that are not whole or below 0, days not above 0
 */
export function rankControls<Place extends ControlLikeness>(
  places: readonly Place[],
  target: { before: number; baseline: number },
  days: BeforeAfter,
): (Place & RankedControl)[] {
  requireCount('target.before', target.before)
  requireCount('target.baseline', target.baseline)
  requirePositive('days.before', days.before)
  requirePositive('days.after', days.after)
  return places
    .map((place, i) => {
      requireCount(`places[${i}].before`, place.before)
      requireCount(`places[${i}].baseline`, place.baseline)
      return { ...place, ...rank(place, target, days) }
    })
    .sort((a, b) => Number(b.comparable) - Number(a.comparable) || a.distance - b.distance)
}

function rank(
  { before, baseline, preTrendP, mixLikeness }: ControlLikeness,
  target: { before: number; baseline: number },
  days: BeforeAfter,
): RankedControl {
  const { levelFactor, preTrend, expected } = EFFECT_LIMITS
  const levelRatio = before / target.before
  const enough = Math.min(before, (before / days.before) * days.after) >= expected
  const level = Math.abs(Math.log((baseline + 0.5) / (target.baseline + 0.5))) / Math.log(levelFactor)
  return {
    levelRatio,
    comparable:
      enough &&
      levelRatio <= levelFactor &&
      levelRatio >= 1 / levelFactor &&
      preTrendP !== null &&
      preTrendP >= preTrend,
    distance: level + (1 - (preTrendP ?? 0)) + (1 - mixLikeness),
  }
}

/** Cosine of two columns of counts, 0-1; 0 where one of them is empty. */
export function cosineLikeness(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let [ab, aa, bb] = [0, 0, 0]
  for (let i = 0; i < a.length; i++) {
    ab += a[i]! * b[i]!
    aa += a[i]! * a[i]!
    bb += b[i]! * b[i]!
  }
  return aa > 0 && bb > 0 ? Math.min(1, ab / Math.sqrt(aa * bb)) : 0
}
