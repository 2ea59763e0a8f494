import { invalid, requirePositive } from '../argument.ts'
import { twoSidedP } from '../chance/normal.ts'
import { extentOf } from '../grid.ts'
import { isPlaced, type Points } from '../points.ts'

export interface NearestNeighbourIndex {
  /** Mean distance to the nearest other point, metres, and what a random pattern would give. */
  observed: number
  expected: number
  /** observed / expected: below 1 clustered, above 1 evenly spread, at most 2.149 (triangular lattice). */
  index: number
  /** Of the mean distance in a random pattern, metres. */
  standardError: number
  z: number
  /** Two-sided normal. */
  pValue: number
  sided: 'two'
  /** Placed points, and points without a position. */
  n: number
  dropped: number
}

/**
 * Clark & Evans (1954, Ecology 35): mean distance to the nearest other point over the 1/(2√(n/A)) of a random pattern; below 1 is clustered. SE =
 * √((4 − π)/(4π))·√A/n, which is 0.26136/√(n²/A). No edge correction: points near the border have their nearest inside it, so that random
 * patterns come out a little above 1. Coincident points are at distance 0; where all coincide the index is 0. The area must be the one the points
 * could lie in: the index changes with it. Weights are not used. Time grows as n.
 * @param points metres; NaN is a point without a position
 * @throws RangeError for fewer than two placed points, columns of unequal length, or an area not above 0
 */
export function nearestNeighbourIndex(points: Points, areaSquareMetres: number): NearestNeighbourIndex {
  requirePositive('areaSquareMetres', areaSquareMetres)
  const distances = nearestDistances(points)
  const n = distances.length
  if (n < 2) throw invalid('points (placed)', n, 'at least 2')
  const observed = distances.reduce((sum, d) => sum + d, 0) / n
  const expected = 0.5 * Math.sqrt(areaSquareMetres / n)
  const standardError = (Math.sqrt((4 - Math.PI) / (4 * Math.PI)) * Math.sqrt(areaSquareMetres)) / n
  const z = (observed - expected) / standardError
  return {
    observed,
    expected,
    index: observed / expected,
    standardError,
    z,
    pValue: twoSidedP(z),
    sided: 'two',
    n,
    dropped: points.x.length - n,
  }
}

/** Distance of each placed point to the nearest other one, by buckets of about two points searched ring by ring. */
function nearestDistances(points: Points): Float64Array {
  const extent = extentOf(points)
  if (!extent) return new Float64Array()
  const x: number[] = []
  const y: number[] = []
  for (let i = 0; i < points.x.length; i++)
    if (isPlaced(points, i)) {
      x.push(points.x[i]!)
      y.push(points.y[i]!)
    }
  const n = x.length
  const width = Math.max(extent.maxX - extent.minX, extent.maxY - extent.minY)
  const size = Math.max(
    Math.sqrt(((extent.maxX - extent.minX) * (extent.maxY - extent.minY) * 2) / n),
    width / 4096,
  )
  if (size === 0) return new Float64Array(n)
  const columns = Math.floor((extent.maxX - extent.minX) / size) + 1
  const rows = Math.floor((extent.maxY - extent.minY) / size) + 1
  const columnOf = (i: number) => Math.min(columns - 1, Math.floor((x[i]! - extent.minX) / size))
  const rowOf = (i: number) => Math.min(rows - 1, Math.floor((y[i]! - extent.minY) / size))
  const start = new Uint32Array(columns * rows + 1)
  for (let i = 0; i < n; i++) start[rowOf(i) * columns + columnOf(i) + 1]!++
  for (let c = 0; c < columns * rows; c++) start[c + 1]! += start[c]!
  const next = start.slice()
  const members = new Uint32Array(n)
  for (let i = 0; i < n; i++) members[next[rowOf(i) * columns + columnOf(i)]!++] = i

  const nearest = new Float64Array(n)
  for (let i = 0; i < n; i++) {
    const column = columnOf(i)
    const row = rowOf(i)
    let best = Infinity
    // Points in ring `ring` lie at least (ring − 1) buckets away.
    for (let ring = 0; ((ring - 1) * size) ** 2 <= best && ring <= Math.max(columns, rows); ring++)
      for (let r = Math.max(0, row - ring); r <= Math.min(rows - 1, row + ring); r++) {
        const step = Math.abs(r - row) === ring ? 1 : Math.max(1, 2 * ring)
        for (let c = column - ring; c <= column + ring; c += step) {
          if (c < 0 || c >= columns) continue
          for (let k = start[r * columns + c]!; k < start[r * columns + c + 1]!; k++) {
            const other = members[k]!
            if (other === i) continue
            const dx = x[other]! - x[i]!
            const dy = y[other]! - y[i]!
            const square = dx * dx + dy * dy
            if (square < best) best = square
          }
        }
      }
    nearest[i] = Math.sqrt(best)
  }
  return nearest
}
