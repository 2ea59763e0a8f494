import type { MultiPolygon } from '../../domain/grid.ts'
import { requireSameLength } from '../argument.ts'
import { finish, type Steps } from '../steps.ts'
import { areaIndex, type AreaIndex } from './areaIndex.ts'

/** Points between two yields: some milliseconds of work. */
const RUN = 20_000
/** The index takes about as long as some hundred thousand points. */
const INDEX_SHARE = 0.3

export interface AreaAssignment {
  /** Index of the (first) area that holds each position, −1 for none or for NaN. */
  areaOf: Int32Array
  /** Positions that lie in more than one area: the areas overlap there. */
  shared: number
}

/**
 * Index of the (first) area that holds each position, −1 for none or for NaN. Metres; see areaIndex.
 * @param x as many as y; none gives none
 * @throws RangeError for columns of unequal length, or a corner that is not finite
 */
export function assignToAreas(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  areas: readonly MultiPolygon[],
): Int32Array {
  return finish(assignToAreasSteps(x, y, areas)).areaOf
}

/** {@link assignToAreas} in pieces, with how many positions lie in several areas. */
export function* assignToAreasSteps(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  areas: readonly MultiPolygon[],
): Steps<AreaAssignment> {
  requireSameLength('y', y, 'x', x)
  yield 0
  const index = areaIndex(areas)
  const assignment: AreaAssignment = { areaOf: new Int32Array(x.length), shared: 0 }
  for (let from = 0; from < x.length; from += RUN) {
    yield INDEX_SHARE + (1 - INDEX_SHARE) * (from / x.length)
    assign(x, y, index, assignment, from, Math.min(x.length, from + RUN))
  }
  return assignment
}

function assign(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  index: AreaIndex,
  assignment: AreaAssignment,
  from: number,
  to: number,
): void {
  for (let i = from; i < to; i++) {
    const area = index.find(x[i]!, y[i]!)
    assignment.areaOf[i] = area
    if (area >= 0 && index.find(x[i]!, y[i]!, area) >= 0) assignment.shared++
  }
}
