import { locale } from '../../../i18n/locale.svelte.ts'
import type { DepthOverlay, OverlayClass } from '../../../map/depthOverlay.ts'
import type { ThemeTokens } from '../../../ui/theme.ts'
import { PLACE_CLASSES, type PlaceClass } from '../../../workers/depth/emerging.ts'
import type { OverlayInput } from '../depthOverlays.ts'
import { cellRing } from './cellRing.ts'

/** Fewer incidents than this do not carry a class. */
export const FEWEST_AT_A_PLACE = 5

/** What comes is warm and filled, what stays is ink, what goes is cool. */
export function classStyle(name: PlaceClass, tokens: ThemeTokens): Pick<OverlayClass, 'colour' | 'style'> {
  const { diverging, ink2, bar } = tokens
  return {
    new: { colour: diverging[6], style: 'fill' as const },
    consecutive: { colour: diverging[5], style: 'fill' as const },
    intensifying: { colour: diverging[4], style: 'fill' as const },
    persistent: { colour: bar, style: 'fill' as const },
    sporadic: { colour: ink2, style: 'outline' as const },
    oscillating: { colour: ink2, style: 'dashed' as const },
    diminishing: { colour: diverging[1], style: 'fill' as const },
    historical: { colour: diverging[0], style: 'outline' as const },
  }[name]
}

/** The cells of each place, by class. */
export function emergingOverlay({ result, tokens, toLonLat }: OverlayInput<'emerging'>): DepthOverlay | null {
  if (result.places.length === 0) return null
  const texts = locale.texts.depthMaps.emerging
  const few = result.places.filter((place) => place.incidents < FEWEST_AT_A_PLACE)
  const enough = result.places.filter((place) => place.incidents >= FEWEST_AT_A_PLACE)
  const shown = PLACE_CLASSES.filter((name) => enough.some((place) => place.class === name))
  const classes: OverlayClass[] = shown.map((name) => ({
    label: texts.classes[name],
    ...classStyle(name, tokens),
  }))
  if (few.length > 0) classes.push({ label: texts.few, colour: tokens.ink3, style: 'dashed' })
  return {
    title: texts.legend,
    notes: [texts.notes(locale.format.distance(result.study.cellSize))],
    classes,
    cells: result.places.flatMap((place) => {
      const own = place.incidents < FEWEST_AT_A_PLACE ? classes.length - 1 : shown.indexOf(place.class)
      return place.cells.map((cell) => ({ ring: cellRing(result.grid, cell, toLonLat), class: own }))
    }),
  }
}
