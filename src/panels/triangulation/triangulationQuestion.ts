import { OUTDOOR_TYPES } from '../../domain/outdoorTypes.ts'
import type { Lagesbild } from '../../state/lagesbild.svelte.ts'
import type { TriangulationRequest } from '../../workers/triangulation/triangulationMessages.ts'

/** Type groups of the data set that hold crimes of the street; empty where its types are others. */
export function outdoorGroups({ data }: Pick<Lagesbild, 'data'>): string[] {
  const groups = data.current?.summary.groups ?? []
  return groups
    .filter(({ typeId, kinds }) => typeId !== null && OUTDOOR_TYPES.includes(typeId) && kinds.crime > 0)
    .map(({ id }) => id)
}

/** The question as it stands now; null where there is nothing to hold against each other. */
export function triangulationQuestion(app: Lagesbild): TriangulationRequest | null {
  const { prevention, data, view, triangulation, bandwidth } = app
  if (!data.current || prevention.walks.length === 0) return null
  const { types, distance, matchLight } = triangulation.settings
  return {
    types: types === 'outdoor' ? outdoorGroups(app) : types === 'all' ? [] : [types.type],
    distance,
    matchLight,
    bandwidth,
    threshold: { ...view.settings.threshold },
    walks: prevention.walks.map(({ id, date, light, route, observations }) => ({
      id,
      date,
      light,
      route,
      observations,
    })),
    measures: prevention.measures.flatMap(({ id, start, crimeTypes, geometry, status }) =>
      geometry && status !== 'cancelled' ? [{ id, start, crimeTypes, geometry }] : [],
    ),
  }
}
