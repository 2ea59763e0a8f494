import { locale } from '../../i18n/locale.svelte.ts'
import type { DepthOverlay } from '../../map/depthOverlay.ts'
import type { ThemeTokens } from '../../ui/theme.ts'
import type { TriangulationResult } from '../../workers/triangulation/triangulationMessages.ts'

/** Where crime is dense in the walks' light, on the map: filled where nobody mentioned it, outlined where someone did. */
export function triangulationOverlay(result: TriangulationResult, tokens: ThemeTokens): DepthOverlay {
  const texts = locale.texts.triangulation.legend
  const silent = new Set(result.unmentioned.map(({ id }) => id))
  return {
    title: texts.title,
    notes: [],
    classes: [
      { label: texts.mentioned, colour: tokens.ink, style: 'outline' },
      { label: texts.unmentioned, colour: tokens.amount[3], style: 'fill' },
    ],
    areas: result.dense.map(({ id, lonLat }) => ({ lonLat, class: silent.has(id) ? 1 : 0 })),
  }
}
