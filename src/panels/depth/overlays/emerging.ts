import { locale } from '../../../i18n/locale.svelte.ts'
import type { DepthOverlay, OverlayClass } from '../../../map/depthOverlay.ts'
import type { ThemeTokens } from '../../../ui/theme.ts'
import { PLACE_CLASSES, type EmergingPlace, type PlaceClass } from '../../../workers/depth/emerging.ts'
import type { OverlayInput } from '../depthOverlays.ts'
import { cellRing } from './cellRing.ts'
import { regionOutline } from './regionOutline.ts'

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

/** The cells of each place by class, or the line round them. */
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
  const classOf = (place: EmergingPlace) =>
    place.incidents < FEWEST_AT_A_PLACE ? classes.length - 1 : shown.indexOf(place.class)
  const filled = result.places.filter((place) => classes[classOf(place)].style === 'fill')
  const outlined = result.places.filter((place) => classes[classOf(place)].style !== 'fill')
  return {
    title: texts.legend,
    notes: [texts.notes(locale.format.distance(result.study.cellSize))],
    classes,
    cells: filled.flatMap((place) =>
      place.cells.map((cell) => ({ ring: cellRing(result.grid, cell, toLonLat), class: classOf(place) })),
    ),
    areas: outlined.map((place) => ({
      lonLat: regionOutline(result.grid, place.cells, toLonLat).map((ring) => [ring]),
      class: classOf(place),
    })),
  }
}
