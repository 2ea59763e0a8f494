import type { Prevention } from '../prevention.ts'
import type { SafetyWalk } from '../safetyWalk.ts'
import type { FileContent } from './records.ts'

/** What becomes of entries whose id is there already. */
export type MergeMode = 'replace' | 'both'

export const CONTENT_LISTS = ['walks', 'measures', 'causes', 'problems', 'activity'] as const
export type ContentList = (typeof CONTENT_LISTS)[number]

type Held = Pick<Prevention, ContentList>

/** Entries of the content whose id is there already with something else in it, by list. */
export function conflicts(held: Held, content: FileContent): Record<ContentList, string[]> {
  return Object.fromEntries(
    CONTENT_LISTS.map((list) => {
      const before = new Map(entriesOf(held, list).map((one) => [one.id, one]))
      const other = entriesOf(content, list).filter(
        (one) => before.has(one.id) && !same(before.get(one.id), one),
      )
      return [list, other.map(({ id }) => id)]
    }),
  ) as Record<ContentList, string[]>
}

/**
 * The content as it is to be put beside what is held: entries of a known id take its place, or with `both` get an id of their own,
 * which everything in the content that names them follows.
 */
export function merged(held: Held, content: FileContent, mode: MergeMode): FileContent {
  if (mode === 'replace') return content
  const clashing = conflicts(held, content)
  const renamed = Object.fromEntries(
    CONTENT_LISTS.map((list) => {
      const taken = new Set([...entriesOf(held, list), ...entriesOf(content, list)].map(({ id }) => id))
      const names = new Map<string, string>()
      for (const id of clashing[list]) {
        let other = id
        for (let k = 2; taken.has(other); k++) other = `${id}-${k}`
        taken.add(other)
        names.set(id, other)
      }
      return [list, (id: string) => names.get(id) ?? id]
    }),
  ) as Record<ContentList, (id: string) => string>
  return {
    walks: content.walks.map((walk) => ({ ...walk, id: renamed.walks(walk.id) })),
    measures: content.measures.map((measure) => ({
      ...measure,
      id: renamed.measures(measure.id),
      causes: measure.causes.map(renamed.causes),
    })),
    causes: content.causes.map((cause) => ({
      ...cause,
      id: renamed.causes(cause.id),
      problems: cause.problems.map(renamed.problems),
    })),
    problems: content.problems.map((problem) => ({ ...problem, id: renamed.problems(problem.id) })),
    activity: content.activity.map((series) => ({
      ...series,
      id: renamed.activity(series.id),
      ...(series.measure !== undefined && { measure: renamed.measures(series.measure) }),
    })),
  }
}

/** A walk with more observations; those of a known id take its place, or with `both` get an id of their own. */
export function withObservations(walk: SafetyWalk, more: SafetyWalk, mode: MergeMode): SafetyWalk {
  const byId = new Map(walk.observations.map((one) => [one.id, one]))
  for (const one of more.observations) {
    let { id } = one
    const before = byId.get(id)
    if (mode === 'both' && before && !same(before, one))
      for (let k = 2; byId.has(id); k++) id = `${one.id}-${k}`
    byId.set(id, { ...one, id })
  }
  return {
    ...walk,
    route: more.route.length > 1 ? more.route : walk.route,
    participants: { ...more.participants, ...walk.participants },
    observations: [...byId.values()],
  }
}

function entriesOf(of: Held, list: ContentList): readonly { id: string }[] {
  return of[list]
}

/** Deep equality of plain data, whatever the order of the keys. */
function same(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return false
  if (Array.isArray(one) !== Array.isArray(other)) return false
  const keys = new Set([...Object.keys(one), ...Object.keys(other)])
  const a = one as Record<string, unknown>
  const b = other as Record<string, unknown>
  return [...keys].every((key) => same(a[key], b[key]))
}
