import type { Prevention } from './prevention.ts'

/**
 * What a person has added beside given work, such as the demo's; ties to what is given are untied. What the person has changed of the
 * given work is part of it still, by its id and what it is called.
 */
export function ownPrevention(all: Prevention, given: Prevention): Prevention {
  const measures = addedTo(all.measures, given.measures)
  const causes = addedTo(all.causes, given.causes)
  const problems = addedTo(all.problems, given.problems)
  const [measureIds, causeIds, problemIds] = [measures, causes, problems].map(idsOf)
  return {
    walks: addedTo(all.walks, given.walks),
    problems,
    causes: causes.map((one) => ({ ...one, problems: one.problems.filter((id) => problemIds!.has(id)) })),
    measures: measures.map((one) => ({ ...one, causes: one.causes.filter((id) => causeIds!.has(id)) })),
    activity: addedTo(all.activity, given.activity).map(({ measure, ...series }) =>
      measure !== undefined && measureIds!.has(measure) ? { ...series, measure } : series,
    ),
    evaluations: all.evaluations.filter(({ measure }) => measureIds!.has(measure)),
    processNotes: Object.fromEntries(
      Object.entries(all.processNotes).filter(([field, text]) => given.processNotes[field] !== text),
    ),
  }
}

/** Given work with what a person has added beside it; of one id the person's own holds. */
export function withOwn(given: Prevention, own: Prevention): Prevention {
  const judged = new Set(own.evaluations.map(({ measure }) => measure))
  return {
    walks: [...without(given.walks, own.walks), ...own.walks],
    problems: [...without(given.problems, own.problems), ...own.problems],
    causes: [...without(given.causes, own.causes), ...own.causes],
    measures: [...without(given.measures, own.measures), ...own.measures],
    activity: [...without(given.activity, own.activity), ...own.activity],
    evaluations: [...given.evaluations.filter(({ measure }) => !judged.has(measure)), ...own.evaluations],
    processNotes: { ...given.processNotes, ...own.processNotes },
  }
}

function addedTo<Entry extends Named>(all: readonly Entry[], given: readonly Entry[]): Entry[] {
  const known = new Map(given.map((one) => [one.id, nameOf(one)]))
  return all.filter((one) => known.get(one.id) !== nameOf(one))
}

function without<Entry extends Named>(all: readonly Entry[], others: readonly Entry[]): Entry[] {
  const taken = idsOf(others)
  return all.filter(({ id }) => !taken.has(id))
}

type Named = { id: string } & ({ title: string } | { text: string } | { name: string })

function nameOf(entry: Named): string {
  return 'title' in entry ? entry.title : 'text' in entry ? entry.text : entry.name
}

function idsOf(entries: readonly { id: string }[]): ReadonlySet<string> {
  return new Set(entries.map(({ id }) => id))
}
