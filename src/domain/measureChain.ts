import type { Cause, Measure, Problem } from './measure.ts'
import type { PlannedWork } from './measureWarnings.ts'

/** A cause with the measures that are aimed at it. */
export interface CauseLinks {
  cause: Cause
  measures: Measure[]
  /** Other problems that it is a cause of as well. */
  alsoOf: Problem[]
}

/** Problem → cause → measure as it can be read from left to right. Many to many: a cause stands under each of its problems. */
export interface MeasureChain {
  problems: { problem: Problem; causes: CauseLinks[] }[]
  /** Causes that are tied to no problem. */
  looseCauses: CauseLinks[]
  /** Measures that are aimed at no cause. */
  looseMeasures: Measure[]
}

export function measureChain({ problems, causes, measures }: PlannedWork): MeasureChain {
  const known = new Set(causes.map(({ id }) => id))
  const links = (cause: Cause, under: string | null): CauseLinks => ({
    cause,
    measures: measures.filter((measure) => measure.causes.includes(cause.id)),
    alsoOf: problems.filter(({ id }) => id !== under && cause.problems.includes(id)),
  })
  return {
    problems: problems.map((problem) => ({
      problem,
      causes: causes
        .filter((cause) => cause.problems.includes(problem.id))
        .map((cause) => links(cause, problem.id)),
    })),
    looseCauses: causes
      .filter((cause) => !problems.some(({ id }) => cause.problems.includes(id)))
      .map((cause) => links(cause, null)),
    looseMeasures: measures.filter((measure) => !measure.causes.some((id) => known.has(id))),
  }
}
