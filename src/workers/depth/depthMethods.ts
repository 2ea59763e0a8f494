import type { Selection } from '../../domain/selection.ts'
import type { JobContext } from '../jobs.ts'
import type { AnalysisEngine } from '../engine/analysisEngine.ts'
import { computeClustering, type ClusteringResult, type ClusteringSettings } from './clustering.ts'
import {
  computeConcentration,
  type ConcentrationResult,
  type ConcentrationSettings,
} from './concentration.ts'
import { computeNearRepeat, type NearRepeatResult, type NearRepeatSettings } from './nearRepeat.ts'
import { computeRepeatPlaces, type RepeatPlacesResult, type RepeatPlacesSettings } from './repeatPlaces.ts'
import {
  computeDensityChange,
  type DensityChangeResult,
  type DensityChangeSettings,
} from './densityChange.ts'
import { computePatternShift, type PatternShiftResult, type PatternShiftSettings } from './patternShift.ts'
import { computeRelativeRisk, type RelativeRiskResult, type RelativeRiskSettings } from './relativeRisk.ts'
import { computeAreaFunnel, type AreaFunnelResult, type AreaFunnelSettings } from './areaFunnel.ts'
import { computeBackTest, type BackTestResult, type BackTestSettings } from './backTest.ts'
import { computeBandwidth, type BandwidthResult, type BandwidthSettings } from './bandwidth.ts'
import { computeCusum, type CusumResult, type CusumSettings } from './cusum.ts'
import { computeEmerging, type EmergingResult, type EmergingSettings } from './emerging.ts'

/** The deepening analyses, in the order of the panel. */
export const DEPTH_METHODS = [
  'concentration',
  'repeatPlaces',
  'nearRepeat',
  'clustering',
  'densityChange',
  'patternShift',
  'relativeRisk',
  'emerging',
  'areaFunnel',
  'cusum',
  'backTest',
  'bandwidth',
] as const
export type DepthMethod = (typeof DEPTH_METHODS)[number]

/** What each is set to and answers with. */
export interface DepthMap {
  concentration: { settings: ConcentrationSettings; result: ConcentrationResult }
  repeatPlaces: { settings: RepeatPlacesSettings; result: RepeatPlacesResult }
  nearRepeat: { settings: NearRepeatSettings; result: NearRepeatResult }
  clustering: { settings: ClusteringSettings; result: ClusteringResult }
  densityChange: { settings: DensityChangeSettings; result: DensityChangeResult }
  patternShift: { settings: PatternShiftSettings; result: PatternShiftResult }
  relativeRisk: { settings: RelativeRiskSettings; result: RelativeRiskResult }
  emerging: { settings: EmergingSettings; result: EmergingResult }
  areaFunnel: { settings: AreaFunnelSettings; result: AreaFunnelResult }
  cusum: { settings: CusumSettings; result: CusumResult }
  backTest: { settings: BackTestSettings; result: BackTestResult }
  bandwidth: { settings: BandwidthSettings; result: BandwidthResult }
}

export interface DepthQuestion<S> {
  selection: Selection
  /** Metres, of the density as it is shown. */
  bandwidth: number
  settings: S
}

/**
 * Computes one analysis. The engine's flags change with every other job: what is needed of them is copied before the
 * first breath.
 */
export type ComputeDepth<M extends DepthMethod> = (
  engine: AnalysisEngine,
  question: DepthQuestion<DepthMap[M]['settings']>,
  context: JobContext,
) => DepthMap[M]['result'] | Promise<DepthMap[M]['result']>

export const COMPUTE_DEPTH: { [M in DepthMethod]: ComputeDepth<M> } = {
  concentration: computeConcentration,
  repeatPlaces: computeRepeatPlaces,
  nearRepeat: computeNearRepeat,
  clustering: computeClustering,
  densityChange: computeDensityChange,
  patternShift: computePatternShift,
  relativeRisk: computeRelativeRisk,
  emerging: computeEmerging,
  areaFunnel: computeAreaFunnel,
  cusum: computeCusum,
  backTest: computeBackTest,
  bandwidth: computeBandwidth,
}

export type DepthSettings = { [M in DepthMethod]: DepthMap[M]['settings'] }

/** What each is set to until a person changes it; null stands for "as the data suggest". */
export const DEFAULT_DEPTH_SETTINGS: Readonly<DepthSettings> = {
  concentration: { unit: 'cells' },
  repeatPlaces: { sensitive: false, places: null, seed: 1 },
  nearRepeat: { distances: null, days: [7, 14, 28], metric: 'euclidean', permutations: 999, seed: 1 },
  clustering: { permutations: null, seed: 1 },
  densityChange: { widths: 2 },
  patternShift: { unit: 'cells' },
  relativeRisk: { cases: null, controls: null, widths: 2 },
  emerging: { unit: null },
  areaFunnel: {},
  cusum: { step: 'month', baseline: 'year', change: 1.25, falseAlarmYears: 10 },
  backTest: { step: 'month', history: null, share: 0.02 },
  bandwidth: { leave: null },
}

export type DepthRequest = {
  [M in DepthMethod]: { method: M } & DepthQuestion<DepthMap[M]['settings']>
}[DepthMethod]

export type DepthResponse = { [M in DepthMethod]: { method: M; result: DepthMap[M]['result'] } }[DepthMethod]

/** Answers a request with the method's own result. */
export async function computeDepth(
  engine: AnalysisEngine,
  request: DepthRequest,
  context: JobContext,
): Promise<DepthResponse> {
  const compute = COMPUTE_DEPTH[request.method] as ComputeDepth<DepthMethod>
  return { method: request.method, result: await compute(engine, request, context) } as DepthResponse
}
