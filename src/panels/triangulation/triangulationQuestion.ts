import { DEFAULT_CRIME_TYPES } from '../../domain/crimeTypes.ts'
import { OUTDOOR_TYPES } from '../../domain/outdoorTypes.ts'
import { typesById } from '../../domain/taxonomy.ts'
import type { Lagesbild } from '../../state/lagesbild.svelte.ts'
import type { TriangulationRequest } from '../../workers/triangulation/triangulationMessages.ts'

/** Type groups of the data set that hold crimes of the street; empty where its types are others. */
export function outdoorGroups({ data }: Pick<Lagesbild, 'data'>): string[] {
  const groups = data.current?.summary.groups ?? []
  return groups
    .filter(({ typeId, kinds }) => typeId !== null && OUTDOOR_TYPES.includes(typeId) && kinds.crime > 0)
    .map(({ id }) => id)
}

/** Crimes of no type, or of one that the default taxonomy does not know: nothing says whether they are of the street. */
export function crimesUnsorted({ data }: Pick<Lagesbild, 'data'>): number {
  const sorted = typesById(DEFAULT_CRIME_TYPES.taxonomy)
  return (data.current?.summary.groups ?? [])
    .filter(({ typeId }) => typeId === null || !sorted.has(typeId))
    .reduce((sum, { kinds }) => sum + kinds.crime, 0)
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
