import { kernelDensitySteps, type DensityResult, type GridSpec, type Points } from '../../analysis/index.ts'
import type { JobContext } from '../jobs.ts'
import { runSteps } from '../runSteps.ts'

/** A surface of a comparison of two, and where there is enough to compare. */
export interface ComparedSurface {
  grid: GridSpec
  /** At cell centres; 0 = no difference. */
  values: Float32Array
  /** Σ (1 − d²/h²)² of both sides over {@link FEWEST_UNDER_KERNEL}: from 1 on the surface is drawn. */
  support: Float32Array
}

/**
 * Where less than this lies under the kernel, Σ (1 − d²/h²)² of both sides together, nothing is drawn. An incident counts 1 at most, so that at
 * least as many lie within the bandwidth (methods.md, Disclosure: k = 5).
 */
export const FEWEST_UNDER_KERNEL = 5

/** Exact quartic densities of two sets of points on one grid. */
export async function surfacePair(
  first: Points,
  second: Points,
  grid: GridSpec,
  bandwidth: number,
  context: JobContext,
  to: number,
): Promise<[DensityResult, DensityResult]> {
  const options = { kernel: 'quartic', bandwidth } as const
  const a = await runSteps(kernelDensitySteps(first, grid, options), context, 'density', { to: to / 2 })
  const b = await runSteps(kernelDensitySteps(second, grid, options), context, 'density', {
    from: to / 2,
    to,
  })
  return [a, b]
}

/** Two densities, per km² and unscaled, as what lies under the kernel. */
export function supportOf(first: DensityResult, second: DensityResult): Float32Array {
  const perIncident = loneIncident(first.bandwidth)
  return Float32Array.from(
    first.values,
    (value, i) => (value + second.values[i]) / perIncident / FEWEST_UNDER_KERNEL,
  )
}

/** Density that one incident reaches at its own place, per km²: the quartic's peak 3/(πh²). */
export function loneIncident(bandwidth: number): number {
  return 3e6 / (Math.PI * bandwidth ** 2)
}
