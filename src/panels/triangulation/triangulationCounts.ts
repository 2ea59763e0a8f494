import type { TriangulationResult } from '../../workers/triangulation/triangulationMessages.ts'
import type { TriangulationClass, TriangulationRow } from './triangulationRows.ts'

/** What the sentence counts. What could not be judged is neither much nor little, and is counted by itself. */
export function triangulationCounts(
  { observations, densities, dense }: TriangulationResult,
  rows: Record<TriangulationClass, readonly TriangulationRow[]>,
) {
  const unjudged = rows.unjudged.filter(
    (row) => row.kind === 'observation' && row.observation.feels === 'unsafe',
  )
  return {
    unsafe: rows.unsafeMuch.length + rows.unsafeLittle.length,
    unjudged: unjudged.length,
    much: rows.unsafeMuch.length,
    dense: observations.some(({ density }) => densities[density]?.judged) ? dense.length : null,
    unmentioned: rows.unmentioned.length,
    undecided: rows.undecided.length,
  }
}
