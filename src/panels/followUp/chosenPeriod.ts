import { isoDate, parseIsoDate, type Period } from '../../domain/period.ts'
import type { Problem } from '../../domain/measure.ts'
import type { Lagesbild } from '../../state/lagesbild.svelte.ts'
import { followUpPeriod } from '../../state/followUpPeriod.ts'

/** Fields of the process page in which the choices are kept with the project. */
const PROBLEM = 'followUp.problem'
const periodField = (problem: string) => `followUp.period.${problem}`

/** Problems that can be followed up: those that name crime types. */
export function followedProblems({ prevention }: Pick<Lagesbild, 'prevention'>): Problem[] {
  return prevention.problems.filter(({ crimeTypes }) => crimeTypes.length > 0)
}

/** The problem that is followed up: the chosen one, else the first that names crime types. */
export function followedProblem(app: Pick<Lagesbild, 'prevention'>): Problem | null {
  const problems = followedProblems(app)
  const chosen = app.prevention.current.processNotes[PROBLEM]
  return problems.find(({ id }) => id === chosen) ?? problems[0] ?? null
}

export function followProblem({ prevention }: Pick<Lagesbild, 'prevention'>, id: string): void {
  prevention.noteProcess(PROBLEM, id)
}

/** The period that a person has chosen, else the proposed one; null where there is none to propose. */
export function chosenPeriod(
  { prevention, data }: Pick<Lagesbild, 'prevention' | 'data'>,
  problem: Problem,
): { period: Period; proposed: boolean } | null {
  const [from, to] = (prevention.current.processNotes[periodField(problem.id)] ?? '').split('/')
  const period = { from: parseIsoDate(from ?? ''), to: parseIsoDate(to ?? '') + 1 }
  if (period.from < period.to) return { period, proposed: false }
  const dataset = data.current
  const proposed = dataset && followUpPeriod(problem, dataset.summary.span, dataset.surroundings)
  return proposed ? { period: proposed, proposed: true } : null
}

/** Keeps a period with the project; null lets it be proposed again. */
export function choosePeriod(
  { prevention }: Pick<Lagesbild, 'prevention'>,
  problem: Problem,
  period: Period | null,
): void {
  const text = period ? `${isoDate(period.from)}/${isoDate(period.to - 1)}` : ''
  prevention.noteProcess(periodField(problem.id), text)
}
