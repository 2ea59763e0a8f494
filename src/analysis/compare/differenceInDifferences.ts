import { invalid, requireCount, requireSameLength } from '../argument.ts'
import { twoSidedP } from '../chance/normal.ts'
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
  /** Time step of each row; with it the trends before the measure are compared. */
  time?: ArrayLike<number>
}

/**
 * Difference in differences: Poisson regression count ~ treated × post with log link and offset. `effect` = exp(logEffect) is the ratio by
 * which the treated areas changed beyond the control. `quasiStandardError` = standardError · √dispersion: the one to use where the
 * dispersion exceeds 1. The model assumes that both groups would have moved alike; `preTrendPValue`, where `time` is given, is the
 * quasi-Poisson Wald test that their trends before the measure were equal: a small one speaks against the assumption, a large one
 * does not prove it.
 * @throws RangeError where one of the four cells holds no incident: the effect cannot be estimated
 */
export function differenceInDifferences(panel: Panel): {
  effect: number
  logEffect: number
  standardError: number
  quasiStandardError: number
  dispersion: number
  preTrendPValue?: number
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
  const preTrendPValue = time && preTrend(panel, time)
  return {
    effect: Math.exp(logEffect),
    logEffect,
    standardError,
    quasiStandardError: standardError * Math.sqrt(dispersion),
    dispersion,
    ...(preTrendPValue !== undefined && { preTrendPValue }),
  }
}

/** p of treated × time among the rows before the measure; undefined with fewer than three time steps. */
function preTrend({ count, treated, post, offset }: Panel, time: ArrayLike<number>): number | undefined {
  const rows = Array.from({ length: count.length }, (_, i) => i).filter((i) => post[i] === 0)
  if (new Set(rows.map((i) => time[i]!)).size < 3) return undefined
  const middle = rows.reduce((sum, i) => sum + time[i]!, 0) / rows.length
  const columns = [
    rows.map(() => 1),
    rows.map((i) => treated[i]!),
    rows.map((i) => time[i]! - middle),
    rows.map((i) => treated[i]! * (time[i]! - middle)),
  ]
  const { coefficients, covariance, dispersion } = poissonRegression(
    rows.map((i) => count[i]!),
    columns,
    offset && rows.map((i) => offset[i]!),
  )
  return twoSidedP(coefficients[3]! / Math.sqrt(covariance[15]! * Math.max(1, dispersion)))
}
