import { lengthInDays, type Period } from '../../domain/period.ts'
import type { MultiPolygon } from '../../domain/grid.ts'
import type { Steps } from '../../analysis/index.ts'
import { DaysBefore } from './controlFigures.ts'
import type { EffectIndex } from './effectIndex.ts'
import type { Proposal, ProposalRequest } from './effectMessages.ts'
import { recordStart } from './evaluatePlan.ts'
import { monthsRound } from './evaluationMonths.ts'
import type { KeepOut } from './keepOut.ts'
import { proposeControls, type ControlSearch } from './proposeControls.ts'
import { studyGround } from './studyGround.ts'
import { ringZone } from './zones.ts'

/** A control of the target's shape may be so much larger than the target. */
const TARGET_SCALES = [1, 2, 3]

/** What is asked for, with the ground that is worked out already. */
export interface ProposalSearch extends Pick<ProposalRequest, 'kind' | 'typeIds' | 'periods' | 'start'> {
  target: MultiPolygon
  ringMetres: number
  outer: MultiPolygon
  keepOut: KeepOut
  /** Days from which incidents were classed or reported otherwise. */
  breaks: readonly { kind: 'category' | 'reporting'; day: number }[]
  /** A control that is settled: none is looked for, and the ring's lies clear of it. null = none is used. */
  control?: MultiPolygon | null
  /** A ring that is settled; null = none is used. */
  displacement?: MultiPolygon | null
  /** A control of the ring that is settled: none is looked for, and the target's lies clear of it. null = none is used. */
  displacementControl?: MultiPolygon | null
  /** Whether candidates are wanted even where the control is settled. */
  always?: boolean
}

/** Ring, candidates for the control, best first, and a control of the ring. */
export function* proposeZonesSteps(
  index: EffectIndex,
  search: ProposalSearch,
  span: Period,
): Steps<Proposal> {
  const { kind, typeIds, periods, start, target, outer, ringMetres, keepOut, breaks } = search
  const record = { from: recordStart({ breaks, periods, start }, span), to: start }
  const total = (windows: readonly Period[]) => windows.reduce((sum, window) => sum + lengthInDays(window), 0)
  const shared: Omit<ControlSearch, 'like' | 'taken' | 'scales' | 'withAreas'> = {
    index,
    kind,
    points: index.typed(kind, typeIds),
    days: new DaysBefore(record, periods.before, monthsRound(start, span)),
    lengths: { before: total(periods.before), after: total(periods.after) },
    ground: studyGround(index.engine),
    keepOut,
  }
  const displacement = search.displacement ?? ringZone(target, outer)
  const wanted = search.control === undefined || search.always
  const taken = [target, displacement, ...(search.displacementControl ? [search.displacementControl] : [])]
  const controls = wanted
    ? yield* proposeControls({ ...shared, like: target, taken, scales: TARGET_SCALES, withAreas: true })
    : []
  const best = controls[0]?.comparable ? controls[0].polygon : null
  const control = search.control === undefined ? best : search.control
  if (!control || search.displacement === null || search.displacementControl !== undefined)
    return { ringMetres, displacement, controls, displacementControl: null }
  const rings = yield* proposeControls({
    ...shared,
    like: displacement,
    taken: [target, displacement, control],
    scales: [1],
    withAreas: false,
  })
  const ringControl = rings[0]?.comparable ? rings[0].polygon : null
  return { ringMetres, displacement, controls, displacementControl: ringControl }
}
