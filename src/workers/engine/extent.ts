import type { Extent } from '../../analysis/index.ts'

/** Share of the points at each end of an axis that may lie far off without stretching the surface. */
const TAIL = 0.005

/** Sample size from which quantiles are read. */
const SAMPLE = 50_000

/**
 * The box that the density surface covers. A few stray points far away do not stretch it: they are counted and said, not
 * drawn. Null where nothing has a position.
 */
export function surfaceExtent(x: Float64Array, y: Float64Array): Extent | null {
  const horizontal = axisRange(x)
  const vertical = axisRange(y)
  if (!horizontal || !vertical) return null
  return { minX: horizontal[0], maxX: horizontal[1], minY: vertical[0], maxY: vertical[1] }
}

function axisRange(values: Float64Array): [number, number] | null {
  let min = Infinity
  let max = -Infinity
  const sample: number[] = []
  const step = Math.max(1, Math.floor(values.length / SAMPLE))
  for (let i = 0; i < values.length; i++) {
    const value = values[i]
    if (Number.isNaN(value)) continue
    if (value < min) min = value
    if (value > max) max = value
    if (i % step === 0) sample.push(value)
  }
  if (min > max) return null
  if (sample.length < 100) return [min, max]
  const sorted = Float64Array.from(sample).sort()
  const low = sorted[Math.floor(TAIL * (sorted.length - 1))]
  const high = sorted[Math.ceil((1 - TAIL) * (sorted.length - 1))]
  const slack = (high - low) * 0.5
  return [Math.max(min, low - slack), Math.min(max, high + slack)]
}

/** West, south, east, north of the middle nine tenths on each axis: where a map opens. */
export function denseBounds(lon: Float64Array, lat: Float64Array): [number, number, number, number] | null {
  const horizontal = middle(lon)
  const vertical = middle(lat)
  return horizontal && vertical ? [horizontal[0], vertical[0], horizontal[1], vertical[1]] : null
}

function middle(values: Float64Array): [number, number] | null {
  const placed = values.filter((value) => !Number.isNaN(value))
  const step = Math.max(1, Math.floor(placed.length / SAMPLE))
  const sample = placed.filter((_, i) => i % step === 0).sort()
  if (sample.length === 0) return null
  return [sample[Math.floor(0.05 * (sample.length - 1))], sample[Math.ceil(0.95 * (sample.length - 1))]]
}

/**
 * A street-scale radius: 150 m for a town of some 4.5 km, growing with the square root of the extent, in steps of 50 m,
 * bounded by 100 and 1 000 m.
 */
export function defaultBandwidth(extent: Extent | null): number {
  if (!extent) return 150
  const side = Math.sqrt(Math.max(1, extent.maxX - extent.minX) * Math.max(1, extent.maxY - extent.minY))
  const raw = 150 * Math.sqrt(side / 4_500)
  return Math.min(1_000, Math.max(100, Math.round(raw / 50) * 50))
}

/** Most cells that a surface on the screen may have. */
const SCREEN_CELLS = 3_000_000

/** Cell size in metres: a fifth of the bandwidth, at least 10 m, coarser only where the extent would need too many cells. */
export function surfaceCell(bandwidth: number, extent: Extent): number {
  const surface = (extent.maxX - extent.minX + 2 * bandwidth) * (extent.maxY - extent.minY + 2 * bandwidth)
  const fine = Math.max(10, bandwidth / 5)
  const affordable = Math.sqrt(surface / SCREEN_CELLS)
  return affordable > fine ? Math.ceil(affordable / 10) * 10 : fine
}
