import { requireNonNegative, requirePositive } from '../argument.ts'

/** Points in metres with a day number each, of one length. */
export interface DatedPlaces {
  x: ArrayLike<number>
  y: ArrayLike<number>
  day: ArrayLike<number>
}

/**
 * Which of the points have none of the others within a distance and a number of days, both inclusive: |p − q| ≤ distance and
 * |day(p) − day(q)| ≤ days. All points have a position and a day. Others are looked up in a lattice of cells as wide as the
 * distance, so that nine cells hold every candidate.
 * @param distance metres, above 0
 * @param days whole days, 0 = the same day
 * @returns 1 for each point without any other near, else 0
 * @throws RangeError
 */
export function nothingNear(
  points: DatedPlaces,
  others: DatedPlaces,
  { distance, days }: { distance: number; days: number },
): Uint8Array {
  requirePositive('distance', distance)
  requireNonNegative('days', days)
  const alone = new Uint8Array(points.x.length).fill(1)
  const cells = new Map<string, number[]>()
  const cellOf = (value: number) => Math.floor(value / distance)
  for (let j = 0; j < others.x.length; j++) {
    const key = `${cellOf(others.x[j]!)} ${cellOf(others.y[j]!)}`
    const cell = cells.get(key)
    if (cell) cell.push(j)
    else cells.set(key, [j])
  }
  // Days ascend within a cell: the window of a point is found by halving.
  for (const cell of cells.values()) cell.sort((a, b) => others.day[a]! - others.day[b]!)
  const limit = distance * distance
  const near = (i: number, cell: readonly number[]): boolean => {
    const first = points.day[i]! - days
    let low = 0
    let high = cell.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (others.day[cell[middle]!]! < first) low = middle + 1
      else high = middle
    }
    for (let k = low; k < cell.length; k++) {
      const j = cell[k]!
      if (others.day[j]! > points.day[i]! + days) return false
      const dx = points.x[i]! - others.x[j]!
      const dy = points.y[i]! - others.y[j]!
      if (dx * dx + dy * dy <= limit) return true
    }
    return false
  }
  for (let i = 0; i < alone.length; i++) {
    const column = cellOf(points.x[i]!)
    const row = cellOf(points.y[i]!)
    search: for (let dy = -1; dy <= 1; dy++)
      for (let dx = -1; dx <= 1; dx++) {
        const cell = cells.get(`${column + dx} ${row + dy}`)
        if (!cell || !near(i, cell)) continue
        alone[i] = 0
        break search
      }
  }
  return alone
}
