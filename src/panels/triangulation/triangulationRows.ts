import type { Measure } from '../../domain/measure.ts'
import type { SafetyWalk, WalkObservation } from '../../domain/safetyWalk.ts'
import type { DensePlace, TriangulationResult } from '../../workers/triangulation/triangulationMessages.ts'
import { measurePoint } from '../situation/measurePoint.ts'

/** The questions that the list answers, in its order. */
export const TRIANGULATION_CLASSES = [
  'unsafeMuch',
  'unsafeLittle',
  'unmentioned',
  'undecided',
  'measureAlone',
  'safeMuch',
  'unjudged',
] as const
export type TriangulationClass = (typeof TRIANGULATION_CLASSES)[number]

/** A row of the list, tied to its mark on the map by `key`; what it is about is one of three. */
export type TriangulationRow = {
  key: string
  class: TriangulationClass
  /** Degrees. */
  at: [number, number]
  /** Index of the density that it is held against; −1 for none. */
  density: number
  /** Σ weights of crimes: within the distance, or inside a dense place. */
  crimes: number
} & (
  | { kind: 'observation'; walk: SafetyWalk; observation: WalkObservation }
  | { kind: 'place'; place: DensePlace }
  | { kind: 'measure'; measure: Measure }
)

/** The rows of each class, those with most crime first; an unsafe point without a decision stands in its own class as well. */
export function triangulationRows(
  result: TriangulationResult,
  walks: readonly SafetyWalk[],
  measures: readonly Measure[],
): Record<TriangulationClass, TriangulationRow[]> {
  const rows = Object.fromEntries(TRIANGULATION_CLASSES.map((one) => [one, []])) as unknown as Record<
    TriangulationClass,
    TriangulationRow[]
  >
  const put = (row: TriangulationRow) => rows[row.class].push(row)
  for (const { walk: walkId, id, class: of, undecided, density, near } of result.observations) {
    const walk = walks.find((one) => one.id === walkId)
    const observation = walk?.observations.find((one) => one.id === id)
    if (!walk || !observation) continue
    const common = { kind: 'observation' as const, walk, observation, density, crimes: near }
    const at: [number, number] = [observation.lon, observation.lat]
    const key = `${walk.id}/${id}`
    if (of !== 'safeLittle') put({ ...common, key, class: of, at })
    if (undecided) put({ ...common, key: `${key}/undecided`, class: 'undecided', at })
  }
  for (const place of result.unmentioned)
    put({
      kind: 'place',
      key: `place/${place.id}`,
      class: 'unmentioned',
      place,
      at: [place.peak.lon, place.peak.lat],
      density: place.density,
      crimes: place.incidents,
    })
  for (const { id, density, judged, much, unsafe, near } of result.measures) {
    const measure = measures.find((one) => one.id === id)
    const at = measure && measurePoint(measure)
    if (!measure || !at || much || unsafe) continue
    const of = judged ? 'measureAlone' : 'unjudged'
    put({ kind: 'measure', key: `measure/${id}`, class: of, measure, at, density, crimes: near })
  }
  for (const list of Object.values(rows)) list.sort((a, b) => b.crimes - a.crimes)
  return rows
}
