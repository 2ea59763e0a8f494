import type { NamedPlace } from '../state/dataset.svelte.ts'

/** A place farther away than this lends no name. */
const FARTHEST = 250

/** The named place nearest to a position in metres, or null where none is near. */
export function nearestPlace(places: readonly NamedPlace[], x: number, y: number): NamedPlace | null {
  let best: NamedPlace | null = null
  let least = FARTHEST
  for (const place of places) {
    const distance = Math.hypot(place.x - x, place.y - y)
    if (distance < least) {
      least = distance
      best = place
    }
  }
  return best
}
