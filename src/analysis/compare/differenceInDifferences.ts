import { invalid, requireCount, requireSameLength } from '../argument.ts'
import { pairedEffect, preTrendP, type PairedEffect, type PairedSteps } from './pairedSteps.ts'
import { poissonRegression } from './poissonRegression.ts'

export interface Panel {
  /** One row per area and time step. */
  count: ArrayLike<number>
  /** 1 for areas with the measure, 0 for the control. */
  treated: ArrayLike<number>
  /** 1 from the measure's start on. */
  post: ArrayLike<number>
  /** Log of exposure, as R's glm takes it. */
  offset?: ArrayLike<number>
  /** Time step of each row, such as months counted; with it the trends before the measure are compared. */
  time?: ArrayLike<number>
}

/**
 * Difference in differences: Poisson regression count ~ treated × post with log link and offset (as R's glm). `effect` = exp(logEffect) is
 * the ratio by which the treated areas changed beyond the control. `quasiStandardError` = standardError · √dispersion: the one to use where
 * the dispersion exceeds 1. The model assumes that both groups would have moved alike; `preTrendPValue`, where `time` is given, is the
 * two-sided test (see preTrendP) that their trends before the measure were equal: a small one speaks against the assumption, a large one
 * does not prove it. `paired`, likewise, is the effect with what both share at each step taken out: a season that both have is
 * dispersion to the plain model and not to this one.
 * @param panel columns of equal length, one row per area and time step
 * @throws RangeError for a count that is not whole, a flag that is neither 0 nor 1, an offset or time that is not finite, and where
 *   one of the four cells holds no incident: the effect cannot be estimated
 */
export function differenceInDifferences(panel: Panel): {
  effect: number
  logEffect: number
  standardError: number
  quasiStandardError: number
  dispersion: number
  preTrendPValue?: number
  paired?: PairedEffect
} {
  const { count, treated, post, offset, time } = panel
  for (const [name, column] of Object.entries({ treated, post, offset, time }))
    if (column) requireSameLength(`panel.${name}`, column, 'panel.count', count)
  const cells = [0, 0, 0, 0]
  for (let i = 0; i < count.length; i++) {
    requireCount(`panel.count[${i}]`, count[i]!)
    for (const [name, flag] of [
      ['treated', treated[i]],
      ['post', post[i]],
    ] as const)
      if (flag !== 0 && flag !== 1) throw invalid(`panel.${name}[${i}]`, flag, '0 or 1')
    for (const [name, value] of [
      ['offset', offset?.[i]],
      ['time', time?.[i]],
    ] as const)
      if (value !== undefined && !Number.isFinite(value))
        throw invalid(`panel.${name}[${i}]`, value, 'a finite number')
    cells[2 * treated[i]! + post[i]!]! += count[i]!
  }
  cells.forEach((total, cell) => {
    if (total === 0)
      throw invalid(
        `panel.count where treated ${cell >> 1}, post ${cell & 1} (total)`,
        0,
        'at least one incident',
      )
  })
  const ones = Array<number>(count.length).fill(1)
  const both = Array.from(ones, (_, i) => treated[i]! * post[i]!)
  const { coefficients, covariance, dispersion } = poissonRegression(
    count,
    [ones, treated, post, both],
    offset,
  )
  const logEffect = coefficients[3]!
  const standardError = Math.sqrt(covariance[15]!)
  const steps = time && pairedSteps(panel, time)
  const preTrendPValue = steps && preTrendP(steps)
  const paired = steps && pairedEffect(steps)
  return {
    effect: Math.exp(logEffect),
    logEffect,
    standardError,
    quasiStandardError: standardError * Math.sqrt(dispersion),
    dispersion,
    ...(preTrendPValue !== undefined && { preTrendPValue }),
    ...(paired && { paired }),
  }
}

/**
 * The panel's areas summed to one treated and one control count a step: given one effect for each step, more does not count. Steps at
 * which only one group was observed are left out.
 */
function pairedSteps({ count, treated, post, offset }: Panel, time: ArrayLike<number>): PairedSteps {
  interface Step {
    time: number
    post: number
    counts: [number, number]
    exposure: [number, number]
  }
  const byTime = new Map<string, Step>()
  for (let i = 0; i < count.length; i++) {
    const key = `${post[i]} ${time[i]}`
    const step = byTime.get(key) ?? { time: time[i]!, post: post[i]!, counts: [0, 0], exposure: [0, 0] }
    step.counts[treated[i]! as 0 | 1] += count[i]!
    step.exposure[treated[i]! as 0 | 1] += offset ? Math.exp(offset[i]!) : 1
    byTime.set(key, step)
  }
  const steps = [...byTime.values()].filter(({ exposure }) => exposure[0] > 0 && exposure[1] > 0)
  return {
    time: steps.map((step) => step.time),
    treated: steps.map((step) => step.counts[1]),
    control: steps.map((step) => step.counts[0]),
    post: steps.map((step) => step.post),
    offset: steps.map(({ exposure }) => Math.log(exposure[1] / exposure[0])),
  }
}
