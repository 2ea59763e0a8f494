import { requireCount, requireLevel } from '../argument.ts'
import { directionOf, type Direction } from './direction.ts'
import type { EffectEvidence, ZoneName } from './effectEvidence.ts'
import { EFFECT_LIMITS } from './effectLimits.ts'
import type { Reason } from './effectReason.ts'
import { pairedSeries } from './effectSeries.ts'
import { guardBaseline } from './guards/guardBaseline.ts'
import { guardBreaks } from './guards/guardBreaks.ts'
import { guardControl, type PreTrend } from './guards/guardControl.ts'
import { guardMeasures } from './guards/guardMeasures.ts'
import { exposureDays, guardPeriods, guardSeasons } from './guards/guardPeriods.ts'
import { guardRegression } from './guards/guardRegression.ts'
import { guardTooFew } from './guards/guardTooFew.ts'
import { guardZones } from './guards/guardZones.ts'
import type { Interval } from './interval.ts'
import { judgeDisplacement, type DisplacementJudgement } from './judgeDisplacement.ts'
import { netEffect, type NetEffect } from './netEffect.ts'
import { pairedEffect } from './pairedSteps.ts'
import { rateRatio } from './rateRatio.ts'
import { relativeEffectSize } from './relativeEffectSize.ts'
import { weightedDisplacementDifference, type BeforeAfter } from './weightedDisplacementDifference.ts'

/** What one place did, exact: rate ratio after/before per day, and the same as a change (ratio − 1, a fraction). */
export interface PlaceChange {
  before: number
  after: number
  verdict: Direction
  ratio: number
  ratioInterval: Interval
  change: number
  changeInterval: Interval
  /** Two-sided. */
  pValue: number
}

/** What may be shown whatever the verdict: nothing that compares. */
interface Shown {
  counts: EffectEvidence['counts']
  days: BeforeAfter
  /** Guards that spoke, those that withhold first. */
  reasons: readonly Reason[]
  level: number
}

export interface WithheldJudgement extends Shown {
  verdict: 'withheld'
}

interface GivenBase extends Shown {
  /** What the count in the target did. Not yet an effect of the measure. */
  verdict: Direction
  target: PlaceChange
  control?: PlaceChange
  displacement: DisplacementJudgement
  /** Other measures worked there too: what is seen is theirs together. */
  attribution: 'measure' | 'measures-together'
}

/** Before and after only: that it changed can be said, not why. */
export interface Level2Judgement extends GivenBase {
  maryland: 2
  effect: 'not-assessed'
}

/** Against a comparable control. */
export interface Level3Judgement extends GivenBase {
  maryland: 3
  control: PlaceChange
  /** Whether the target changed beyond the control, by the interval of `net`. */
  effect: 'reduction' | 'increase' | 'not-shown'
  net: NetEffect
  preTrend: PreTrend
  relativeEffectSize: { estimate: number; interval: Interval; netChange: number }
  /** Incidents, target and displacement zone together, beyond their controls. */
  weightedDisplacementDifference: ReturnType<typeof weightedDisplacementDifference>
  /** The same in a word: fewer or more on the whole, or not told from none. */
  onTheWhole: 'fewer' | 'more' | 'not-shown'
}

export type EffectJudgement = WithheldJudgement | Level2Judgement | Level3Judgement

/**
 * Did the measure help? The whole table of before and after with its guards, in one answer: a verdict cannot be had without them. Each
 * guard that spoke is a reason (see ReasonData), which withholds the verdict or is to be read with it. A withheld judgement shows counts and
 * days, and no comparison. `verdict` is what the target's count did (exact two-sided interval of its rate ratio); `effect` is given on
 * level 3 of the Maryland scale only (Sherman et al. 1997): against a control that passes guardControl. Periods of unlike length are
 * compared per day.
 * @param evidence counts are whole; days are day numbers; polygons in metres
 * @param options.level of every interval, 0.95 unless said
 * @throws RangeError for counts that are not whole or below 0, windows that are empty or overlap within a period, a place with counts and
 *   no polygon, series of unequal length
 */
export function judgeEffect(evidence: EffectEvidence, options: { level?: number } = {}): EffectJudgement {
  const { level = 0.95 } = options
  requireLevel('options.level', level)
  const { counts } = evidence
  for (const name of ['target', 'control', 'displacement', 'displacementControl'] as const)
    for (const when of ['before', 'after'] as const)
      if (counts[name] || name === 'target') requireCount(`counts.${name}.${when}`, counts[name]![when])
  const days = exposureDays(evidence.periods)
  const steps = evidence.series && pairedSeries(evidence.series)
  const target = changeOf(counts.target, days, level)
  const { comparable, preTrend, reasons: controlReasons } = guardControl(evidence, days, steps)
  const dispersion = steps && pairedEffect(steps)?.dispersion

  const reasons: Reason[] = [
    ...guardPeriods(evidence),
    ...guardZones(evidence),
    ...guardBaseline(evidence),
    ...guardTooFew(counts.target, days),
    ...guardRegression(evidence, days, target.verdict, level),
    ...guardBreaks(evidence),
    ...guardSeasons(evidence, comparable),
    ...guardMeasures(evidence),
    ...controlReasons,
    ...guardDispersion(comparable, dispersion),
    ...guardDisplacementControl(counts),
  ]
  reasons.sort((a, b) => Number(b.severity === 'withholds') - Number(a.severity === 'withholds'))
  const shown: Shown = { counts, days, reasons, level }
  if (reasons[0]?.severity === 'withholds') return { verdict: 'withheld', ...shown }

  const given: GivenBase = {
    ...shown,
    verdict: target.verdict,
    target,
    ...(counts.control && { control: changeOf(counts.control, days, level) }),
    displacement: judgeDisplacement(counts, days, target.verdict, level),
    attribution: reasons.some(({ code }) => code === 'concurrent-measures') ? 'measures-together' : 'measure',
  }
  if (!(comparable && preTrend)) return { ...given, maryland: 2, effect: 'not-assessed' }
  return againstControl(given, dispersion ?? 1, preTrend)
}

function againstControl(given: GivenBase, dispersion: number, preTrend: PreTrend): Level3Judgement {
  const { counts, days, level } = given
  const target = counts.target
  const control = counts.control!
  const net = netEffect(target, control, dispersion, level)
  const direction = directionOf(net.interval)
  const wdd = weightedDisplacementDifference(
    { ...counts, target, control },
    { exposureBefore: days.before, exposureAfter: days.after, level },
  )
  return {
    ...given,
    maryland: 3,
    control: given.control!,
    effect: direction === 'fell' ? 'reduction' : direction === 'rose' ? 'increase' : 'not-shown',
    net,
    preTrend,
    relativeEffectSize: relativeEffectSize({ target, control }, level),
    weightedDisplacementDifference: wdd,
    onTheWhole: wdd.interval.upper < 0 ? 'fewer' : wdd.interval.lower > 0 ? 'more' : 'not-shown',
  }
}

function changeOf({ before, after }: BeforeAfter, days: BeforeAfter, level: number): PlaceChange {
  const { ratio, interval, pValue } = rateRatio(before, after, {
    exposureBefore: days.before,
    exposureAfter: days.after,
    level,
  })
  return {
    before,
    after,
    verdict: directionOf(interval),
    ratio,
    ratioInterval: interval,
    change: ratio - 1,
    changeInterval: { lower: interval.lower - 1, upper: interval.upper - 1, level },
    pValue,
  }
}

function guardDispersion(comparable: boolean, dispersion: number | undefined): Reason[] {
  if (dispersion === undefined)
    return comparable ? [{ code: 'dispersion-unknown', severity: 'caution', data: {} }] : []
  return dispersion > EFFECT_LIMITS.dispersion
    ? [{ code: 'overdispersed', severity: 'caution', data: { dispersion } }]
    : []
}

function guardDisplacementControl(counts: Partial<Record<ZoneName, BeforeAfter>>): Reason[] {
  return counts.displacement && !counts.displacementControl
    ? [{ code: 'displacement-without-control', severity: 'caution', data: {} }]
    : []
}
