import type { MeasureGeometry } from '../../domain/measure.ts'
import type { Lagesbild } from '../../state/lagesbild.svelte.ts'
import { measuresView } from './measuresView.svelte.ts'

/** The ground that is drawn on the map among the measures: what is being entered, else what the open measure covers. */
export function measureShown({
  view,
  prevention,
}: Pick<Lagesbild, 'view' | 'prevention'>): MeasureGeometry | null {
  const { screen, measure } = view.settings
  if (screen !== 'measures') return null
  if (measuresView.editing) return measuresView.draft
  return prevention.measure(measure)?.geometry ?? null
}
