import { area, kinks } from '@turf/turf'
import { cornersOf, LEAST_CORNERS, type Drawn, type DrawnShape } from './drawn.ts'

/** Why what is drawn is no shape that can be counted in. */
export type DrawnProblem = 'fewCorners' | 'crossing' | 'noArea'

/** Square metres under which a polygon is a slip of the hand. */
const LEAST_AREA = 1

/** Null where the shape can be used as it is. */
export function drawnProblem(drawn: Drawn | null, shape: DrawnShape): DrawnProblem | null {
  if (!drawn) return 'fewCorners'
  const distinct = new Set(cornersOf(drawn).map(String))
  if (distinct.size < LEAST_CORNERS[shape]) return 'fewCorners'
  if (drawn.type !== 'Polygon') return null
  if (kinks(drawn).features.length > 0 || distinct.size < cornersOf(drawn).length) return 'crossing'
  return area(drawn) < LEAST_AREA ? 'noArea' : null
}
