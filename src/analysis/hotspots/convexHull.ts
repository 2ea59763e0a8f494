import { isPlaced, requirePoints, type Points } from '../points.ts'

/**
 * Corners of the convex hull, counter-clockwise, without collinear ones (Andrew's monotone chain, 1979); two for
 * points on one line, one for coincident ones, none without a placed point. Time grows as n, and n·log n of the few near the border.
 * @param points metres; NaN is a point without a position
 * @throws RangeError for columns of unequal length
 */
export function convexHull(points: Points): [number, number][] {
  requirePoints(points)
  const corners = candidates(points).sort((a, b) => a[0] - b[0] || a[1] - b[1])
  const lower = chain(corners)
  const upper = chain(corners.reverse())
  const hull = [...lower.slice(0, -1), ...upper.slice(0, -1)]
  return hull.length > 0 ? hull : corners.slice(0, 1)
}

/** Points not strictly inside the octagon of the extreme points in eight directions (Akl & Toussaint 1978). */
function candidates(points: Points): [number, number][] {
  const { x, y } = points
  const octagon: number[] = []
  for (let d = 0; d < 8; d++) {
    const [dx, dy] = [Math.cos((d * Math.PI) / 4), Math.sin((d * Math.PI) / 4)]
    let best = -1
    let most = -Infinity
    for (let i = 0; i < x.length; i++) {
      const reach = x[i]! * dx + y[i]! * dy
      if (reach > most && isPlaced(points, i)) {
        most = reach
        best = i
      }
    }
    if (best >= 0) octagon.push(best)
  }
  const kept: [number, number][] = []
  for (let i = 0; i < x.length; i++) {
    if (!isPlaced(points, i)) continue
    const inside = octagon.every((from, d) => {
      const to = octagon[(d + 1) % octagon.length]!
      return (
        from === to || (x[to]! - x[from]!) * (y[i]! - y[from]!) - (y[to]! - y[from]!) * (x[i]! - x[from]!) > 0
      )
    })
    if (!inside || octagon.includes(i)) kept.push([x[i]!, y[i]!])
  }
  return kept
}

function chain(sorted: readonly [number, number][]): [number, number][] {
  const corners: [number, number][] = []
  for (const point of sorted) {
    while (
      corners.length >= 2 &&
      !turnsLeft(corners[corners.length - 2]!, corners[corners.length - 1]!, point)
    )
      corners.pop()
    corners.push(point)
  }
  return corners
}

function turnsLeft(a: [number, number], b: [number, number], c: [number, number]): boolean {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]) > 0
}
