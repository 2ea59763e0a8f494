import type { GridSpec } from '../../domain/grid.ts'
import { centreX, centreY } from '../grid.ts'
import { isPlaced, type Points } from '../points.ts'

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

interface Row {
  x: number
  y: number
  weight: number
  after: boolean
}

/** Pools two periods' points; those without a finite position or weight are dropped. */
export function pooledPlaces(before: Points, after: Points): PooledPlaces {
  const rows: Row[] = []
  for (const points of [before, after])
    for (let i = 0; i < points.x.length; i++)
      if (isPlaced(points, i))
        rows.push({
          x: points.x[i]!,
          y: points.y[i]!,
          weight: points.weight ? points.weight[i]! : 1,
          after: points === after,
        })
  return { ...byPlace(rows), dropped: before.x.length + after.x.length - rows.length }
}

/** The same pool with every point within the grid moved to the centre of its cell, and those outside to the centre that the cell there would have. */
export function snapped(pooled: PooledPlaces, grid: GridSpec): PooledPlaces {
  const column = (x: number) => Math.floor((x - grid.originX) / grid.cellSize)
  const row = (y: number) => Math.floor((y - grid.originY) / grid.cellSize)
  const keys = new Map<string, number>()
  const x: number[] = []
  const y: number[] = []
  const held: number[] = []
  const heldAfter: number[] = []
  const to = Uint32Array.from(pooled.x, (px, i) => {
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
    return at
  })
  return {
    ...pooled,
    x: Float64Array.from(x),
    y: Float64Array.from(y),
    held: Float64Array.from(held),
    heldAfter: Float64Array.from(heldAfter),
    placeOf: pooled.placeOf.map((place) => to[place]!),
  }
}

function byPlace(rows: Row[]): Omit<PooledPlaces, 'dropped'> {
  rows.sort((a, b) => a.x - b.x || a.y - b.y || a.weight - b.weight)
  const x: number[] = []
  const y: number[] = []
  const held: number[] = []
  const heldAfter: number[] = []
  const placeOf = new Uint32Array(rows.length)
  const weight = new Float64Array(rows.length)
  let nAfter = 0
  rows.forEach((row, i) => {
    let at = x.length - 1
    if (at < 0 || x[at] !== row.x || y[at] !== row.y) {
      at++
      x.push(row.x)
      y.push(row.y)
      held.push(0)
      heldAfter.push(0)
    }
    held[at]! += row.weight
    if (row.after) {
      heldAfter[at]! += row.weight
      nAfter++
    }
    placeOf[i] = at
    weight[i] = row.weight
  })
  return {
    x: Float64Array.from(x),
    y: Float64Array.from(y),
    held: Float64Array.from(held),
    heldAfter: Float64Array.from(heldAfter),
    placeOf,
    weight,
    nBefore: rows.length - nAfter,
    nAfter,
  }
}
