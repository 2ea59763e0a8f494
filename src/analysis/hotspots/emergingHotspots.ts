import { mannKendall } from '../chance/mannKendall.ts'
import { invalid, requireLevel, requirePositive, requireSameLength } from '../argument.ts'

export const EMERGING_CLASSES = [
  'new',
  'consecutive',
  'intensifying',
  'persistent',
  'diminishing',
  'sporadic',
  'oscillating',
  'historical',
  'none',
] as const
export type EmergingClass = (typeof EMERGING_CLASSES)[number]

/** Share of slices from which a place counts as hot throughout. */
const MOSTLY = 0.9

export interface EmergingOptions {
  /** A slice is hot at z ≥ this and cold at z ≤ −this; 1.96 unless said: 95 %, of one test. */
  zLimit?: number
  /** Level of the trend's two-sided test; 0.05 unless said. */
  level?: number
  /**
   * p-values adjusted for many tests, shaped as `zBySlice`: a slice is then hot (cold) where z is above (below) 0 and q < `qLimit`, as Esri does with
   * FDR, and `zLimit` is not used.
   */
  qBySlice?: readonly ArrayLike<number>[]
  /** 0.05 unless said. */
  qLimit?: number
}

export interface EmergingHotspots {
  classes: EmergingClass[]
  /** Mann-Kendall z and two-sided p of each place's series; NaN outside the study area. */
  trendZ: Float64Array
  trendPValue: Float64Array
  slices: number
  /** Whose classes: Esri's eight of hot spots. */
  classification: 'esri'
  /** What made a slice hot. */
  hotBy: 'z' | 'q'
}

/**
 * How hotspots come and go: **Esri's eight classes of hot spots** (ArcGIS Pro, "How Emerging Hot Spot Analysis works", its present
 * wording), by place, from Gi* z of each time slice, in Esri's order: the first that fits.
 * - `new`: hot in the last slice and never before
 * - `consecutive`: one unbroken run of two or more hot slices up to the last, never hot before it, hot in less than 90 % of all
 * - `intensifying`: hot in 90 % or more, the last one too, and z rises significantly (Mann-Kendall)
 * - `persistent`: hot in 90 % or more, and no significant trend
 * - `diminishing`: hot in 90 % or more, the last one too, and z falls significantly
 * - `sporadic`: hot in the last slice and on and off before, in less than 90 %, never cold
 * - `oscillating`: hot in the last slice, in less than 90 %, and cold at some time before
 * - `historical`: not hot in the last slice, but in 90 % or more of all
 * - `none`: none of these; also a place that has no z in some slice (NaN: outside the study area)
 *
 * What differs from Esri: only hot classes (Esri has as many cold ones); each slice has its own Gi* (Esri's neighbourhood reaches back in time);
 * hot is z ≥ 1.96 unless q-values are given (Esri: FDR); two slices suffice here, ten in Esri. A place that was hot in 90 % but not in the last
 * slice, without a trend, fits both Esri's words for `persistent` and for `historical`: here it is historical.
 * An older wording, which the R package sfdep follows, lets a place be sporadic that is not hot in the last slice; here it is none.
 * With fewer than some ten slices a trend is hardly ever significant and 90 % means all of them.
 * @param zBySlice one array of z a slice, in order of time, all of the same cells; finite or NaN
 * @returns one class, trend z and trend p per cell
 * @throws RangeError for fewer than two slices, slices of unequal length, an infinite z, limits that are none, or q-values of another shape
 */
export function emergingHotspots(
  zBySlice: readonly ArrayLike<number>[],
  options: EmergingOptions = {},
): EmergingHotspots {
  const { zLimit = 1.96, level = 0.05, qBySlice, qLimit = 0.05 } = options
  requirePositive('options.zLimit', zLimit)
  requireLevel('options.level', level)
  requireLevel('options.qLimit', qLimit)
  if (zBySlice.length < 2) throw invalid('zBySlice.length', zBySlice.length, '2 slices or more')
  zBySlice.forEach((z, t) => requireSameLength(`zBySlice[${t}]`, z, 'zBySlice[0]', zBySlice[0]!))
  if (qBySlice) {
    requireSameLength('options.qBySlice', qBySlice, 'zBySlice', zBySlice)
    qBySlice.forEach((q, t) => requireSameLength(`options.qBySlice[${t}]`, q, 'zBySlice[0]', zBySlice[0]!))
  }
  const cells = zBySlice[0]!.length
  const trendZ = new Float64Array(cells).fill(NaN)
  const trendPValue = new Float64Array(cells).fill(NaN)
  /** 1 hot, −1 cold, 0 neither. */
  const stateOf = (z: number, t: number, cell: number) => {
    const significant = qBySlice ? qBySlice[t]![cell]! < qLimit : Math.abs(z) >= zLimit
    return significant ? Math.sign(z) : 0
  }
  const classes = Array.from({ length: cells }, (_, cell): EmergingClass => {
    const series = zBySlice.map((z) => z[cell]!)
    if (series.some(Number.isNaN)) return 'none'
    const trend = mannKendall(series)
    trendZ[cell] = trend.z
    trendPValue[cell] = trend.pValue
    const states = series.map((z, t) => stateOf(z, t, cell))
    return classify(states, trend.pValue < level ? Math.sign(trend.z) : 0)
  })
  return {
    classes,
    trendZ,
    trendPValue,
    slices: zBySlice.length,
    classification: 'esri',
    hotBy: qBySlice ? 'q' : 'z',
  }
}

function classify(states: readonly number[], trend: number): EmergingClass {
  const slices = states.length
  const times = states.filter((state) => state > 0).length
  const hotNow = states[slices - 1]! > 0
  if (times >= MOSTLY * slices) {
    if (!hotNow) return 'historical'
    return trend > 0 ? 'intensifying' : trend < 0 ? 'diminishing' : 'persistent'
  }
  if (!hotNow) return 'none'
  if (times === 1) return 'new'
  if (states.slice(-times).every((state) => state > 0)) return 'consecutive'
  return states.some((state) => state < 0) ? 'oscillating' : 'sporadic'
}
