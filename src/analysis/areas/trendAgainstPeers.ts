import { invalid, requireCount, requireLevel, requireSameLength } from '../argument.ts'
import { normalHalfWidth, twoSidedP } from '../chance/normal.ts'
import { binomialSlope } from '../compare/binomialSlope.ts'

export interface TrendAgainstPeers {
  /** How much the area's count changes by a step over how much its peers' does: 1.1 = 10 % more a step than theirs. */
  ratio: number
  /** Of the ratio, widened by the dispersion. */
  lower: number
  upper: number
  /** Two-sided, that area and peers have the same trend. */
  pValue: number
  /** Pearson: how much more than Poisson the shares vary about the trend; NaN for two steps. */
  dispersion: number
  /** Steps at which anything was counted. */
  steps: number
}

/**
 * Whether an area's counts go another way than its peers'. Given each step's total the area's count is binomial; its share is regressed on
 * the step (logistic), so that what all share at a step – a year's level, a changed reporting routine – is taken out (McCullagh & Nelder
 * 1989, 6.4). The p-value is the drop in deviance over max(1, dispersion) against χ² with one degree of freedom.
 * @param own counts of the area by step, in order of time and equally far apart; @param peers the summed counts of its peers at the same steps
 * @param level of the two-sided interval, 0.95 unless said
 * @returns undefined where fewer than three steps hold a count, or where area or peers hold none
 * @throws RangeError for columns of unequal length or counts that are not whole
 */
export function trendAgainstPeers(
  own: ArrayLike<number>,
  peers: ArrayLike<number>,
  level = 0.95,
): TrendAgainstPeers | undefined {
  requireSameLength('peers', peers, 'own', own)
  requireLevel('level', level)
  const rows: number[] = []
  let [ours, theirs] = [0, 0]
  for (let i = 0; i < own.length; i++) {
    requireCount(`own[${i}]`, own[i]!)
    requireCount(`peers[${i}]`, peers[i]!)
    ours += own[i]!
    theirs += peers[i]!
    if (own[i]! + peers[i]! > 0) rows.push(i)
  }
  if (!Number.isSafeInteger(ours + theirs))
    throw invalid('own and peers (sum)', ours + theirs, 'at most 2^53')
  if (rows.length < 3 || ours === 0 || theirs === 0) return undefined
  const middle = rows.reduce((sum, i) => sum + i, 0) / rows.length
  const { slope, standardError, dispersion, likelihoodRatio } = binomialSlope(
    rows.map((i) => own[i]!),
    rows.map((i) => own[i]! + peers[i]!),
    rows.map((i) => i - middle),
    rows.map(() => 0),
  )
  const spread = Math.max(1, dispersion)
  const half = normalHalfWidth(level) * standardError * Math.sqrt(spread)
  return {
    ratio: Math.exp(slope),
    lower: Math.exp(slope - half),
    upper: Math.exp(slope + half),
    pValue: twoSidedP(Math.sqrt(likelihoodRatio / spread)),
    dispersion,
    steps: rows.length,
  }
}
