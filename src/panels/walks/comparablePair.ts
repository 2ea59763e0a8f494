import type { SafetyWalk } from '../../domain/safetyWalk.ts'
import { shareGround } from '../../domain/walkComparison.ts'

/** Metres within which two walks are of the same ground. */
const SAME_GROUND = 100

/**
 * The two walks that say most when held against each other: the one asked for, or the latest, and the walk of the same ground nearest
 * before it, else nearest after it. null where no walk shares ground with it.
 * @param walks the latest first
 */
export function comparablePair(
  walks: readonly SafetyWalk[],
  of: SafetyWalk | null,
): { earlier: string; later: string } | null {
  for (const walk of of ? [of] : walks) {
    const at = walks.findIndex(({ id }) => id === walk.id)
    const shares = (other: SafetyWalk) => other.id !== walk.id && shareGround(walk, other, SAME_GROUND)
    const before = walks.slice(at + 1).find(shares)
    if (before) return { earlier: before.id, later: walk.id }
    const after = walks.slice(0, Math.max(0, at)).reverse().find(shares)
    if (after) return { earlier: walk.id, later: after.id }
  }
  return null
}
