/** The three heights of the phone's sheet. */
export type SheetStop = 'low' | 'middle' | 'high'

export const SHEET_STOPS: readonly SheetStop[] = ['low', 'middle', 'high']

/** Height in px of each stop in a room of `available` px: the handle and a line, a good half, and all of it. */
export function stopHeights(available: number): Record<SheetStop, number> {
  const low = Math.min(available, 104)
  return { low, middle: Math.max(low, Math.round(available * 0.56)), high: available }
}

/** Speed, px/ms, from which a flick goes one stop in its direction. */
const FLICK = 0.5

/**
 * Stop at which a dragged sheet comes to rest: the nearest, or the next one in the direction of a flick.
 * @param height px where it was let go
 * @param velocity px/ms, positive upwards
 */
export function restingStop(height: number, velocity: number, heights: Record<SheetStop, number>): SheetStop {
  if (velocity > FLICK) return SHEET_STOPS.find((stop) => heights[stop] > height) ?? 'high'
  if (velocity < -FLICK) return SHEET_STOPS.findLast((stop) => heights[stop] < height) ?? 'low'
  return SHEET_STOPS.reduce((best, stop) =>
    Math.abs(heights[stop] - height) < Math.abs(heights[best] - height) ? stop : best,
  )
}
