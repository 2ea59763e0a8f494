import type { MultiPolygon } from '../../domain/grid.ts'

/** Signed area of a closed ring: positive where it runs counter-clockwise; m² where it is in metres. */
export function ringArea(ring: readonly (readonly number[])[]): number {
  if (ring.length === 0) return 0
  const [x0, y0] = ring[0]!
  let twice = 0
  for (let i = 0; i + 1 < ring.length; i++) {
    const [ax, ay] = ring[i]!
    const [bx, by] = ring[i + 1]!
    twice += (ax! - x0!) * (by! - y0!) - (bx! - x0!) * (ay! - y0!)
  }
  return twice / 2
}

/**
 * Polygons from rings of one contour: counter-clockwise rings are outer rings, clockwise ones are holes of the smallest outer ring that holds
 * them. (d3-contour gives a hole to the first outer ring that holds it, which is wrong where an island lies in a hole.)
 */
export function nestRings(rings: number[][][]): MultiPolygon {
  const outers = rings
    .filter((ring) => ringArea(ring) > 0)
    .map((ring) => ({ polygon: [ring], area: ringArea(ring), box: boxOf(ring) }))
  const bySize = [...outers].sort((a, b) => a.area - b.area)
  for (const hole of rings) {
    const area = -ringArea(hole)
    if (!(area > 0)) continue
    const box = boxOf(hole)
    bySize
      .find((outer) => outer.area > area && boxHolds(outer.box, box) && holdsRing(outer.polygon[0]!, hole))
      ?.polygon.push(hole)
  }
  return outers.map(({ polygon }) => polygon)
}

type Box = [number, number, number, number]

function boxOf(ring: number[][]): Box {
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of ring) {
    box[0] = Math.min(box[0], x!)
    box[1] = Math.min(box[1], y!)
    box[2] = Math.max(box[2], x!)
    box[3] = Math.max(box[3], y!)
  }
  return box
}

function boxHolds(outer: Box, inner: Box): boolean {
  return outer[0] <= inner[0] && outer[1] <= inner[1] && outer[2] >= inner[2] && outer[3] >= inner[3]
}

/** Contours of one level do not cross, so most of a ring's corners (some may touch) tell where it lies. */
function holdsRing(outer: number[][], inner: number[][]): boolean {
  let inside = 0
  for (let i = 0; i + 1 < inner.length; i++) if (holds(outer, inner[i]![0]!, inner[i]![1]!)) inside++
  return 2 * inside > inner.length - 1
}

function holds(ring: number[][], x: number, y: number): boolean {
  let odd = false
  for (let i = 0; i + 1 < ring.length; i++) {
    const [ax, ay] = ring[i]!
    const [bx, by] = ring[i + 1]!
    if (ay! > y !== by! > y && x < ax! + ((y - ay!) / (by! - ay!)) * (bx! - ax!)) odd = !odd
  }
  return odd
}
