import {
  judgeEffect,
  measuresTouching,
  timeOfWeekProfile,
  zoneOverlaps,
  type BeforeAfter,
  type EffectEvidence,
  type ZoneOverlap,
} from '../../analysis/index.ts'
import { ZONES, type Zone } from '../../domain/evaluation.ts'
import { historyWindows } from '../../domain/evaluationPeriods.ts'
import type { MultiPolygon } from '../../domain/grid.ts'
import { lengthInDays, type Period } from '../../domain/period.ts'
import type { EffectIndex } from './effectIndex.ts'
import { within } from './effectIndex.ts'
import type {
  EvaluationFigures,
  EvaluationHours,
  EvaluationPlan,
  EvaluationSeries,
} from './effectMessages.ts'
import { monthOfDay, monthPhases, monthsRound } from './evaluationMonths.ts'
import { Found, shapeOf } from './pointGrid.ts'
import { boxesMeet, boxOf } from './zones.ts'

/** Days of the incidents in one zone, and which rows they are. */
interface InZone {
  rows: Uint32Array
  days: Int32Array
}

/**
 * Counts everything that a judgement of one measure asks for, and judges it.
 * @param span days that hold data
 * @param apart pairs of zones that are known to share no ground; the others are clipped
 */
export function evaluatePlan(
  index: EffectIndex,
  plan: EvaluationPlan,
  span: Period,
  found: Found = new Found(),
  apart: (a: Zone, b: Zone) => boolean = () => false,
): EvaluationFigures {
  const { day } = index.engine.columns
  const { grid, unplaced } = index.typed(plan.kind, plan.typeIds)
  const { before, after } = plan.periods
  const zones = ZONES.filter((zone) => plan.zones[zone])
  const inZones: Partial<Record<Zone, InZone>> = {}
  for (const zone of zones) {
    const n = grid.inside(shapeOf(plan.zones[zone]!), 0, 0, found)
    const rows = found.items.slice(0, n).map((k) => grid.item[k]!)
    inZones[zone] = { rows, days: Int32Array.from(rows, (row) => day[row]!) }
  }
  const count = (zone: Zone, windows: readonly Period[]) => countWithin(inZones[zone]!.days, windows)
  const counts: Partial<Record<Zone, BeforeAfter>> = {}
  for (const zone of zones) counts[zone] = { before: count(zone, before), after: count(zone, after) }

  const series = monthlySeries(plan, span, inZones)
  const record = { from: recordStart(plan, span), to: span.to }
  const history = historyWindows(before, record).flat()
  const touching = othersTouching(plan)
  const alike = new Set(plan.others.filter(({ sameTypes }) => sameTypes).map(({ id }) => id))
  const evidence: EffectEvidence = {
    counts: counts as EffectEvidence['counts'],
    periods: plan.periods,
    measureStart: plan.start,
    baselineDays: Math.max(0, plan.start - record.from),
    zones: { overlaps: overlapsOf(plan.zones, apart) },
    chosenForPeak: plan.chosenForPeak,
    breaks: plan.breaks,
    otherMeasures: touching.filter(({ id }) => alike.has(id)),
    series: judgedSeries(series, plan, record),
    ...(history.length > 0 && {
      history: {
        days: history.reduce((sum, window) => sum + lengthInDays(window), 0),
        target: count('target', history),
        ...(counts.control && { control: count('control', history) }),
      },
    }),
  }
  return {
    id: plan.id,
    judgement: judgeEffect(evidence),
    evidence,
    series,
    hours: hoursOf(index, inZones.target!, plan),
    alsoThere: touching
      .filter(({ id, touches }) => !alike.has(id) && touches.includes('target'))
      .map(({ id }) => id),
    withoutPosition: countWithin(unplaced, [...before, ...after]),
  }
}

export function countWithin(days: ArrayLike<number>, windows: readonly Period[]): number {
  let n = 0
  for (let i = 0; i < days.length; i++) if (within(days[i]!, windows)) n++
  return n
}

/** First day of the record that can be compared with the days before the measure: an older order of classing or reporting is none. */
export function recordStart(
  { breaks, periods, start }: Pick<EvaluationPlan, 'breaks' | 'periods' | 'start'>,
  span: Period,
): number {
  const first = Math.min(start, ...periods.before.map(({ from }) => from))
  return Math.max(span.from, ...breaks.map(({ day }) => day).filter((day) => day <= first))
}

function monthlySeries(
  { start, periods }: EvaluationPlan,
  span: Period,
  inZones: Partial<Record<Zone, InZone>>,
): EvaluationSeries {
  const months = monthsRound(start, span)
  const { firstDay, of } = monthOfDay(months)
  const counts: Partial<Record<Zone, number[]>> = {}
  for (const [zone, { days }] of Object.entries(inZones) as [Zone, InZone][]) {
    const sums = new Array<number>(months.length).fill(0)
    for (const day of days) {
      const month = of[day - firstDay]
      if (month !== undefined) sums[month]!++
    }
    counts[zone] = sums
  }
  return { months, counts: counts as EvaluationSeries['counts'], phase: monthPhases(months, periods) }
}

/** The months that tell of the trend before and of the level after: all of the comparable record before the measure, and those inside the windows after. */
function judgedSeries(
  { months, counts, phase }: EvaluationSeries,
  { start }: EvaluationPlan,
  record: Period,
): EffectEvidence['series'] {
  const kept = [...months.keys()].filter(
    (k) => (months[k]!.to <= start && months[k]!.from >= record.from) || phase[k] === 1,
  )
  const pick = (column: readonly number[]) => kept.map((k) => column[k]!)
  return {
    target: pick(counts.target),
    ...(counts.control && { control: pick(counts.control) }),
    post: kept.map((k) => (months[k]!.to <= start ? 0 : 1)),
  }
}

function overlapsOf(zones: EvaluationPlan['zones'], apart: (a: Zone, b: Zone) => boolean): ZoneOverlap[] {
  const named = ZONES.filter((zone) => zones[zone])
  return named.flatMap((a, i) =>
    named
      .slice(i + 1)
      .filter((b) => !apart(a, b))
      .flatMap((b) => zoneOverlaps({ [a]: zones[a], [b]: zones[b] })),
  )
}

/** The other measures that worked in any of the zones while the windows ran. */
function othersTouching({ zones, periods, others }: EvaluationPlan): EffectEvidence['otherMeasures'] {
  const windows = [...periods.before, ...periods.after]
  const first = Math.min(...windows.map(({ from }) => from))
  const end = Math.max(...windows.map(({ to }) => to))
  const boxes = Object.values(zones).map((zone: MultiPolygon) => boxOf(zone))
  const met = others.filter(
    ({ zone, from, to }) =>
      from < end && (to ?? Infinity) > first && boxes.some((box) => boxesMeet(box, boxOf(zone))),
  )
  return measuresTouching(zones, met).filter(({ touches }) => touches.length > 0)
}

function hoursOf(index: EffectIndex, { rows }: InZone, { periods }: EvaluationPlan): EvaluationHours {
  const { columns, timeZone } = index.engine
  const profile = (windows: readonly Period[]) => {
    const chosen = rows.filter((row) => within(columns.day[row]!, windows))
    const fromUtcMs = Float64Array.from(chosen, (row) => columns.fromUtcMs[row]!)
    const toUtcMs = Float64Array.from(chosen, (row) => columns.toUtcMs[row]!)
    const spread = toUtcMs.some((to, i) => to > fromUtcMs[i]!)
    return { fromUtcMs, toUtcMs, spread }
  }
  const [before, after] = [profile(periods.before), profile(periods.after)]
  const aoristic = before.spread || after.spread
  const method = aoristic ? 'aoristic' : 'start'
  const [was, is] = [before, after].map((spans) => timeOfWeekProfile(spans, { method, timeZone }))
  return {
    before: was!.counts,
    after: is!.counts,
    unknownBefore: was!.unknown,
    unknownAfter: is!.unknown,
    aoristic,
  }
}
