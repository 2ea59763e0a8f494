import { invalid } from '../argument.ts'

/** quartic (biweight): support of radius `bandwidth`; gaussian: `bandwidth` is σ. Equal spread: h = √8 · σ. */
export type Kernel = 'quartic' | 'gaussian'

/** Sums of a kernel over points, before the kernel's constant. */
export interface KernelSums {
  /** At cell centres, row-major from the south-west. */
  values: Float64Array
  /** Placed points. */
  n: number
  /** Points without a finite position and weight. */
  dropped: number
}

/** Kernel at its centre, per m². quartic 3/(πh²), gaussian 1/(2πσ²). */
export function kernelPeak(kernel: Kernel, bandwidth: number): number {
  return kernel === 'quartic'
    ? 3 / (Math.PI * bandwidth * bandwidth)
    : 1 / (2 * Math.PI * bandwidth * bandwidth)
}

/** @throws RangeError for a kernel of another name. */
export function requireKernel(kernel: string): void {
  if (kernel !== 'quartic' && kernel !== 'gaussian')
    throw invalid('options.kernel', kernel, `'quartic' or 'gaussian'`)
}

/** m² in a km². */
export const SQUARE_METRES_PER_KM2 = 1e6

/** h/σ = √8: a quartic of radius h spreads as widely as a gaussian of σ (both have the variance σ² an axis). */
export const QUARTIC_PER_SIGMA = Math.sqrt(8)
