import { areaIndex } from '../../analysis/index.ts'
import type { MultiPolygon } from '../../domain/grid.ts'
import { RestPoints } from './restPoints.ts'
import { boxesMeet, boxOf, type Box } from './zones.ts'

/** Places where a measure worked, each with its ring: no control may lie there. */
export class KeepOut {
  readonly zones: readonly MultiPolygon[]
  readonly boxes: readonly Box[]
  readonly #index: ReturnType<typeof areaIndex>
  readonly #areas = new Map<MultiPolygon, boolean>()
  #rest: { columns: unknown; points: RestPoints } | null = null

  constructor(zones: readonly MultiPolygon[]) {
    this.zones = zones
    this.boxes = zones.map(boxOf)
    this.#index = areaIndex(zones)
  }

  /** @returns whether the position lies in none of them */
  clear(x: number, y: number): boolean {
    return this.#index.find(x, y) < 0
  }

  /**
   * What is left of a data set's positions outside these places, by area; worked out once.
   * @param areaAt index of the area that holds a position, −1 for none
   */
  restOf(
    columns: { x: Float64Array; y: Float64Array },
    areaAt: (x: number, y: number) => number,
  ): RestPoints {
    if (this.#rest?.columns !== columns)
      this.#rest = {
        columns,
        points: new RestPoints(columns, (x, y) => (this.clear(x, y) ? areaAt(x, y) : -1)),
      }
    return this.#rest.points
  }

  /** {@link clearOf} of a loaded area, which every measure asks about anew. */
  clearOfArea(polygon: MultiPolygon): boolean {
    let clear = this.#areas.get(polygon)
    if (clear === undefined) {
      clear = this.clearOf(polygon)
      this.#areas.set(polygon, clear)
    }
    return clear
  }

  /** Whether a zone shares no ground with any of them. */
  clearOf(zone: MultiPolygon): boolean {
    const box = boxOf(zone)
    return this.zones.every((one, i) => !boxesMeet(box, this.boxes[i]!) || !zonesMeet(zone, one))
  }
}

/** Whether two zones share ground: their borders cross, or one lies in the other. */
export function zonesMeet(a: MultiPolygon, b: MultiPolygon): boolean {
  const [inA, inB] = [areaIndex([a]), areaIndex([b])]
  if (a.some(([outer]) => outer && inB.find(outer[0]![0]!, outer[0]![1]!) === 0)) return true
  if (b.some(([outer]) => outer && inA.find(outer[0]![0]!, outer[0]![1]!) === 0)) return true
  const box = boxOf(b)
  for (const ring of a.flat())
    for (let i = 0; i + 1 < ring.length; i++) {
      const edge = edgeBox(ring[i]!, ring[i + 1]!)
      if (!boxesMeet(edge, box)) continue
      for (const other of b.flat())
        for (let k = 0; k + 1 < other.length; k++)
          if (edgesCross(ring[i]!, ring[i + 1]!, other[k]!, other[k + 1]!)) return true
    }
  return false
}

function edgeBox(p: readonly number[], q: readonly number[]): Box {
  return {
    minX: Math.min(p[0]!, q[0]!),
    minY: Math.min(p[1]!, q[1]!),
    maxX: Math.max(p[0]!, q[0]!),
    maxY: Math.max(p[1]!, q[1]!),
  }
}

type Position = readonly number[]

function edgesCross(a: Position, b: Position, c: Position, d: Position): boolean {
  const side = (p: Position, q: Position, r: Position) =>
    Math.sign((q[0]! - p[0]!) * (r[1]! - p[1]!) - (q[1]! - p[1]!) * (r[0]! - p[0]!))
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0
}

/** Metres between the positions that stand for a zone's border and for its inside. */
const BORDER_STEP = 25
const INNER_STEP = 100
const MOST_SAMPLES = 400

/** Positions on a zone's border and inside it, so close that no ring of a measure slips between them unseen. x, y, x, y … */
export function samplesOf(zone: MultiPolygon): Float64Array {
  const samples: number[] = []
  const box = boxOf(zone)
  const length = zone.flat().reduce((sum, ring) => sum + lengthOf(ring), 0)
  const step = Math.max(BORDER_STEP, (2 * length) / MOST_SAMPLES)
  for (const ring of zone.flat()) {
    let left = 0
    for (let i = 0; i + 1 < ring.length; i++) {
      const [[ax, ay], [bx, by]] = [ring[i]!, ring[i + 1]!] as [[number, number], [number, number]]
      const edge = Math.hypot(bx - ax, by - ay)
      for (; left < edge; left += step)
        samples.push(ax + ((bx - ax) * left) / edge, ay + ((by - ay) * left) / edge)
      left -= edge
    }
  }
  const inner = Math.max(INNER_STEP, Math.sqrt(((box.maxX - box.minX) * (box.maxY - box.minY)) / (MOST_SAMPLES / 2))) // prettier-ignore
  const index = areaIndex([zone])
  for (let y = box.minY + inner / 2; y < box.maxY; y += inner)
    for (let x = box.minX + inner / 2; x < box.maxX; x += inner)
      if (index.find(x, y) === 0) samples.push(x, y)
  return Float64Array.from(samples)
}

function lengthOf(ring: number[][]): number {
  let length = 0
  for (let i = 0; i + 1 < ring.length; i++)
    length += Math.hypot(ring[i + 1]![0]! - ring[i]![0]!, ring[i + 1]![1]! - ring[i]![1]!)
  return length
}
