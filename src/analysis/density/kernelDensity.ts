import type { GridSpec, MultiPolygon } from '../../domain/grid.ts'
import { requirePositive } from '../argument.ts'
import { requireGrid } from '../grid.ts'
import { requirePoints, type Points } from '../points.ts'
import { finish, part, type Steps } from '../steps.ts'
import { massInsideSteps } from './massInside.ts'
import { gaussianSums } from './gaussianSums.ts'
import { kernelPeak, requireKernel, SQUARE_METRES_PER_KM2, type Kernel } from './kernel.ts'
import { quarticSums } from './quarticSums.ts'
import { requireStudyArea } from './requireStudyArea.ts'

export interface DensityResult {
  /** Incidents per km² at the cell centres, index = row × columns + column, row 0 south. */
  values: Float64Array
  grid: GridSpec
  kernel: Kernel
  /** Metres: the radius of the quartic, σ of the gaussian. */
  bandwidth: number
  /** Points that were used. */
  n: number
  /** Points without a finite position or weight; with edge correction also those outside the study area. */
  dropped: number
  unit: 'per km²'
}

export interface DensityOptions {
  kernel: Kernel
  /** Metres: the radius of the quartic, σ of the gaussian. */
  bandwidth: number
  edgeCorrection?: { studyArea: MultiPolygon }
}

/**
 * Kernel density in incidents per km² at each cell centre: 10⁶ · Σ wᵢ K(dᵢ).
 * quartic: K = 3/(πh²) · (1 − d²/h²)² for d < h, exact to rounding. gaussian: K = exp(−d²/2σ²)/(2πσ²), to 10⁻¹² of the peak (cut off no nearer than 7.5 σ).
 * @param options.edgeCorrection divides each point's kernel by its mass inside the study area (Diggle 1985), so that mass is
 *   kept; points outside the area are dropped
 * Without a point in reach every value is 0; one point gives its kernel, coincident points give it as many times.
 * @throws RangeError for columns of points that differ in length, a weight below 0, a grid, kernel, bandwidth or study area that
 *   is none, or, before anything is allocated, a grid with more than MAX_CELLS cells or a bandwidth that reaches over more than four times as many
 */
export function kernelDensity(points: Points, grid: GridSpec, options: DensityOptions): DensityResult {
  return finish(kernelDensitySteps(points, grid, options))
}

/** {@link kernelDensity} in pieces; the points must not change until it has ended. Bad input is refused before the first piece. */
export function kernelDensitySteps(
  points: Points,
  grid: GridSpec,
  options: DensityOptions,
): Steps<DensityResult> {
  requirePoints(points)
  requireGrid(grid)
  requireKernel(options.kernel)
  requirePositive('options.bandwidth', options.bandwidth)
  if (options.edgeCorrection)
    requireStudyArea('options.edgeCorrection.studyArea', options.edgeCorrection.studyArea)
  return densitySteps(points, grid, options)
}

function* densitySteps(points: Points, grid: GridSpec, options: DensityOptions): Steps<DensityResult> {
  const { kernel, bandwidth, edgeCorrection } = options
  const used = edgeCorrection
    ? yield* part(corrected(points, edgeCorrection.studyArea, kernel, bandwidth), 0, 0.5)
    : points
  const summing =
    kernel === 'quartic' ? quarticSums(used, grid, bandwidth) : gaussianSums(used, grid, bandwidth)
  const sums = yield* edgeCorrection ? part(summing, 0.5, 1) : summing
  const scale = SQUARE_METRES_PER_KM2 * kernelPeak(kernel, bandwidth)
  for (let i = 0; i < sums.values.length; i++) sums.values[i]! *= scale
  return { ...sums, grid, kernel, bandwidth, unit: 'per km²' }
}

/** The points with weights divided by their mass inside; NaN, hence dropped, outside the area. */
function* corrected(
  points: Points,
  studyArea: MultiPolygon,
  kernel: Kernel,
  bandwidth: number,
): Steps<Points> {
  const weight = yield* massInsideSteps(points, studyArea, kernel, bandwidth)
  for (let i = 0; i < weight.length; i++) weight[i] = (points.weight ? points.weight[i]! : 1) / weight[i]!
  return { x: points.x, y: points.y, weight }
}
