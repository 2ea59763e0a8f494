import type { MultiPolygon } from '../../domain/grid.ts'
import { areaIndex } from '../areas/areaIndex.ts'
import { isPlaced, type Points } from '../points.ts'
import { finish, type Steps } from '../steps.ts'
import type { Kernel } from './kernel.ts'
import { ringArea } from './nestRings.ts'

/** Beyond this many σ the gaussian's mass (10⁻¹⁴) is none. */
const GAUSSIAN_REACH = 8
/** Gauss-Legendre nodes and weights on [0, 1], five points: exact to degree nine. */
const NODES = [0.04691007703066802, 0.23076534494715845, 0.5, 0.7692346550528415, 0.9530899229693319]
const WEIGHTS = [
  0.11846344252809454, 0.23931433524968324, 0.28444444444444444, 0.23931433524968324, 0.11846344252809454,
]

/** Points handled between two yields. */
const PIECE = 1024

/** Sums of angles, in turns, closer than this to a whole number are whole. */
const ROUND = 1e-9

/**
 * Mass of each point's kernel inside an area: ∫ K over the area, in (0, 1]; NaN for points outside it or without a position.
 *
 * By the divergence theorem: K is the divergence of F = f(r²)·(x, y), so the mass is the flux of F through the boundary of
 * area ∩ disc. Along a straight edge that is cross(a, b) · ∫ f dτ, along an arc of the disc its angle / 2π.
 * @param area outer rings and holes in metres; polygons may touch, not overlap
 */
export function massInside(
  points: Points,
  area: MultiPolygon,
  kernel: Kernel,
  bandwidth: number,
): Float64Array {
  return finish(massInsideSteps(points, area, kernel, bandwidth))
}

/** {@link massInside} in pieces. */
export function* massInsideSteps(
  points: Points,
  area: MultiPolygon,
  kernel: Kernel,
  bandwidth: number,
): Steps<Float64Array> {
  const radius = kernel === 'quartic' ? bandwidth : GAUSSIAN_REACH * bandwidth
  const flux = kernel === 'quartic' ? quarticFlux : gaussianFlux
  const pieces = kernel === 'quartic' ? 1 : 32
  const inside = areaIndex([area])
  const edges = edgeBuckets(area, radius)
  const mass = new Float64Array(points.x.length).fill(NaN)
  for (let i = 0; i < mass.length; i++) {
    if (i % PIECE === PIECE - 1) yield i / mass.length
    if (!isPlaced(points, i)) continue
    const x = points.x[i]!
    const y = points.y[i]!
    if (inside.find(x, y) >= 0) mass[i] = massAround(x, y, radius, edges, flux, pieces)
  }
  return mass
}

/** f of the quartic in r²/h²: (1/2π) · (1 − (1 − s)³)/s = (3 − 3s + s²)/2π. */
function quarticFlux(s: number): number {
  return (3 - 3 * s + s * s) / (2 * Math.PI)
}

/** f of the gaussian where the unit of length is {@link GAUSSIAN_REACH} σ: (1 − exp(−r²/2σ²))/(2π r²). */
function gaussianFlux(s: number): number {
  const half = (GAUSSIAN_REACH * GAUSSIAN_REACH) / 2
  return s < 1e-18 ? half / (2 * Math.PI) : -Math.expm1(-half * s) / (2 * Math.PI * s)
}

/** The point lies inside the area; lengths are scaled so that the disc has radius 1. */
function massAround(
  x: number,
  y: number,
  radius: number,
  edges: EdgeBuckets,
  flux: (s: number) => number,
  pieces: number,
): number {
  let mass = 0
  let arcs = 0
  let touched = false
  for (const e of edges.near(x, y)) {
    const ax = (edges.coordinates[4 * e]! - x) / radius
    const ay = (edges.coordinates[4 * e + 1]! - y) / radius
    const dx = (edges.coordinates[4 * e + 2]! - x) / radius - ax
    const dy = (edges.coordinates[4 * e + 3]! - y) / radius - ay
    const a = dx * dx + dy * dy
    const b = ax * dx + ay * dy
    const discriminant = b * b - a * (ax * ax + ay * ay - 1)
    if (a === 0 || discriminant <= 0) continue
    const enter = (-b - Math.sqrt(discriminant)) / a
    const leave = (-b + Math.sqrt(discriminant)) / a
    const from = Math.max(0, enter)
    const to = Math.min(1, leave)
    if (from >= to) continue
    // The area lies to the left of its edges: its arcs run counter-clockwise from where an edge leaves to where one enters.
    if (enter >= 0 && enter < 1) arcs += Math.atan2(ay + enter * dy, ax + enter * dx)
    if (leave >= 0 && leave < 1) arcs -= Math.atan2(ay + leave * dy, ax + leave * dx)
    touched = true
    let integral = 0
    for (let piece = 0; piece < pieces; piece++)
      for (let g = 0; g < NODES.length; g++) {
        const t = from + ((to - from) * (piece + NODES[g]!)) / pieces
        const px = ax + t * dx
        const py = ay + t * dy
        integral += WEIGHTS[g]! * flux(px * px + py * py)
      }
    mass += ((ax * dy - ay * dx) * integral * (to - from)) / pieces
  }
  if (!touched) return 1
  const turns = arcs / (2 * Math.PI)
  const part = turns - Math.floor(turns)
  if (part > ROUND && part < 1 - ROUND) return mass + part
  // The rim lies wholly inside the area (holes in the disc give a negative flux, borders between polygons none) or wholly outside.
  return mass > ROUND ? mass : 1 + mass
}

interface EdgeBuckets {
  /** x, y of the start and of the end of each edge; the area lies to the left. */
  coordinates: Float64Array
  /** Edges that may come within the radius of a position. */
  near(x: number, y: number): Iterable<number>
}

/** Buckets of edges in squares of the disc's radius. */
function edgeBuckets(area: MultiPolygon, radius: number): EdgeBuckets {
  const outline = new Map<string, [number, number, number, number]>()
  for (const polygon of area)
    polygon.forEach((ring, r) => {
      const leftwards = ringArea(ring) > 0 === (r === 0)
      for (let i = 0; i + 1 < ring.length; i++) {
        const [a, b] = leftwards ? [ring[i]!, ring[i + 1]!] : [ring[i + 1]!, ring[i]!]
        // A border between two polygons is run in both directions: together it is none.
        if (!outline.delete(`${b[0]} ${b[1]} ${a[0]} ${a[1]}`))
          outline.set(`${a[0]} ${a[1]} ${b[0]} ${b[1]}`, [a[0]!, a[1]!, b[0]!, b[1]!])
      }
    })
  const coordinates = Float64Array.from([...outline.values()].flat())
  const buckets = new Map<string, number[]>()
  for (let e = 0; e < coordinates.length / 4; e++) {
    const [ax, ay, bx, by] = coordinates.subarray(4 * e, 4 * e + 4) as unknown as number[]
    const lastColumn = Math.floor(Math.max(ax!, bx!) / radius) + 1
    const lastRow = Math.floor(Math.max(ay!, by!) / radius) + 1
    for (let column = Math.floor(Math.min(ax!, bx!) / radius) - 1; column <= lastColumn; column++)
      for (let row = Math.floor(Math.min(ay!, by!) / radius) - 1; row <= lastRow; row++) {
        const key = `${column} ${row}`
        const bucket = buckets.get(key)
        if (bucket) bucket.push(e)
        else buckets.set(key, [e])
      }
  }
  return {
    coordinates,
    near: (x, y) => buckets.get(`${Math.floor(x / radius)} ${Math.floor(y / radius)}`) ?? [],
  }
}
