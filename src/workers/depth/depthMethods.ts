import type { Selection } from '../../domain/selection.ts'
import type { JobContext } from '../jobs.ts'
import type { AnalysisEngine } from '../engine/analysisEngine.ts'
import {
  computeConcentration,
  type ConcentrationResult,
  type ConcentrationSettings,
} from './concentration.ts'

/** The deepening analyses, in the order of the panel. */
export const DEPTH_METHODS = ['concentration'] as const
export type DepthMethod = (typeof DEPTH_METHODS)[number]

/** What each is set to and answers with. */
export interface DepthMap {
  concentration: { settings: ConcentrationSettings; result: ConcentrationResult }
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
}

export type DepthSettings = { [M in DepthMethod]: DepthMap[M]['settings'] }

/** What each is set to until a person changes it; null stands for "as the data suggest". */
export const DEFAULT_DEPTH_SETTINGS: Readonly<DepthSettings> = {
  concentration: { unit: 'cells' },
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
