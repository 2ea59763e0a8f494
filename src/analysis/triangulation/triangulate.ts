import { shapesWithin, type Shape } from './shapes.ts'

/** Where incidents are dense, in one light over one period: the hotspots of one density. */
export interface DensePlaces {
  /** Too little is known to say what is much: nothing held against it is judged. */
  judged: boolean
  hotspots: readonly Shape[]
}

export interface FeltPlace {
  at: Shape
  feels: 'safe' | 'unsafe'
  /** Index of the density that it is held against. */
  density: number
}

/** What an observation is beside reported crime; `safeLittle` is as one would have it, `unjudged` where the density says nothing. */
export type FeltClass = 'unsafeMuch' | 'unsafeLittle' | 'safeMuch' | 'safeLittle' | 'unjudged'

export interface FeltResult {
  class: FeltClass
  /** Hotspots of its density within the distance. */
  hotspots: number[]
}

/**
 * Observations held against reported crime: much is where a hotspot of the observation's own density lies within the distance. Each is in exactly one
 * class; a higher threshold, which leaves fewer and smaller hotspots, never makes little into much.
 * @param distance metres
 */
export function triangulateFelt(
  places: readonly FeltPlace[],
  densities: readonly DensePlaces[],
  distance: number,
): FeltResult[] {
  return places.map(({ at, feels, density }) => {
    const { judged, hotspots } = densities[density]!
    if (!judged) return { class: 'unjudged', hotspots: [] }
    const near = hotspots.flatMap((hotspot, i) => (shapesWithin(at, hotspot, distance) ? [i] : []))
    const much = near.length > 0
    return { class: `${feels}${much ? 'Much' : 'Little'}` as const, hotspots: near }
  })
}

/** Indices of the hotspots that have none of the places within the distance: much crime that nobody mentioned, where the places are those felt unsafe. */
export function withoutAnyNear(
  hotspots: readonly Shape[],
  places: readonly Shape[],
  distance: number,
): number[] {
  return hotspots.flatMap((hotspot, i) =>
    places.some((place) => shapesWithin(place, hotspot, distance)) ? [] : [i],
  )
}
