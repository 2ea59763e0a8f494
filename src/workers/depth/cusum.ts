import { cusumReference, cusumThreshold } from '../../analysis/index.ts'
import { addMonths, calendarDate, monthStart, weekday, type Period } from '../../domain/period.ts'
import type { AnalysisEngine } from '../engine/analysisEngine.ts'
import { CLAUSE } from '../engine/clauseFlags.ts'
import type { JobContext } from '../jobs.ts'
import { runSteps } from '../runSteps.ts'
import { alarmThreshold } from './alarmThreshold.ts'
import type { DepthQuestion } from './depthMethods.ts'

export interface CusumSettings {
  step: 'month' | 'week'
  /** Where the expected count comes from: the first year, the first two years month by month, or the comparison's periods. */
  baseline: 'year' | 'twoYears' | 'comparison'
  /** λ₁/λ₀: the change to find out as early as may be. */
  change: 1.25 | 1.5 | 0.75
  /** Years between false alarms while nothing changes. */
  falseAlarmYears: 5 | 10 | 20
}

/** A month or a week. */
export interface CusumStep extends Period {
  count: number
  /** λ₀ of its days; null where there is no baseline. */
  expected: number | null
  /** The sum after it; null in and before the baseline. */
  sum: number | null
  baseline: boolean
}

/** Why there is no sum. */
export type CusumRefusal = 'baselineTooShort' | 'baselineTooFew' | 'monthWithout' | 'nothingAfter'

export interface CusumResult {
  step: 'month' | 'week'
  /** All whole months or weeks of the data. */
  steps: CusumStep[]
  refusal: CusumRefusal | null
  /** Counts of the whole steps, and of those in the baseline; incidents in no whole step. */
  n: number
  baselineN: number
  outside: number
  /** Mean λ₀ of a step. */
  expected: number
  threshold: number
  /** Steps until a change of the size looked for is found, on average; null where the expectation has a season. */
  delay: number | null
  /** Of the simulated threshold; null where it is computed. */
  seed: number | null
  /** Pearson's Σ(x − λ₀)²/λ₀ over its degrees of freedom in the baseline; 1 for Poisson counts, NaN without freedom. */
  dispersion: number
  dispersionFreedom: number
  /** Index of the first step past the threshold; −1 for none. */
  alarm: number
  /** First step of the rise that led to the alarm, else of the present one; −1 where the sum is 0. */
  since: number
}

const SEED = 1
/** Fewer incidents in the baseline say too little of what to expect. */
const BASELINE_NEEDED = 10
const STEPS_A_YEAR = { month: 12, week: 365.25 / 7 } as const
const CLAUSES = CLAUSE.types | CLAUSE.hours | CLAUSE.place | CLAUSE.kind

/** CUSUM of monthly or weekly counts of the selection, the period left out, with a threshold from its average run length. */
export async function computeCusum(
  engine: AnalysisEngine,
  { selection, settings }: DepthQuestion<CusumSettings>,
  context: JobContext,
): Promise<CusumResult> {
  const { comparison } = engine.apply(selection)
  const periods = wholeSteps(engine.summary.span, settings.step)
  const { counts, outside } = countBySteps(engine, periods)
  const steps: CusumStep[] = periods.map((period, i) => ({
    ...period,
    count: counts[i],
    expected: null,
    sum: null,
    baseline: false,
  }))
  const result: CusumResult = {
    step: settings.step,
    steps,
    refusal: null,
    n: counts.reduce((sum, count) => sum + count, 0),
    baselineN: 0,
    outside,
    expected: NaN,
    threshold: NaN,
    delay: null,
    seed: null,
    dispersion: NaN,
    dispersionFreedom: 0,
    alarm: -1,
    since: -1,
  }
  result.refusal = setBaseline(result, settings, comparison.periods)
  if (result.refusal) return result

  const first = steps.findLastIndex((step) => step.baseline) + 1
  const rising = settings.change > 1
  const watched = steps.slice(first)
  const reference = watched.map((step) =>
    cusumReference({ baseline: step.expected!, alternative: settings.change * step.expected! }),
  )
  let sum = 0
  watched.forEach((step, t) => {
    sum = Math.max(0, sum + (rising ? step.count - reference[t] : reference[t] - step.count))
    step.sum = sum
  })
  const runLength = settings.falseAlarmYears * STEPS_A_YEAR[settings.step]
  if (settings.baseline === 'twoYears') {
    const cycle = watched.map((step) => step.expected!)
    const pieces = alarmThreshold(cycle, reference, { rising, runLength, seed: SEED })
    result.threshold = await runSteps(pieces, context, 'cusum')
    result.seed = SEED
  } else {
    const [level, alternative] = [result.expected, settings.change * result.expected]
    const found = cusumThreshold({ baseline: level, alternative, averageRunLength: runLength })
    result.threshold = found.threshold
    result.delay = found.delay
  }
  result.alarm = steps.findIndex((step) => step.sum !== null && step.sum > result.threshold)
  const end = result.alarm >= 0 ? result.alarm : steps.length - 1
  const zero = steps.findLastIndex((step, i) => i <= end && (step.sum === null || step.sum === 0))
  result.since = zero === end ? -1 : zero + 1
  return result
}

/** Calendar months, or weeks from Monday, that lie wholly within the data. */
function wholeSteps(span: Period | null, step: 'month' | 'week'): Period[] {
  if (!span) return []
  const periods: Period[] = []
  if (step === 'week')
    for (let from = span.from + ((7 - weekday(span.from)) % 7); from + 7 <= span.to; from += 7)
      periods.push({ from, to: from + 7 })
  else {
    const start = monthStart(span.from)
    let from = start < span.from ? addMonths(start, 1) : start
    for (let to = addMonths(from, 1); to <= span.to; from = to, to = addMonths(from, 1))
      periods.push({ from, to })
  }
  return periods
}

/** Incidents of all filters but the period, with or without a position. */
function countBySteps({ columns, flags, hourWeights }: AnalysisEngine, periods: readonly Period[]) {
  const counts = new Float64Array(periods.length)
  const firstDay = periods[0]?.from ?? 0
  const stepOfDay = new Int32Array((periods.at(-1)?.to ?? 0) - firstDay)
  periods.forEach(({ from, to }, i) => stepOfDay.fill(i, from - firstDay, to - firstDay))
  let outside = 0
  flags.failed.forEach((failed, i) => {
    if (failed & CLAUSES) return
    const weight = hourWeights ? hourWeights[i] : 1
    const step = stepOfDay[columns.day[i] - firstDay]
    if (step === undefined) outside += weight
    else counts[step] += weight
  })
  return { counts, outside }
}

/** Marks the baseline's steps and says what every step expects by its days. */
function setBaseline(
  result: CusumResult,
  { baseline, step }: CusumSettings,
  comparison: readonly Period[],
): CusumRefusal | null {
  const { steps } = result
  const years = baseline === 'twoYears' ? 2 : 1
  const start = steps[0]?.from ?? 0
  const needed: Period[] =
    baseline === 'comparison' ? [...comparison] : [{ from: start, to: addMonths(start, 12 * years) }]
  for (const one of steps) one.baseline = needed.some(({ from, to }) => one.from >= from && one.to <= to)
  const chosen = steps.filter((one) => one.baseline)
  const reached = steps.at(-1)?.to ?? 0
  if (chosen.length === 0 || (baseline !== 'comparison' && reached < needed[0].to)) return 'baselineTooShort'
  result.baselineN = chosen.reduce((sum, one) => sum + one.count, 0)
  if (result.baselineN < BASELINE_NEEDED) return 'baselineTooFew'
  const rate = baseline === 'twoYears' ? seasonalRate(chosen, step) : levelRate(chosen)
  if (!rate) return 'monthWithout'
  for (const one of steps) one.expected = rate(one)
  const squares = chosen.reduce((sum, one) => sum + (one.count - one.expected!) ** 2 / one.expected!, 0)
  result.dispersionFreedom = chosen.length - (baseline === 'twoYears' ? 12 : 1)
  result.dispersion = result.dispersionFreedom > 0 ? squares / result.dispersionFreedom : NaN
  result.expected = chosen.reduce((sum, one) => sum + one.expected!, 0) / chosen.length
  return steps.at(-1)!.baseline ? 'nothingAfter' : null
}

/** Incidents a day × days. */
function levelRate(chosen: readonly CusumStep[]) {
  const days = chosen.reduce((sum, { from, to }) => sum + to - from, 0)
  const count = chosen.reduce((sum, one) => sum + one.count, 0)
  return ({ from, to }: Period) => (count / days) * (to - from)
}

/** The same by calendar month; null where a month of the baseline is without incidents. A week belongs to its Thursday's month. */
function seasonalRate(chosen: readonly CusumStep[], step: 'month' | 'week') {
  const monthOf = ({ from }: Period) => calendarDate(step === 'week' ? from + 3 : from).month - 1
  const days = new Float64Array(12)
  const counts = new Float64Array(12)
  for (const one of chosen) {
    days[monthOf(one)] += one.to - one.from
    counts[monthOf(one)] += one.count
  }
  if (counts.includes(0)) return null
  return (period: Period) => (counts[monthOf(period)] / days[monthOf(period)]) * (period.to - period.from)
}
