import type { MultiPolygon } from '../../domain/grid.ts'

/** A place in metres: a point, a line or an area, with a margin around it. */
export interface Shape {
  /** Lines of positions; a single position is a point, a ring is closed. */
  lines: readonly (readonly (readonly number[])[])[]
  /** What lies inside is at distance 0. */
  area: MultiPolygon | null
  /** Metres that it reaches beyond its lines. */
  margin: number
  box: readonly [number, number, number, number]
}

export function pointShape(x: number, y: number, margin = 0): Shape {
  return shapeOf([[[x, y]]], null, margin)
}

export function lineShape(line: readonly (readonly number[])[], margin = 0): Shape {
  return shapeOf([line], null, margin)
}

export function areaShape(area: MultiPolygon): Shape {
  return shapeOf(area.flat(), area, 0)
}

function shapeOf(lines: Shape['lines'], area: MultiPolygon | null, margin: number): Shape {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const line of lines)
    for (const [x, y] of line) {
      minX = Math.min(minX, x! - margin)
      maxX = Math.max(maxX, x! + margin)
      minY = Math.min(minY, y! - margin)
      maxY = Math.max(maxY, y! + margin)
    }
  return { lines, area, margin, box: [minX, minY, maxX, maxY] }
}

/** Whether two places lie within so many metres of each other; what lies inside an area is at distance 0, also where it has none of its lines near. */
export function shapesWithin(a: Shape, b: Shape, metres: number): boolean {
  if (boxGap(a.box, b.box) > metres) return false
  if (holdsAny(a, b) || holdsAny(b, a)) return true
  const reach = metres + a.margin + b.margin
  return a.lines.some((one) => b.lines.some((other) => linesWithin(one, other, reach)))
}

function boxGap(a: Shape['box'], b: Shape['box']): number {
  const dx = Math.max(0, a[0] - b[2], b[0] - a[2])
  const dy = Math.max(0, a[1] - b[3], b[1] - a[3])
  return Math.hypot(dx, dy)
}

/** A line lies inside an area as a whole or crosses its border, which the lines' distance finds: one position of each tells. */
function holdsAny({ area }: Shape, { lines }: Shape): boolean {
  return area !== null && lines.some((line) => line.length > 0 && inside(area, line[0]![0]!, line[0]![1]!))
}

/** Even-odd rule over all rings. */
function inside(area: MultiPolygon, x: number, y: number): boolean {
  let odd = false
  for (const rings of area)
    for (const ring of rings)
      for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
        const [ax, ay] = [ring[i]![0]!, ring[i]![1]!]
        const [bx, by] = [ring[j]![0]!, ring[j]![1]!]
        if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) odd = !odd
      }
  return odd
}

type Line = readonly (readonly number[])[]

function linesWithin(a: Line, b: Line, reach: number): boolean {
  for (let i = 0; i < Math.max(1, a.length - 1); i++)
    for (let j = 0; j < Math.max(1, b.length - 1); j++)
      if (segmentsWithin(a[i]!, a[i + 1] ?? a[i]!, b[j]!, b[j + 1] ?? b[j]!, reach)) return true
  return false
}

type Position = readonly number[]

function segmentsWithin(a: Position, b: Position, c: Position, d: Position, reach: number): boolean {
  return (
    toSegment(a, c, d) <= reach ||
    toSegment(b, c, d) <= reach ||
    toSegment(c, a, b) <= reach ||
    toSegment(d, a, b) <= reach ||
    cross(a, b, c, d)
  )
}

function toSegment([x, y]: Position, [ax, ay]: Position, [bx, by]: Position): number {
  const [dx, dy] = [bx! - ax!, by! - ay!]
  const length = dx * dx + dy * dy
  const along = length > 0 ? ((x! - ax!) * dx + (y! - ay!) * dy) / length : 0
  const t = Math.min(1, Math.max(0, along))
  return Math.hypot(x! - ax! - t * dx, y! - ay! - t * dy)
}

function cross(a: Position, b: Position, c: Position, d: Position): boolean {
  const side = (p: Position, q: Position, r: Position) =>
    Math.sign((q[0]! - p[0]!) * (r[1]! - p[1]!) - (q[1]! - p[1]!) * (r[0]! - p[0]!))
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0
}
