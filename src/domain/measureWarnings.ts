import type { Cause, Goal, Measure, Problem } from './measure.ts'

/** What an effektmål needs before anything can be said of whether it was reached. */
export const GOAL_NEEDS = ['target', 'baseline', 'indicator', 'date'] as const
export type GoalNeed = (typeof GOAL_NEEDS)[number]

/** A gap in the work as it is planned: a code and the ids of what it is about; the words stand in the text catalogue. */
export type MeasureWarning =
  | { code: 'measureWithoutCause'; measure: string }
  | { code: 'causeWithoutMeasure'; cause: string }
  | { code: 'causeWithoutProblem'; cause: string }
  | { code: 'problemWithoutCause'; problem: string }
  /** `goal` is its place among the measure's goals. */
  | { code: 'goalIncomplete'; measure: string; goal: number; missing: GoalNeed[] }
  /** The measure began (`start`) no later than the last day (`pictureTo`) of the picture of the problem that it is meant for. */
  | { code: 'olderThanPicture'; measure: string; problem: string; start: string; pictureTo: string }
  | { code: 'measureWithoutPlace'; measure: string }
  | { code: 'endedButOngoing'; measure: string; end: string }
  | { code: 'plannedButStarted'; measure: string; start: string }

export interface PlannedWork {
  problems: readonly Problem[]
  causes: readonly Cause[]
  measures: readonly Measure[]
}

/**
 * The gaps of the planned work (handbook p. 58-62): never a measure before the problem picture, a cause for every measure and a measure
 * for every cause, a number and a baseline for every effektmål. A measure that was cancelled answers no cause and is not warned about.
 * @param today ISO date that ends and starts are held against
 */
export function measureWarnings(
  { problems, causes, measures }: PlannedWork,
  today: string,
): MeasureWarning[] {
  const alive = measures.filter(({ status }) => status !== 'cancelled')
  const causesById = new Map(causes.map((cause) => [cause.id, cause]))
  const problemIds = new Set(problems.map(({ id }) => id))
  const answered = new Set(alive.flatMap((measure) => measure.causes))
  const explained = new Set(causes.flatMap((cause) => cause.problems))
  return [
    ...alive.flatMap((measure) => warningsOfOne(measure, problems, causesById, today)),
    ...causes.flatMap(({ id, problems: tied }): MeasureWarning[] => [
      ...(answered.has(id) ? [] : [{ code: 'causeWithoutMeasure' as const, cause: id }]),
      ...(tied.some((problem) => problemIds.has(problem))
        ? []
        : [{ code: 'causeWithoutProblem' as const, cause: id }]),
    ]),
    ...problems
      .filter(({ id }) => !explained.has(id))
      .map(({ id }): MeasureWarning => ({ code: 'problemWithoutCause', problem: id })),
  ]
}

function warningsOfOne(
  measure: Measure,
  problems: readonly Problem[],
  causesById: ReadonlyMap<string, Cause>,
  today: string,
): MeasureWarning[] {
  const { id, start, end, status } = measure
  const aimedAt = measure.causes.flatMap((cause) => causesById.get(cause) ?? [])
  const meantFor = problems.filter((problem) => aimedAt.some((cause) => cause.problems.includes(problem.id)))
  const found: MeasureWarning[] = []
  if (aimedAt.length === 0) found.push({ code: 'measureWithoutCause', measure: id })
  measure.goals.forEach((goal, index) => {
    const missing = missingOf(goal)
    if (missing.length > 0) found.push({ code: 'goalIncomplete', measure: id, goal: index, missing })
  })
  for (const { id: problem, period } of meantFor)
    if (period && start <= period.to)
      found.push({ code: 'olderThanPicture', measure: id, problem, start, pictureTo: period.to })
  if (!measure.geometry) found.push({ code: 'measureWithoutPlace', measure: id })
  if (end !== undefined && end < today && status === 'ongoing')
    found.push({ code: 'endedButOngoing', measure: id, end })
  if (start < today && status === 'planned') found.push({ code: 'plannedButStarted', measure: id, start })
  return found
}

/** What an effektmål lacks; the other kinds of goals say that something is done, and may be said in words alone. */
export function missingOf(goal: Goal): GoalNeed[] {
  if (goal.kind !== 'outcome') return []
  return GOAL_NEEDS.filter((need) => goal[need] === undefined || goal[need] === '')
}

/** The warnings that are about a measure itself. */
export function warningsOf(warnings: readonly MeasureWarning[], measure: string): MeasureWarning[] {
  return warnings.filter((warning) => 'measure' in warning && warning.measure === measure)
}
