import { twoSidedP } from '../chance/normal.ts'
import { binomialSlope } from './binomialSlope.ts'

/** Counts of a treated group and its control at the same time steps. */
export interface PairedSteps {
  time: number[]
  treated: number[]
  control: number[]
  post: number[]
  /** Log of the treated group's exposure over the control's. */
  offset: number[]
}

/** The effect with what both groups share at each step — season, weather, a holiday — taken out. */
export interface PairedEffect {
  /** Equal to the plain difference in differences where exposure does not change. */
  logEffect: number
  standardError: number
  /** Pearson: how much more than Poisson the groups vary against each other. */
  dispersion: number
  steps: number
}

/** The steps, of those to keep, at which something happened in either group: the others tell nothing of their shares. */
function informative(steps: PairedSteps, keep: (i: number) => boolean): number[] {
  return steps.time.map((_, i) => i).filter((i) => keep(i) && steps.treated[i]! + steps.control[i]! > 0)
}

/** Difference in differences with one effect for each time step; undefined with fewer than three steps, or none on one side of the start. */
export function pairedEffect(steps: PairedSteps): PairedEffect | undefined {
  const rows = informative(steps, () => true)
  const post = rows.map((i) => steps.post[i]!)
  if (rows.length < 3 || new Set(post).size < 2) return undefined
  const { slope, standardError, dispersion } = binomialSlope(...columns(steps, rows), post, offsetOf(steps, rows)) // prettier-ignore
  return { logEffect: slope, standardError, dispersion, steps: rows.length }
}

/**
 * Two-sided p that treated and control had the same trend before the measure: drop in deviance of a logistic regression of the treated
 * share on time, over max(1, dispersion), against χ² with one degree of freedom. The season, which both share, does not blur it.
 * @returns undefined with fewer than three steps before the measure that hold an incident
 */
export function preTrendP(steps: PairedSteps): number | undefined {
  const rows = informative(steps, (i) => steps.post[i] === 0)
  if (new Set(rows.map((i) => steps.time[i]!)).size < 3) return undefined
  const middle = rows.reduce((sum, i) => sum + steps.time[i]!, 0) / rows.length
  const { likelihoodRatio, dispersion } = binomialSlope(
    ...columns(steps, rows),
    rows.map((i) => steps.time[i]! - middle),
    offsetOf(steps, rows),
  )
  return twoSidedP(Math.sqrt(likelihoodRatio / Math.max(1, dispersion)))
}

function columns(steps: PairedSteps, rows: number[]): [number[], number[]] {
  return [rows.map((i) => steps.treated[i]!), rows.map((i) => steps.treated[i]! + steps.control[i]!)]
}

function offsetOf(steps: PairedSteps, rows: number[]): number[] {
  return rows.map((i) => steps.offset[i]!)
}
