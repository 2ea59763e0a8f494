import { locale } from '../../../i18n/locale.svelte.ts'
import type { DepthOverlay } from '../../../map/depthOverlay.ts'
import type { OverlayInput } from '../depthOverlays.ts'

/** Counts from which a circle is of the next class, and the class of the amount scale. */
const CLASSES = [
  { from: 2, amount: 1 },
  { from: 3, amount: 2 },
  { from: 5, amount: 3 },
  { from: 10, amount: 5 },
]
/** CSS pixels: surface follows the count, as far as the map has room. */
const LARGEST = 22

/** Repeat places as circles, the fullest below the others. */
export function repeatPlacesOverlay({
  result,
  readings,
  tokens,
}: OverlayInput<'repeatPlaces'>): DepthOverlay | null {
  if (result.top.length === 0) return null
  const texts = locale.texts.depthPlaces.repeatPlaces.overlay
  const f = locale.format
  const classOf = (count: number) => CLASSES.findLastIndex(({ from }) => count >= from)
  const present = [...new Set(result.top.map(({ count }) => classOf(count)))].sort()
  return {
    title: `${texts.title} (${readings.shortNoun(2)})`,
    notes: [texts.note(f.integer(result.top.length), f.integer(result.repeatPlaces))],
    classes: present.map((c) => {
      const { from, amount } = CLASSES[c]
      const next = CLASSES[c + 1]
      return {
        label: next ? texts.range(f.integer(from), f.integer(next.from - 1)) : texts.from(f.integer(from)),
        colour: tokens.amount[amount],
        style: 'fill',
      }
    }),
    circles: result.top.map(({ lon, lat, count }) => ({
      at: [lon, lat],
      radius: Math.min(LARGEST, 3.4 * Math.sqrt(count)),
      class: present.indexOf(classOf(count)),
      label: f.integer(count),
    })),
  }
}
