import type { ObservationCategory, SafetyWalk, WalkObservation } from './safetyWalk.ts'
import { metresBetween, metresToLine } from './walkDistance.ts'

/** What became, by the later of two walks, of a place that either of them noted. */
export const FINDING_CLASSES = [
  /** Felt unsafe; put right once, and unsafe again. */
  'cameBack',
  /** Felt unsafe on both. */
  'remains',
  /** Unsafe on the later alone. */
  'new',
  /** Unsafe on the earlier; the later did not pass, so that nothing can be said. */
  'notPassed',
  'putRight',
  /** Felt unsafe on neither. */
  'safe',
] as const
export type FindingClass = (typeof FINDING_CLASSES)[number]

/** What says that a place is put right: strongest first. */
export type PutRightBy = 'feltSafe' | 'confirmed' | 'notMentioned'

export interface Finding {
  class: FindingClass
  category: ObservationCategory
  earlier: readonly WalkObservation[]
  later: readonly WalkObservation[]
  /** Metres between the two observations nearest each other; null where only one walk noted it. */
  metres: number | null
  /** Of what is put right. */
  by: PutRightBy | null
}

export interface WalkComparison {
  earlier: SafetyWalk
  later: SafetyWalk
  /** Metres within which two observations of a category are of the same place. */
  within: number
  findings: readonly Finding[]
}

/** Metres from a route within which a place was seen, where the distance of the comparison is not longer. */
const SEEN_FROM = 50

/**
 * Two walks held against each other, whichever is given first: observations of one category within a distance are one finding. Each
 * observation is part of exactly one. Nearest pairs are joined first; what is left over joins the pair whose other half it lies near.
 * @param within metres
 */
export function compareWalks(one: SafetyWalk, other: SafetyWalk, within: number): WalkComparison {
  const [earlier, later] = startOf(one) <= startOf(other) ? [one, other] : [other, one]
  const findings = groupsOf(earlier.observations, later.observations, within).map((group) =>
    judge(group, later, within),
  )
  const rank = ({ class: kind }: Finding) => FINDING_CLASSES.indexOf(kind)
  return { earlier, later, within, findings: findings.sort((a, b) => rank(a) - rank(b)) }
}

export function countFindings({ findings }: WalkComparison): Record<FindingClass, number> {
  const counts = Object.fromEntries(FINDING_CLASSES.map((kind) => [kind, 0])) as Record<FindingClass, number>
  for (const finding of findings) counts[finding.class]++
  return counts
}

/** Whether two walks noted places, or passed, near each other. */
export function shareGround(one: SafetyWalk, other: SafetyWalk, within: number): boolean {
  return (
    one.observations.some((observation) => passed(other, observation, within)) ||
    other.observations.some((observation) => passed(one, observation, within))
  )
}

const startOf = ({ date, startTime, id }: SafetyWalk) => `${date} ${startTime} ${id}`

interface Group {
  earlier: WalkObservation[]
  later: WalkObservation[]
  metres: number | null
}

function groupsOf(
  earlier: readonly WalkObservation[],
  later: readonly WalkObservation[],
  within: number,
): Group[] {
  const pairs = earlier
    .flatMap((a) =>
      later
        .filter((b) => b.category === a.category)
        .map((b) => ({ a, b, metres: metresBetween(a, b), key: [a.id, b.id].sort().join(' ') })),
    )
    .filter(({ metres }) => metres <= within)
    .sort((p, q) => p.metres - q.metres || (p.key < q.key ? -1 : 1))
  const groupOf = new Map<WalkObservation, Group>()
  for (const { a, b, metres } of pairs) {
    if (groupOf.has(a) || groupOf.has(b)) continue
    const group: Group = { earlier: [a], later: [b], metres }
    groupOf.set(a, group)
    groupOf.set(b, group)
  }
  // Both halves of a pair left over would have been joined: one of them has its group.
  const paired = new Set(groupOf.keys())
  for (const { a, b } of pairs) {
    const [left, joined] = paired.has(b) ? [a, b] : [b, a]
    const group = groupOf.get(joined)
    if (groupOf.has(left) || !group || !paired.has(joined)) continue
    groupOf.set(left, group)
    if (left === a) group.earlier.push(a)
    else group.later.push(b)
  }
  const alone = [
    ...earlier.filter((a) => !groupOf.has(a)).map((a): Group => ({ earlier: [a], later: [], metres: null })),
    ...later.filter((b) => !groupOf.has(b)).map((b): Group => ({ earlier: [], later: [b], metres: null })),
  ]
  return [...new Set(groupOf.values()), ...alone]
}

function judge(group: Group, walk: SafetyWalk, within: number): Finding {
  const { earlier, later } = group
  const finding = (kind: FindingClass, by: PutRightBy | null = null): Finding => ({
    class: kind,
    category: (earlier[0] ?? later[0]).category,
    ...group,
    by,
  })
  const before = earlier.filter(({ feels }) => feels === 'unsafe')
  const unsafeNow = later.some(({ feels }) => feels === 'unsafe')
  if (before.length === 0) return finding(unsafeNow ? 'new' : 'safe')
  if (unsafeNow) return finding(before.some((one) => doneBefore(one, walk)) ? 'cameBack' : 'remains')
  if (later.length > 0) return finding('putRight', 'feltSafe')
  if (before.some(({ confirmed }) => confirmed === false)) return finding('remains')
  if (before.every(({ confirmed }) => confirmed)) return finding('putRight', 'confirmed')
  return before.every((one) => passed(walk, one, within))
    ? finding('putRight', 'notMentioned')
    : finding('notPassed')
}

function doneBefore({ done }: WalkObservation, walk: SafetyWalk): boolean {
  return done !== undefined && done <= walk.date
}

/** Whether a walk came near a place: by its route, or by what was noted on it. */
function passed(walk: SafetyWalk, place: WalkObservation, within: number): boolean {
  const reach = Math.max(within, SEEN_FROM)
  return (
    metresToLine(place, walk.route) <= reach ||
    walk.observations.some((observation) => metresBetween(place, observation) <= reach)
  )
}
