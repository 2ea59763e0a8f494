import type { Bounds } from './mapController.svelte.ts'

/** The box around places in degrees; null where there are fewer than two. */
export function boundsOf(places: readonly (readonly [number, number])[]): Bounds | null {
  if (places.length < 2) return null
  const lon = places.map((place) => place[0])
  const lat = places.map((place) => place[1])
  return [Math.min(...lon), Math.min(...lat), Math.max(...lon), Math.max(...lat)]
}
