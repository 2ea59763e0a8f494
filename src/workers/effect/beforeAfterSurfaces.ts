import { binnedDensity, gridFor, type DensityResult } from '../../analysis/index.ts'
import { surfacePair, loneIncident } from '../depth/surfacePair.ts'
import type { AnalysisEngine } from '../engine/analysisEngine.ts'
import { surfaceCell } from '../engine/extent.ts'
import type { JobContext } from '../jobs.ts'
import type { BeforeAfterJobs, BeforeAfterSurfaces } from './beforeAfterMessages.ts'
import { bothSides } from './beforeAfterPoints.ts'

/** The densities before and after on one grid, per km² and year; null where a period has no length or nothing has a position. */
export async function beforeAfterSurfaces(
  engine: AnalysisEngine,
  request: BeforeAfterJobs['beforeAfter']['request'],
  context: JobContext,
): Promise<BeforeAfterSurfaces | null> {
  const { extent } = engine.summary
  const { before, after, counts } = bothSides(engine, request)
  const { yearsBefore, yearsAfter } = counts
  if (!extent || !(yearsBefore > 0) || !(yearsAfter > 0)) return null
  const { bandwidth, exact } = request
  const grid = gridFor(extent, surfaceCell(bandwidth, extent), bandwidth)
  const options = { kernel: 'quartic', bandwidth } as const
  const [first, second] = exact
    ? await surfacePair(before, after, grid, bandwidth, context, 1)
    : [binnedDensity(before, grid, options), binnedDensity(after, grid, options)]
  const beforeValues = perYear(first, yearsBefore)
  const afterValues = perYear(second, yearsAfter)
  return {
    ...counts,
    exact,
    bandwidth,
    grid,
    beforeValues,
    afterValues,
    max: Math.max(largest(beforeValues), largest(afterValues)),
    loneIncident: loneIncident(bandwidth) / Math.min(yearsBefore, yearsAfter),
  }
}

function perYear({ values }: DensityResult, years: number): Float32Array {
  return Float32Array.from(values, (value) => value / years)
}

function largest(values: Float32Array): number {
  return values.reduce((most, value) => Math.max(most, value), 0)
}
