import { locale } from '../../../i18n/locale.svelte.ts'
import type { DepthOverlay } from '../../../map/depthOverlay.ts'
import { FEWEST_UNDER_KERNEL } from '../../../workers/depth/surfacePair.ts'
import type { OverlayInput } from '../depthOverlays.ts'
import { differenceBreaks } from '../differenceBreaks.ts'
import { placedSurface } from './comparedSurface.ts'

/** The change of the density, round "equal". */
export function densityChangeOverlay({
  result,
  readings,
  toLonLat,
}: OverlayInput<'densityChange'>): DepthOverlay | null {
  if (!result.surface || result.largest === 0) return null
  const f = locale.format
  const { densityChange: texts, surface: shared } = locale.texts.depthMaps
  const breaks = differenceBreaks(result.largest, result.loneIncident)
  const digits = breaks.some((value) => value % 1) ? 1 : 0
  const distance = f.distance(result.bandwidth)
  return {
    title: texts.legend[readings.kind],
    notes: [
      `${texts.scale} ${shared.bandwidth(distance)}`,
      shared.masked(f.integer(FEWEST_UNDER_KERNEL), distance),
    ],
    classes: [],
    surface: {
      ...placedSurface(result.surface, toLonLat),
      breaks,
      breakLabels: breaks.map((value) => (value > 0 ? '+' : '') + f.decimal(value, digits)),
      ...texts.sides,
    },
  }
}
