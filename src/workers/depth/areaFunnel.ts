import type { Period } from '../../domain/period.ts'
import type { AnalysisEngine } from '../engine/analysisEngine.ts'
import { NOW } from '../engine/placedPoints.ts'
import type { DepthQuestion } from './depthMethods.ts'

/** The limits are fixed: there is nothing to choose. */
export type AreaFunnelSettings = Record<string, never>

export interface AreaFunnelResult {
  /** Incidents by area, in the areas' order (Σ weights where hours are shared out). */
  counts: Float64Array
  /** In no area, or without a position. */
  outside: number
  period: Period | null
}

/** Counts by area of what the filters leave, but for the place filter. Who lives there is known to the page, not here. */
export function computeAreaFunnel(
  engine: AnalysisEngine,
  { selection }: DepthQuestion<AreaFunnelSettings>,
): AreaFunnelResult {
  const { period } = engine.apply(selection)
  const { flags, areaOf, hourWeights, areas } = engine
  const counts = new Float64Array(areas.length)
  let outside = 0
  flags.failed.forEach((failed, i) => {
    if (failed & NOW) return
    const weight = hourWeights ? hourWeights[i] : 1
    const area = areaOf ? areaOf[i] : -1
    if (area < 0) outside += weight
    else counts[area] += weight
  })
  return { counts, outside, period }
}
