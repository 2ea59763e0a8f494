import { mannKendall } from '../chance/mannKendall.ts'
import { invalid, requireLevel, requirePositive, requireSameLength } from '../argument.ts'

export type EmergingClass =
  | 'new'
  | 'consecutive'
  | 'intensifying'
  | 'persistent'
  | 'diminishing'
  | 'sporadic'
  | 'oscillating'
  | 'historical'
  | 'none'

/** Share of slices from which a place counts as hot throughout. */
const MOSTLY = 0.9

/**
 * How hotspots come and go: Esri's eight classes of **hot** spots (ArcGIS, Emerging Hot Spot Analysis), by place, from Gi* z of each
 * time slice. A slice is hot at z ≥ zLimit, cold at z ≤ −zLimit.
 * - hot in 90 % of the slices or more: `intensifying` or `diminishing` where the last one is hot and the Mann-Kendall trend of z is
 *   significant, `persistent` where it is not; `historical` where the last slice is not hot
 * - else, only where the last slice is hot: `new` (never before), `consecutive` (one unbroken run of two or more up to the end),
 *   `oscillating` (cold at some time), `sporadic`
 * Where a z is NaN (outside the study area) the class is `none`.
 * @param zBySlice one array of z a slice, in order of time, all of the same cells
 * @param options.zLimit 1.96 unless said; options.level of the trend's test, 0.05 unless said
 */
export function emergingHotspots(
  zBySlice: readonly ArrayLike<number>[],
  options: { zLimit?: number; level?: number } = {},
): { classes: EmergingClass[]; trendZ: Float64Array; trendPValue: Float64Array; slices: number } {
  const { zLimit = 1.96, level = 0.05 } = options
  requirePositive('options.zLimit', zLimit)
  requireLevel('options.level', level)
  if (zBySlice.length < 2) throw invalid('zBySlice.length', zBySlice.length, '2 slices or more')
  zBySlice.forEach((z, t) => requireSameLength(`zBySlice[${t}]`, z, 'zBySlice[0]', zBySlice[0]!))
  const cells = zBySlice[0]!.length
  const trendZ = new Float64Array(cells).fill(NaN)
  const trendPValue = new Float64Array(cells).fill(NaN)
  const classes = Array.from({ length: cells }, (_, cell): EmergingClass => {
    const series = zBySlice.map((z) => z[cell]!)
    if (series.some(Number.isNaN)) return 'none'
    const trend = mannKendall(series)
    trendZ[cell] = trend.z
    trendPValue[cell] = trend.pValue
    return classify(series, zLimit, trend.pValue < level ? Math.sign(trend.z) : 0)
  })
  return { classes, trendZ, trendPValue, slices: zBySlice.length }
}

function classify(series: readonly number[], zLimit: number, trend: number): EmergingClass {
  const hot = series.map((z) => z >= zLimit)
  const times = hot.filter(Boolean).length
  const hotNow = hot[hot.length - 1]!
  if (times >= MOSTLY * series.length) {
    if (!hotNow) return 'historical'
    return trend > 0 ? 'intensifying' : trend < 0 ? 'diminishing' : 'persistent'
  }
  if (!hotNow) return 'none'
  if (times === 1) return 'new'
  if (hot.lastIndexOf(false) === series.length - 1 - times) return 'consecutive'
  return series.some((z) => z <= -zLimit) ? 'oscillating' : 'sporadic'
}
