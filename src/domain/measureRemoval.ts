import type { Prevention } from './prevention.ts'

/** What is left once an entry is taken out, and the way to put it back into what there is by then. */
export interface Removal {
  left: Prevention
  restore: (current: Prevention) => Prevention
}

/** Takes out a measure with how its effect is judged; activity that belonged to it belongs to none. */
export function withoutMeasure(work: Prevention, id: string): Removal {
  const evaluations = work.evaluations.filter(({ measure }) => measure === id)
  const owned = idsOf(work.activity.filter(({ measure }) => measure === id))
  return {
    left: {
      ...work,
      measures: without(work.measures, id),
      evaluations: work.evaluations.filter(({ measure }) => measure !== id),
      activity: work.activity.map((series) =>
        owned.has(series.id) ? { ...series, measure: undefined } : series,
      ),
    },
    restore: (current) => ({
      ...current,
      measures: putBack(current.measures, work.measures, id),
      evaluations: [...current.evaluations.filter(({ measure }) => measure !== id), ...evaluations],
      activity: current.activity.map((series) =>
        owned.has(series.id) ? { ...series, measure: id } : series,
      ),
    }),
  }
}

/** Takes out a cause and unties the measures from it. */
export function withoutCause(work: Prevention, id: string): Removal {
  const tied = idsOf(work.measures.filter(({ causes }) => causes.includes(id)))
  return {
    left: {
      ...work,
      causes: without(work.causes, id),
      measures: work.measures.map((one) => ({ ...one, causes: one.causes.filter((cause) => cause !== id) })),
    },
    restore: (current) => ({
      ...current,
      causes: putBack(current.causes, work.causes, id),
      measures: current.measures.map((one) =>
        tied.has(one.id) ? { ...one, causes: tie(one.causes, id) } : one,
      ),
    }),
  }
}

/** Takes out a problem and unties the causes from it. */
export function withoutProblem(work: Prevention, id: string): Removal {
  const tied = idsOf(work.causes.filter(({ problems }) => problems.includes(id)))
  return {
    left: {
      ...work,
      problems: without(work.problems, id),
      causes: work.causes.map((one) => ({
        ...one,
        problems: one.problems.filter((problem) => problem !== id),
      })),
    },
    restore: (current) => ({
      ...current,
      problems: putBack(current.problems, work.problems, id),
      causes: current.causes.map((one) =>
        tied.has(one.id) ? { ...one, problems: tie(one.problems, id) } : one,
      ),
    }),
  }
}

export function withoutActivity(work: Prevention, id: string): Removal {
  return {
    left: { ...work, activity: without(work.activity, id) },
    restore: (current) => ({ ...current, activity: putBack(current.activity, work.activity, id) }),
  }
}

const idsOf = (entries: readonly { id: string }[]) => new Set(entries.map(({ id }) => id))

const tie = (ids: readonly string[], id: string) => (ids.includes(id) ? [...ids] : [...ids, id])

const without = <T extends { id: string }>(entries: readonly T[], id: string) =>
  entries.filter((one) => one.id !== id)

/** Puts an entry back where it stood, or last where the list has become shorter. */
function putBack<T extends { id: string }>(now: readonly T[], before: readonly T[], id: string): T[] {
  const index = before.findIndex((one) => one.id === id)
  const entry = before[index]
  if (!entry || now.some((one) => one.id === id)) return [...now]
  return [...now.slice(0, index), entry, ...now.slice(index)]
}
