import {
  differenceInDifferences,
  eTest,
  percentChange,
  poissonZ,
  rateRatio,
  relativeEffectSize,
  weightedDisplacementDifference,
  weightedDisplacementQuotient,
  type EffectJudgement,
  type Interval,
} from '../../analysis/index.ts'
import type { Formatter } from '../../i18n/format.ts'
import type { Catalogue } from '../../i18n/sv.ts'
import type { EvaluationSeries } from '../../workers/effect/effectMessages.ts'
import type { MethodId } from '../methods/methodIds.ts'
import { endsInPercent, percentChanged } from './effectText.ts'
import { equalDays } from './verdictWords.ts'

export type FigureId = keyof Catalogue['effect']['all']['names']

/** One figure of "All figures": a number, its interval where it has one, and how many decimals it is written with. */
export interface EffectFigure {
  id: FigureId
  method: MethodId
  /** A fraction where `digits` is 'percent', a probability where it is 'p'; null where it cannot be given. */
  value: number | null
  interval: Pick<Interval, 'lower' | 'upper'> | null
  digits: number | 'percent' | 'p'
  /** Why there is no value. */
  missing?: 'notEqual' | 'unreadable'
}

/**
 * Every figure of the table *Before and after*. Of a withheld judgement those alone that test whether two small counts differ, and only
 * where they are few: any other would look like the answer that is withheld.
 */
export function allFigures(judgement: EffectJudgement, series: EvaluationSeries): EffectFigure[] {
  const { counts, days, level } = judgement
  const { target, control } = counts
  const small = smallCounts(judgement)
  if (judgement.verdict === 'withheld') {
    const few = judgement.reasons.every(({ severity, code }) => severity === 'caution' || code === 'too-few')
    return few ? small : []
  }
  const exposure = { exposureBefore: days.before, exposureAfter: days.after, level }
  const { change, interval } = percentChange(target.before, target.after, exposure)
  const rate = rateRatio(target.before, target.after, exposure)
  return [
    figure('percentChange', 'percentChange', change, 'percent', interval),
    figure('rateRatio', 'rateRatio', rate.ratio, 3, rate.interval),
    figure('ratePValue', 'rateRatio', rate.pValue, 'p'),
    ...small,
    ...(control ? againstControl(judgement, series) : []),
  ]
}

/** The figures against a control that did not pass its checks are the analyst's, and say so. */
export function controlFailed(judgement: EffectJudgement): boolean {
  return (
    judgement.verdict !== 'withheld' && judgement.maryland === 2 && judgement.counts.control !== undefined
  )
}

/** What a figure is counted in. */
export function unitOf({ id, digits }: EffectFigure): keyof Catalogue['effect']['all']['units'] {
  if (digits === 'percent' || digits === 'p') return digits
  return INCIDENTS.has(id) ? 'incidents' : 'number'
}

const INCIDENTS: ReadonlySet<FigureId> = new Set(['wdd', 'wddStandardError', 'wddLocal', 'wddDisplacement'])

/** The tests of two counts of equal time. */
function smallCounts(judgement: EffectJudgement): EffectFigure[] {
  const { before, after } = judgement.counts.target
  const equal = equalDays(judgement)
  const missing = equal ? {} : { missing: 'notEqual' as const }
  return [
    { ...figure('poissonZ', 'poissonZ', equal ? poissonZ(before, after) : null, 2), ...missing },
    { ...figure('eTest', 'eTest', equal ? eTest(before, after) : null, 'p'), ...missing },
  ]
}

function againstControl(
  judgement: Exclude<EffectJudgement, { verdict: 'withheld' }>,
  series: EvaluationSeries,
): EffectFigure[] {
  const { counts, days, level } = judgement
  const { target, control, displacement, displacementControl } = counts
  const exposure = { exposureBefore: days.before, exposureAfter: days.after, level }
  // Level 2 has figures against its control too, for the analyst; the verdict makes nothing of them.
  const wdd = weightedDisplacementDifference({ target, control: control!, displacement, displacementControl }, exposure) // prettier-ignore
  const res = relativeEffectSize({ target, control: control! }, level)
  const net =
    judgement.maryland === 3
      ? [
          figure('netRatio', 'relativeEffectSize', judgement.net.ratio, 3, judgement.net.interval),
          figure('netPValue', 'relativeEffectSize', judgement.net.pValue, 'p'),
        ]
      : []
  const trend =
    judgement.maryland === 3
      ? [
          figure('dispersion', 'differenceInDifferences', judgement.net.dispersion, 2),
          figure('preTrend', 'differenceInDifferences', judgement.preTrend.pValue, 'p'),
        ]
      : []
  const method = 'weightedDisplacementDifference'
  const displaced = wdd.displacement.estimate
  return [
    figure('wdd', method, wdd.estimate, wholeOr(wdd.estimate), wdd.interval),
    figure('wddStandardError', method, wdd.standardError, 2),
    figure('wddZ', method, wdd.z, 2),
    figure('wddLocal', method, wdd.local.estimate, wholeOr(wdd.local.estimate)),
    ...(displacement
      ? [
          figure('wddDisplacement', method, displaced, wholeOr(displaced)),
          quotient({ target, control: control!, displacement }),
        ]
      : []),
    figure('res', 'relativeEffectSize', finite(res.estimate), 3, res.interval),
    ...net,
    ...inDifferences(series),
    ...trend,
  ]
}

function figure(
  id: FigureId,
  method: MethodId,
  value: number | null,
  digits: EffectFigure['digits'],
  interval: EffectFigure['interval'] = null,
): EffectFigure {
  return { id, method, value, interval, digits }
}

function quotient(counts: Parameters<typeof weightedDisplacementQuotient>[0]): EffectFigure {
  const { quotient: value, readable } = weightedDisplacementQuotient(counts)
  const found = figure('wdq', 'weightedDisplacementQuotient', readable ? value : null, 4)
  return readable ? found : { ...found, missing: 'unreadable' }
}

/** Place and control as two groups followed by the months of the two periods. */
function inDifferences({ counts, phase }: EvaluationSeries): EffectFigure[] {
  if (!counts.control) return []
  const kept = [...phase.keys()].filter((k) => phase[k] !== -1)
  const pick = (column: ArrayLike<number>) => kept.map((k) => column[k]!)
  const [target, control, post] = [counts.target, counts.control, phase].map(pick)
  const totals = [0, 0, 0, 0]
  post.forEach((flag, i) => {
    totals[flag] += target[i]
    totals[2 + flag] += control[i]
  })
  // With an empty group in a period there is no such ratio.
  if (totals.includes(0)) return []
  const did = differenceInDifferences({
    count: [...target, ...control],
    treated: [...target.map(() => 1), ...control.map(() => 0)],
    post: [...post, ...post],
    time: [...kept, ...kept],
  })
  const method = 'differenceInDifferences'
  return [
    figure('did', method, did.effect, 3),
    figure('didLog', method, did.logEffect, 4),
    figure('didStandardError', method, did.standardError, 4),
    figure('didQuasi', method, did.quasiStandardError, 4),
  ]
}

const wholeOr = (value: number) => (Math.abs(value - Math.round(value)) < 1e-9 ? 0 : 1)
const finite = (value: number) => (Number.isFinite(value) ? value : null)

/** A p below this is not written out. */
const SMALLEST_P = 0.0001

/** The figure as written: "−46,9 %", "0,531", "p" with four decimals. */
export function figureText(f: Formatter, { value, digits }: EffectFigure): string {
  if (value === null) return '–'
  if (digits === 'p') return value < SMALLEST_P ? `< ${f.decimal(SMALLEST_P, 4)}` : f.decimal(value, 4)
  if (digits === 'percent')
    return Number.isFinite(value)
      ? `${value > 0 ? '+' : ''}${f.percent(value, 1)}`
      : (percentChanged(f, value) ?? '–')
  return Number.isFinite(value) ? f.decimal(value, digits) : '∞'
}

/** The ends of its interval as written. */
export function intervalEnds(
  f: Formatter,
  { interval, digits }: EffectFigure,
): { lower: string; upper: string } | null {
  if (!interval) return null
  if (digits === 'percent') return endsInPercent(f, interval)
  const places = digits === 'p' ? 4 : digits
  const written = (end: number) => (Number.isFinite(end) ? f.decimal(end, places) : '∞')
  return { lower: written(interval.lower), upper: written(interval.upper) }
}
