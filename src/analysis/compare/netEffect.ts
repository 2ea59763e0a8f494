import { normalHalfWidth, twoSidedP } from '../chance/normal.ts'
import type { Interval } from './interval.ts'
import type { BeforeAfter } from './weightedDisplacementDifference.ts'

/** The target's change beyond the control's, as a ratio: 1 over the relative effect size. */
export interface NetEffect {
  ratio: number
  /** ratio − 1 */
  change: number
  interval: Interval
  /** Two-sided. */
  pValue: number
  /** By which the variance was multiplied; 1 where counts vary no more than Poisson, or no series is known. */
  dispersion: number
  /** Whether ½ was added to each count, since one of them is 0 (Haldane 1956, Anscombe 1956). */
  corrected: boolean
}

/** ln((Ta/Tb)/(Ca/Cb)) with its Poisson variance Σ1/count; with ½ added to each count where one is 0. */
export function netLogRatio(
  target: BeforeAfter,
  control: BeforeAfter,
): { logRatio: number; variance: number; corrected: boolean } {
  const counts = [target.after, target.before, control.before, control.after]
  const corrected = counts.includes(0)
  const [ta, tb, cb, ca] = counts.map((count) => count + (corrected ? 0.5 : 0)) as [number, number, number, number] // prettier-ignore
  return {
    logRatio: Math.log((ta * cb) / (tb * ca)),
    variance: 1 / ta + 1 / tb + 1 / ca + 1 / cb,
    corrected,
  }
}

/** The net effect with a normal interval on the log scale, its variance widened by the dispersion where that exceeds 1. */
export function netEffect(
  target: BeforeAfter,
  control: BeforeAfter,
  dispersion: number,
  level: number,
): NetEffect {
  const { logRatio, variance, corrected } = netLogRatio(target, control)
  const widening = Math.max(1, dispersion)
  const error = Math.sqrt(variance * widening)
  const factor = Math.exp(normalHalfWidth(level) * error)
  const ratio = Math.exp(logRatio)
  return {
    ratio,
    change: ratio - 1,
    interval: { lower: ratio / factor, upper: ratio * factor, level },
    pValue: twoSidedP(logRatio / error),
    dispersion: widening,
    corrected,
  }
}
