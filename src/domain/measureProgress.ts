import type { Goal, Measure } from './measure.ts'

/** A processmål or produktionsmål and how far it has come: output and activity, never outcome. */
export interface GoalProgress {
  measure: Measure
  /** Its place among the measure's goals. */
  index: number
  goal: Goal & { kind: 'process' | 'output'; target: number }
  /** As reported; null where nothing is. */
  done: number | null
  planned: number
  /** Of the way from the baseline to the target, 0-1. */
  share: number
  state: 'reached' | 'underWay' | 'late' | 'unreported'
}

/**
 * Done of planned for every processmål and produktionsmål that has a number; measures that were cancelled are left out.
 * @param today ISO date that the goals' dates are held against
 */
export function goalProgress(measures: readonly Measure[], today: string): GoalProgress[] {
  return measures
    .filter(({ status }) => status !== 'cancelled')
    .flatMap((measure) =>
      measure.goals.flatMap((goal, index): GoalProgress[] => {
        if (goal.kind === 'outcome' || goal.target === undefined) return []
        const share = shareOf(goal.achieved ?? goal.baseline ?? 0, goal.baseline ?? 0, goal.target)
        const late = goal.date !== undefined && goal.date < today
        return [
          {
            measure,
            index,
            goal: goal as GoalProgress['goal'],
            done: goal.achieved ?? null,
            planned: goal.target,
            share,
            state:
              goal.achieved === undefined
                ? late
                  ? 'late'
                  : 'unreported'
                : share >= 1
                  ? 'reached'
                  : late
                    ? 'late'
                    : 'underWay',
          },
        ]
      }),
    )
}

/** The way may lead up (two leaders to six) or down (thirty days' wait to ten). */
function shareOf(done: number, from: number, to: number): number {
  if (to === from) return done >= to ? 1 : 0
  return Math.min(1, Math.max(0, (done - from) / (to - from)))
}
