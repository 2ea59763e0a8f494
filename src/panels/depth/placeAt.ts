import { least } from 'd3'
import { locale } from '../../i18n/locale.svelte.ts'
import { projection } from '../../ingest/crs.ts'
import type { NamedPlace } from '../../state/dataset.svelte.ts'
import type { Lagesbild } from '../../state/lagesbild.svelte.ts'

/** Metres within which a named place lends its name alone, and within which a position is told from it. */
const AT_THE_PLACE = 100
const FARTHEST = 800

export interface DepthPlace {
  /** "Busstorget", "180 m nordost om Busstorget", or the coordinate. */
  name: string
  /** Degrees. */
  at: [number, number]
}

/** What a position in metres is called, and where it is on the map. */
export function placeAt(app: Lagesbild, x: number, y: number): DepthPlace {
  const dataset = app.data.current
  const { texts, format } = locale
  const at = dataset ? projection(dataset.crs).inverse(x, y) : ([0, 0] as [number, number])
  const away = (place: NamedPlace) => Math.hypot(place.x - x, place.y - y)
  const place = least(dataset?.surroundings.places ?? [], away)
  const distance = place ? away(place) : Infinity
  if (!place || distance > FARTHEST)
    return { name: texts.map.coordinate(format.integer(y), format.integer(x)), at }
  const [dx, dy] = [x - place.x, y - place.y]
  if (distance <= AT_THE_PLACE) return { name: place.name, at }
  const { near, directions } = texts.depthMaps.place
  const direction = directions[(Math.round(Math.atan2(dx, dy) / (Math.PI / 4)) + 8) % 8]
  return { name: near(format.distance(Math.round(distance / 10) * 10), direction, place.name), at }
}
