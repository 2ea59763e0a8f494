import type { GridSpec } from '../../domain/grid.ts'
import { centreX, centreY } from '../grid.ts'
import { countPlaced, isPlaced, type Points } from '../points.ts'
import { part, type Steps } from '../steps.ts'

/** The points of two periods as one pool, by the places where they lie; the same in whatever order the points come. */
export interface PooledPlaces {
  /** Metres, one a place. */
  x: Float64Array
  y: Float64Array
  /** Σ weights at each place: of both periods, and of the one after. */
  held: Float64Array
  heldAfter: Float64Array
  /** Place and weight of each point, ordered by place and weight: which period a point is of does not show in its number. */
  placeOf: Uint32Array
  weight: Float64Array
  nBefore: number
  nAfter: number
  dropped: number
}

/** Points between two yields: some milliseconds of sorting. */
const SLICE = 16_384

/** Pools two periods' points, in pieces; those without a finite position or weight are dropped. */
export function* pooledPlaces(before: Points, after: Points): Steps<PooledPlaces> {
  const nAfter = countPlaced(after)
  const n = countPlaced(before) + nAfter
  const [px, py, w] = [new Float64Array(n), new Float64Array(n), new Float64Array(n)]
  const isAfter = new Uint8Array(n)
  let k = 0
  for (const points of [before, after])
    for (let i = 0; i < points.x.length; i++) {
      if (!isPlaced(points, i)) continue
      px[k] = points.x[i]!
      py[k] = points.y[i]!
      w[k] = points.weight ? points.weight[i]! : 1
      isAfter[k++] = points === after ? 1 : 0
    }
  yield 0
  const order = yield* part(orderSteps(px, py, w), 0, 0.9)
  const x: number[] = []
  const y: number[] = []
  const held: number[] = []
  const heldAfter: number[] = []
  const placeOf = new Uint32Array(n)
  const weight = new Float64Array(n)
  for (let i = 0; i < n; i++) {
    const point = order[i]!
    let at = x.length - 1
    if (at < 0 || x[at] !== px[point] || y[at] !== py[point]) {
      at++
      x.push(px[point]!)
      y.push(py[point]!)
      held.push(0)
      heldAfter.push(0)
    }
    held[at]! += w[point]!
    if (isAfter[point] === 1) heldAfter[at]! += w[point]!
    placeOf[i] = at
    weight[i] = w[point]!
  }
  yield 1
  return {
    x: Float64Array.from(x),
    y: Float64Array.from(y),
    held: Float64Array.from(held),
    heldAfter: Float64Array.from(heldAfter),
    placeOf,
    weight,
    nBefore: n - nAfter,
    nAfter,
    dropped: before.x.length + after.x.length - n,
  }
}

/** The points by x, y and weight: dealt out over strips of x, and each strip sorted by itself, so that none is sorted for long. */
function* orderSteps(x: Float64Array, y: Float64Array, weight: Float64Array): Steps<Uint32Array> {
  const n = x.length
  let [west, east] = [Infinity, -Infinity]
  for (let i = 0; i < n; i++) {
    if (x[i]! < west) west = x[i]!
    if (x[i]! > east) east = x[i]!
  }
  const strips = Math.max(1, Math.ceil((8 * n) / SLICE))
  const perMetre = east > west ? strips / (east - west) : 0
  const stripOf = (i: number) => Math.min(strips - 1, Math.floor((x[i]! - west) * perMetre))
  const start = new Uint32Array(strips + 1)
  for (let i = 0; i < n; i++) start[stripOf(i) + 1]!++
  for (let strip = 0; strip < strips; strip++) start[strip + 1]! += start[strip]!
  const next = start.slice()
  const order = new Uint32Array(n)
  for (let i = 0; i < n; i++) order[next[stripOf(i)]!++] = i
  const compare = (a: number, b: number) => x[a]! - x[b]! || y[a]! - y[b]! || weight[a]! - weight[b]!
  let yielded = 0
  for (let strip = 0; strip < strips; strip++) {
    const end = start[strip + 1]!
    order.subarray(start[strip]!, end).sort(compare)
    if (end - yielded < SLICE) continue
    yielded = end
    yield end / n
  }
  return order
}

/** The same pool with every point within the grid moved to the centre of its cell, and those outside to the centre that the cell there would have; in pieces. */
export function* snapped(pooled: PooledPlaces, grid: GridSpec): Steps<PooledPlaces> {
  const column = (x: number) => Math.floor((x - grid.originX) / grid.cellSize)
  const row = (y: number) => Math.floor((y - grid.originY) / grid.cellSize)
  const keys = new Map<string, number>()
  const x: number[] = []
  const y: number[] = []
  const held: number[] = []
  const heldAfter: number[] = []
  const to = new Uint32Array(pooled.x.length)
  const snap = (i: number) => {
    const px = pooled.x[i]!
    const key = `${column(px)} ${row(pooled.y[i]!)}`
    let at = keys.get(key)
    if (at === undefined) {
      at = x.length
      keys.set(key, at)
      x.push(centreX(grid, column(px)))
      y.push(centreY(grid, row(pooled.y[i]!)))
      held.push(0)
      heldAfter.push(0)
    }
    held[at]! += pooled.held[i]!
    heldAfter[at]! += pooled.heldAfter[i]!
    to[i] = at
  }
  for (let i = 0; i < to.length; i++) {
    snap(i)
    if (i % SLICE === SLICE - 1) yield i / to.length
  }
  return {
    ...pooled,
    x: Float64Array.from(x),
    y: Float64Array.from(y),
    held: Float64Array.from(held),
    heldAfter: Float64Array.from(heldAfter),
    placeOf: pooled.placeOf.map((place) => to[place]!),
  }
}
