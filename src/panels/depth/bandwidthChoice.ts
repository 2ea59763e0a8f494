import type { BandwidthResult } from '../../workers/depth/bandwidth.ts'

/** Log likelihood under the best one within which a candidate is as good: half the 95 % quantile of χ² with one degree. */
const AS_GOOD = 1.92
/** Bounds and step of the slider under the map's layers. */
const [NARROWEST, WIDEST, STEP] = [100, 1000, 10]

/** Narrowest and widest candidate that the data hardly tell from the best one. */
export function asGood({ candidates, best, used }: BandwidthResult, likelihood: Float64Array) {
  const good = Array.from(candidates).filter((_, k) => (likelihood[best] - likelihood[k]) * used <= AS_GOOD)
  return { from: Math.min(...good), to: Math.max(...good) }
}

/** The bandwidth as the slider can have it. */
export function onSlider(metres: number): { metres: number; clamped: boolean } {
  const bounded = Math.min(WIDEST, Math.max(NARROWEST, Math.round(metres / STEP) * STEP))
  return { metres: bounded, clamped: Math.abs(bounded - metres) > STEP }
}
