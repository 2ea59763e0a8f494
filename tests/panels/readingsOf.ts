import defaultTaxonomy from '../../src/domain/defaultTaxonomy.json'
import type { Area } from '../../src/domain/area.ts'
import { DEFAULT_CRIME_TYPES, type CrimeTypes } from '../../src/domain/crimeTypes.ts'
import type { Selection } from '../../src/domain/selection.ts'
import type { Taxonomy } from '../../src/domain/taxonomy.ts'
import { Readings } from '../../src/panels/readings.svelte.ts'
import { NO_SURROUNDINGS, type NamedPlace } from '../../src/state/dataset.svelte.ts'
import type { Lagesbild } from '../../src/state/lagesbild.svelte.ts'
import { DEFAULT_VIEW } from '../../src/state/viewSettings.ts'
import type { CountsResult, DatasetSummary, SurfaceResult } from '../../src/workers/messages.ts'

export interface Shown {
  selection: Selection
  counts: CountsResult | null
  surface?: SurfaceResult | null
  summary: DatasetSummary
  areas?: Area[]
  places?: NamedPlace[]
  crimeTypes?: CrimeTypes
}

/** The readings of one state of the app: what they look at, and nothing below it. */
export function readingsOf({
  selection,
  counts,
  surface = null,
  summary,
  areas = [],
  places = [],
  crimeTypes,
}: Shown) {
  const app = {
    crimeTypes: { current: crimeTypes ?? DEFAULT_CRIME_TYPES },
    taxonomy: defaultTaxonomy as Taxonomy,
    selection: { current: selection, committed: selection },
    analysis: { counts, surface },
    bandwidth: 150,
    view: { settings: DEFAULT_VIEW },
    data: {
      areas,
      areaStatistics: [],
      current: {
        name: 'prov.csv',
        invented: false,
        layers: [],
        summary,
        surroundings: { ...NO_SURROUNDINGS, places },
      },
    },
  }
  return new Readings(app as unknown as Lagesbild)
}

/** Everything that the readings say in words. */
export function sentences(readings: Readings): string[] {
  const { headline, scope, doubt, doubtInShort, whatSentence, whenSentence, whereSentence } = readings
  const { comparisonLabel, comparisonYears, nowYears, placeName } = readings
  return [
    ...[headline, scope, doubt, doubtInShort, whatSentence, whenSentence, whereSentence],
    ...[comparisonLabel, comparisonYears, nowYears, placeName],
    ...(['what', 'when', 'where', 'trend', 'areas'] as const).flatMap((view) => readings.provenanceOf(view)),
  ]
}
