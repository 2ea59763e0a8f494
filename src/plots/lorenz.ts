/** A point of a concentration curve: share of units, fullest first, and the share of incidents that they hold. */
export type CurvePoint = readonly [units: number, incidents: number]

/**
 * The concentration curve of counts that stand fullest first, from (0, 0) to (1, 1); thinned to at most about `most` points, of
 * which each lies on the whole curve. Empty where there is nothing to hold.
 */
export function lorenzCurve(counts: ArrayLike<number>, most = 400): CurvePoint[] {
  const units = counts.length
  let total = 0
  for (let i = 0; i < units; i++) total += counts[i]
  if (!(total > 0)) return []
  const points: CurvePoint[] = [[0, 0]]
  let held = 0
  for (let i = 0; i < units; i++) {
    held += counts[i]
    const [lastUnits, lastHeld] = points[points.length - 1]
    const next: CurvePoint = [(i + 1) / units, i === units - 1 ? 1 : held / total]
    // Steps are taken in either share, so that a steep beginning keeps its form.
    if (i === units - 1 || next[0] - lastUnits >= 2 / most || next[1] - lastHeld >= 2 / most)
      points.push(next)
  }
  return points
}

/** The curve's height at a share of units, straight between its points. */
export function heldAt(curve: readonly CurvePoint[], units: number): number {
  for (let i = 1; i < curve.length; i++) {
    const [x1, y1] = curve[i]
    if (units > x1) continue
    const [x0, y0] = curve[i - 1]
    return x1 > x0 ? y0 + ((y1 - y0) * (units - x0)) / (x1 - x0) : y1
  }
  return curve.length > 0 ? 1 : 0
}

export interface MarkLabel {
  x: number
  y: number
  anchor: 'start' | 'end'
}

/**
 * Where the words of a mark on the curve stand: below it on its right, where the curve is not, or on its left where the plot ends; each at least a
 * line's height from the one above.
 * @param marks px, from the lowest up; @param widths px of their words; @param right px where the plot ends
 */
export function markLabels(
  marks: readonly { x: number; y: number }[],
  widths: readonly number[],
  right: number,
  line = 16,
): MarkLabel[] {
  const labels: MarkLabel[] = []
  let above = Infinity
  marks.forEach(({ x, y }, i) => {
    const fits = x + 10 + widths[i] <= right
    const wanted = fits ? y + 11 : y - 8
    const at = Math.min(wanted, above - line)
    above = at
    labels.push(fits ? { x: x + 10, y: at, anchor: 'start' } : { x: x - 8, y: at, anchor: 'end' })
  })
  return labels
}
