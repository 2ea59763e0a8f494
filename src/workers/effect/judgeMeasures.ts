import { part, zoneArea, type Steps } from '../../analysis/index.ts'
import { ZONES, type Zone, type ZoneOrigin } from '../../domain/evaluation.ts'
import { periodsInData, proposePeriods } from '../../domain/evaluationPeriods.ts'
import type { MultiPolygon } from '../../domain/grid.ts'
import type { Period } from '../../domain/period.ts'
import { projectCoordinates } from '../../ingest/crs.ts'
import type { AnalysisEngine } from '../engine/analysisEngine.ts'
import type { JobContext } from '../jobs.ts'
import { runSteps } from '../runSteps.ts'
import { effectIndex, type EffectIndex } from './effectIndex.ts'
import type {
  EffectJobs,
  EvaluationFigures,
  EvaluationPlan,
  JudgedMeasure,
  JudgeRequest,
  MeasureOutline,
  NoEvaluation,
  Proposal,
  ProposalRequest,
} from './effectMessages.ts'
import { effectSetting, otherMeasures, type EffectSetting, type MeasureGround } from './effectSetting.ts'
import { evaluatePlan } from './evaluatePlan.ts'
import { KeepOut } from './keepOut.ts'
import { Found } from './pointGrid.ts'
import { proposeZonesSteps } from './proposal.ts'
import { loadBuffer, ringZone, usualRing, widened, type Buffer } from './zones.ts'

/** Proposes what is not settled of each measure, counts and judges. */
export async function judgeMeasures(
  engine: AnalysisEngine,
  request: JudgeRequest,
  context: JobContext,
): Promise<JudgedMeasure[]> {
  return runSteps(judgeSteps(engine, request, await loadBuffer()), context, 'judge')
}

/** {@link judgeMeasures} in pieces. */
export function* judgeSteps(
  engine: AnalysisEngine,
  { measures, only, withProposals }: JudgeRequest,
  buffer: Buffer,
): Steps<JudgedMeasure[]> {
  const { span } = engine.summary
  const wanted = measures.filter(({ id }) => only === null || only.includes(id))
  if (!span) return wanted.map(({ id }) => ({ id, cannot: { code: 'no-dates' } }))
  const index = effectIndex(engine)
  yield 0
  const setting = effectSetting(measures, span, buffer)
  const judged: JudgedMeasure[] = []
  for (const [i, measure] of wanted.entries()) {
    const steps = judgeOne({ index, measure, measures, setting, span, withProposals })
    judged.push(yield* part(steps, i / wanted.length, (i + 1) / wanted.length))
    yield (i + 1) / wanted.length
  }
  return judged
}

interface One {
  index: EffectIndex
  measure: MeasureOutline
  measures: readonly MeasureOutline[]
  setting: EffectSetting
  span: Period
  withProposals: boolean
}

function* judgeOne(one: One): Steps<JudgedMeasure> {
  const { index, measure, measures, setting, span, withProposals } = one
  const { id, start, zones, typeIds, chosenForPeak, breaks, runInDays } = measure
  const cannot = (why: NoEvaluation): JudgedMeasure => ({ id, cannot: why })
  if (measure.status === 'cancelled') return cannot({ code: 'cancelled' })
  if (!Number.isFinite(start)) return cannot({ code: 'no-start' })
  if (!measure.geometry && !zones.target) return cannot({ code: 'no-place' })
  const ground = setting.grounds.get(id)
  if (!ground) return cannot({ code: 'empty-place', zone: 'target' })
  for (const zone of ZONES)
    if (zones[zone] && !(zoneArea(zones[zone].polygon) > 0)) return cannot({ code: 'empty-place', zone })
  // What lasts is looked for as long as there are data; what works on the spot only while it is at work.
  const end = measure.horizon === 'short' ? measure.end : null
  const proposed = measure.periods ? null : proposePeriods({ start, end, runInDays, span })
  if (proposed && 'code' in proposed) return cannot(proposed)
  const periods = measure.periods ? periodsInData(measure.periods, span) : proposed!.periods
  if (periods.after.length === 0)
    return cannot({
      code: 'nothing-after',
      dataEnd: span.to,
      afterFrom: measure.periods?.after[0]?.from ?? start + runInDays,
    })
  if (periods.before.length === 0) return cannot({ code: 'nothing-before', dataStart: span.from, start })

  const kind = index.kindOf(typeIds)
  const needsControl = zones.control === undefined
  const needsRingControl = zones.displacementControl === undefined && zones.displacement !== null
  const proposal =
    withProposals || needsControl || needsRingControl
      ? yield* proposeZonesSteps(
          index,
          {
            kind,
            typeIds,
            periods,
            start,
            breaks,
            ...ground,
            keepOut: setting.keepOut,
            control: polygonOf(zones, 'control'),
            displacement: polygonOf(zones, 'displacement'),
            displacementControl: polygonOf(zones, 'displacementControl'),
            always: withProposals,
          },
          span,
        )
      : null
  const { polygons, origins } = zonesOf(measure, ground, proposal)
  const plan: EvaluationPlan = {
    id,
    kind,
    typeIds,
    start,
    zones: polygons,
    periods,
    chosenForPeak,
    breaks,
    others: otherMeasures(measure, measures, setting),
  }
  // What is proposed here and now shares no ground with anything; what is settled, were it once proposed, is clipped to see.
  const own = (zone: Zone) => !zones[zone]
  const figures = evaluatePlan(index, plan, span, new Found(), (a, b) => own(a) && own(b))
  const { projection } = index.engine
  const degrees = { crs: projection.crs, forward: projection.inverse, inverse: projection.forward }
  const zonesLonLat = Object.fromEntries(
    Object.entries(polygons).map(([zone, polygon]) => [zone, projectCoordinates(polygon, degrees)]),
  ) as Partial<Record<Zone, MultiPolygon>>
  return {
    id,
    cannot: null,
    plan,
    figures,
    proposal: withProposals ? proposal : null,
    periods: proposed,
    runInDays,
    ringMetres: ground.ringMetres,
    origins,
    zonesLonLat,
  }
}

function polygonOf(zones: MeasureOutline['zones'], zone: Zone): MultiPolygon | null | undefined {
  const settled = zones[zone]
  return settled ? settled.polygon : settled
}

/** Settled zones first; the rest as proposed, as far as there is something to propose. */
function zonesOf(
  { zones }: MeasureOutline,
  { target, outer }: MeasureGround,
  proposal: Proposal | null,
): { polygons: EvaluationPlan['zones']; origins: Partial<Record<Zone, ZoneOrigin>> } {
  const best = proposal?.controls[0]
  const proposed: Record<Zone, [MultiPolygon | null | undefined, ZoneOrigin]> = {
    target: [target, 'measure'],
    control: [best?.comparable ? best.polygon : null, 'proposed'],
    displacement: [proposal?.displacement ?? ringZone(target, outer), 'ring'],
    displacementControl: [proposal?.displacementControl, 'proposed'],
  }
  const polygons: EvaluationPlan['zones'] = { target }
  const origins: Partial<Record<Zone, ZoneOrigin>> = {}
  for (const zone of ZONES) {
    const settled = zones[zone]
    const [polygon, origin] = settled
      ? [settled.polygon, settled.origin]
      : settled === null
        ? [null, null]
        : proposed[zone]
    if (!polygon || !origin) continue
    polygons[zone] = polygon
    origins[zone] = origin
  }
  return { polygons, origins }
}

/** Judges plans in which everything is settled. */
export async function evaluatePlans(
  engine: AnalysisEngine,
  { plans }: EffectJobs['evaluate']['request'],
  context: JobContext,
): Promise<EvaluationFigures[]> {
  return runSteps(evaluateSteps(engine, plans), context, 'evaluate')
}

/** {@link evaluatePlans} in pieces. */
export function* evaluateSteps(
  engine: AnalysisEngine,
  plans: readonly EvaluationPlan[],
): Steps<EvaluationFigures[]> {
  const { span } = engine.summary
  if (!span) throw Object.assign(new Error('No incident has a date'), { code: 'no-dates' })
  const index = effectIndex(engine)
  const found = new Found()
  const figures: EvaluationFigures[] = []
  for (const [i, plan] of plans.entries()) {
    figures.push(evaluatePlan(index, plan, span, found))
    yield (i + 1) / plans.length
  }
  return figures
}

/** Ring and controls for one target. */
export async function proposeZones(
  engine: AnalysisEngine,
  request: ProposalRequest,
  context: JobContext,
): Promise<Proposal> {
  const { span } = engine.summary
  if (!span) throw Object.assign(new Error('No incident has a date'), { code: 'no-dates' })
  const buffer = await loadBuffer()
  const { target, others } = request
  const ringMetres = request.ringMetres ?? usualRing(target)
  const outer = widened(target, ringMetres, buffer)
  const around = others.map(({ zone }) => widened(zone, usualRing(zone), buffer))
  const keepOut = new KeepOut([outer, ...around])
  const search = { ...request, ringMetres, outer, keepOut, breaks: [] }
  return runSteps(proposeZonesSteps(effectIndex(engine), search, span), context, 'propose')
}
