import type { Lagesbild } from '../../state/lagesbild.svelte.ts'

/** Measures are marked from this zoom on, walk observations, which are many, from the next: farther out they hide the town. */
const MEASURE_ZOOM = 13
const WALK_ZOOM = 14.2

export interface ShownMarks {
  hotspots: boolean
  /** Too far out to number every hotspot. */
  few: boolean
  walks: boolean
  measures: boolean
}

/** Which marks stand on the map now. */
export function shownMarks(
  { view, prevention }: Pick<Lagesbild, 'view' | 'prevention'>,
  zoom: number,
): ShownMarks {
  const { layers, settings } = view
  const onAreas = settings.screen === 'areas'
  // What is held against each other has marks of its own, over the walks' routes.
  const onTriangulation = settings.screen === 'triangulation'
  const onWalks = settings.screen === 'walks' || onTriangulation
  const onMeasures = settings.screen === 'measures'
  return {
    hotspots: layers.hotspots && !onAreas && settings.mapMode !== 'points',
    few: zoom < MEASURE_ZOOM,
    walks: prevention.walks.length > 0 && (onWalks || (layers.walks && !onAreas && zoom >= WALK_ZOOM)),
    measures:
      prevention.measures.length > 0 && (onMeasures || (layers.measures && !onAreas && zoom >= MEASURE_ZOOM)),
  }
}
