/** Kernels are cut off no nearer than this many σ in either axis, where exp(−x²/2σ²) is 6·10⁻¹³. */
export const GAUSSIAN_CUT = 7.5
