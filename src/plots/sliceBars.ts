import { max, scaleBand, scaleLinear } from 'd3'

export interface SliceBar {
  x: number
  y: number
  width: number
  height: number
  /** More than chance in the slice. */
  hot: boolean
}

/** Bars by slice of time from a common foot; a count above none is at least a pixel high. */
export function sliceBars(
  counts: ArrayLike<number>,
  hot: ArrayLike<number>,
  { width, height }: { width: number; height: number },
): SliceBar[] {
  const slices = Array.from({ length: counts.length }, (_, k) => k)
  const x = scaleBand(slices, [0, width]).paddingInner(slices.length > 60 ? 0 : 0.15)
  const y = scaleLinear([0, max(Array.from(counts)) || 1], [0, height])
  return slices.map((k) => {
    const bar = counts[k] > 0 ? Math.max(1, y(counts[k])) : 0
    return { x: x(k) ?? 0, y: height - bar, width: x.bandwidth(), height: bar, hot: hot[k] === 1 }
  })
}
