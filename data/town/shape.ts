import * as turf from '@turf/turf'
import type { Feature, MultiPolygon, Polygon } from 'geojson'
import type { Point, Ring } from '../frame.ts'

/**
 * Plane geometry in local metres. Shapes are lists of polygons, each a list of rings (outer first), rings open
 * (last point not repeated). Overlay is turf's (polyclip), which works in the plane.
 */
export type Shape = Ring[][]

/** To the centimetre: the sweep line of the overlay stumbles over nearly coincident floats. */
const snap = ([x, y]: Point): Point => [Math.round(x * 100) / 100, Math.round(y * 100) / 100]
const close = (ring: Ring): Ring => [...ring, ring[0]!].map(snap)

function toFeature(shape: Shape): Feature<MultiPolygon> {
  return turf.multiPolygon(shape.map((polygon) => polygon.map(close)))
}

function fromFeature(feature: Feature<Polygon | MultiPolygon> | null): Shape {
  if (!feature) return []
  const polygons =
    feature.geometry.type === 'Polygon' ? [feature.geometry.coordinates] : feature.geometry.coordinates
  return polygons.map((polygon) => polygon.map((ring) => ring.slice(0, -1) as Ring))
}

const shifted = (shape: Shape, by: number): Shape =>
  by === 0
    ? shape
    : shape.map((rings) => rings.map((ring) => ring.map(([x, y]): Point => [x + by, y - 0.6 * by])))

/**
 * The overlay sometimes fails to close a ring where edges nearly coincide; the same shapes some centimetres apart do
 * not. Fixed steps, so that every run ends alike.
 */
function retried(overlay: (by: number) => Feature<Polygon | MultiPolygon> | null): Shape {
  for (let attempt = 0; ; attempt++) {
    try {
      return fromFeature(overlay(attempt * 0.03))
    } catch (error) {
      if (attempt === 8) throw error
    }
  }
}

export const polygon = (ring: Ring): Shape => [[ring]]

export function intersect(a: Shape, b: Shape): Shape {
  return retried((by) => turf.intersect(turf.featureCollection([toFeature(a), toFeature(shifted(b, by))])))
}

export function subtract(a: Shape, others: readonly Shape[]): Shape {
  let left = a
  for (const other of others) {
    if (left.length === 0) return left
    const from = left
    left = retried((by) =>
      turf.difference(turf.featureCollection([toFeature(from), toFeature(shifted(other, by))])),
    )
  }
  return left
}

export function unite(shapes: readonly Shape[]): Shape {
  if (shapes.length < 2) return shapes[0] ?? []
  return fromFeature(turf.union(turf.featureCollection(shapes.map(toFeature))))
}

/** Signed area of a ring, positive anticlockwise. */
export function ringArea(ring: Ring): number {
  let twice = 0
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++)
    twice += ring[j]![0] * ring[i]![1] - ring[i]![0] * ring[j]![1]
  return twice / 2
}

export function area(shape: Shape): number {
  let sum = 0
  for (const [outer, ...holes] of shape)
    sum += Math.abs(ringArea(outer!)) - holes.reduce((s, hole) => s + Math.abs(ringArea(hole)), 0)
  return sum
}

export type Box = [number, number, number, number]

export function boxOf(rings: readonly Ring[]): Box {
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity]
  for (const ring of rings)
    for (const [x, y] of ring) {
      box[0] = Math.min(box[0], x)
      box[1] = Math.min(box[1], y)
      box[2] = Math.max(box[2], x)
      box[3] = Math.max(box[3], y)
    }
  return box
}

const bounds = new WeakMap<Ring, Box>()

/** The ring's box, kept: rings do not change once made. */
function boundsOf(ring: Ring): Box {
  let box = bounds.get(ring)
  if (!box) bounds.set(ring, (box = boxOf([ring])))
  return box
}

export function inRing([x, y]: Point, ring: Ring): boolean {
  const [x0, y0, x1, y1] = boundsOf(ring)
  if (x < x0 || x > x1 || y < y0 || y > y1) return false
  let inside = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i]!
    const [xj, yj] = ring[j]!
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside
  }
  return inside
}

/** Even-odd over all rings: holes count as outside. */
export function contains(shape: Shape, point: Point): boolean {
  for (const rings of shape) {
    let inside = false
    for (const ring of rings) if (inRing(point, ring)) inside = !inside
    if (inside) return true
  }
  return false
}

export const boxesMeet = (a: Box, b: Box) => a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3]

/** Regular polygon with the vertices on the circle. */
export function circle([x, y]: Point, radius: number, sides = 64): Ring {
  return Array.from({ length: sides }, (_, i) => {
    const t = (2 * Math.PI * i) / sides
    return [x + radius * Math.cos(t), y + radius * Math.sin(t)] as Point
  })
}

/** Convex pieces that together cover the line's surroundings: a quad per segment, an octagon per inner vertex. */
export function corridor(line: readonly Point[], width: number): Ring[] {
  const half = width / 2
  const pieces: Ring[] = []
  for (let i = 1; i < line.length; i++) {
    const [ax, ay] = line[i - 1]!
    const [bx, by] = line[i]!
    const length = Math.hypot(bx - ax, by - ay)
    if (length < 0.01) continue
    const nx = (-(by - ay) / length) * half
    const ny = ((bx - ax) / length) * half
    pieces.push([
      [ax - nx, ay - ny],
      [bx - nx, by - ny],
      [bx + nx, by + ny],
      [ax + nx, ay + ny],
    ])
    if (i < line.length - 1) pieces.push(circle([bx, by], half, 8))
  }
  return pieces
}

/** Quads that together cover the line's surroundings, mitred at its bends so that the edge runs smoothly. */
export function ribbon(line: readonly Point[], width: number): Ring[] {
  const sides = line.map((at, i): [Point, Point] => {
    const unit = (a: Point, b: Point): Point => {
      const length = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1
      return [(b[0] - a[0]) / length, (b[1] - a[1]) / length]
    }
    const into = unit(line[Math.max(0, i - 1)]!, line[Math.max(1, i)]!)
    const out = unit(line[Math.min(line.length - 2, i)]!, line[Math.min(line.length - 1, i + 1)]!)
    const [nx, ny] = [-(into[1] + out[1]), into[0] + out[0]]
    const half = width / Math.max(1, nx * nx + ny * ny)
    return [
      [at[0] - nx * half, at[1] - ny * half],
      [at[0] + nx * half, at[1] + ny * half],
    ]
  })
  return sides.slice(1).map((side, i) => [sides[i]![0], side[0], side[1], sides[i]![1]])
}

/** Distance from a point to a polyline in metres. */
export function distanceToLine([x, y]: Point, line: readonly Point[]): number {
  let best = Infinity
  for (let i = 1; i < line.length; i++) {
    const [ax, ay] = line[i - 1]!
    const [bx, by] = line[i]!
    const dx = bx - ax
    const dy = by - ay
    const lengthSquared = dx * dx + dy * dy
    const t =
      lengthSquared === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / lengthSquared))
    best = Math.min(best, Math.hypot(x - ax - t * dx, y - ay - t * dy))
  }
  return best
}

/** Uniform Catmull-Rom spline through the points, `steps` pieces a segment; an open line ends on its last point. */
export function smooth(points: readonly Point[], steps: number, closed = false): Point[] {
  const n = points.length
  const at = (i: number) => (closed ? points[(i + n) % n]! : points[Math.max(0, Math.min(n - 1, i))]!)
  const curve: Point[] = []
  for (let i = 0; i < (closed ? n : n - 1); i++)
    for (let k = 0; k < steps; k++) {
      const t = k / steps
      const [p0, p1, p2, p3] = [at(i - 1), at(i), at(i + 1), at(i + 2)]
      curve.push(
        [0, 1].map((axis) => {
          const [a, b, c, d] = [p0[axis]!, p1[axis]!, p2[axis]!, p3[axis]!]
          return (
            0.5 *
            (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t * t * t)
          )
        }) as Point,
      )
    }
  if (!closed) curve.push(points[n - 1]!)
  return curve
}
