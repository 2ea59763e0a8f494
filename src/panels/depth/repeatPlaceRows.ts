import { isoDate } from '../../domain/period.ts'
import { locale } from '../../i18n/locale.svelte.ts'
import type { NamedPlace } from '../../state/dataset.svelte.ts'
import type { RepeatPlacesResult } from '../../workers/depth/repeatPlaces.ts'
import { nearestPlace } from '../nearestPlace.ts'
import type { Readings } from '../readings.svelte.ts'

/** A repeat place as it is listed and saved. */
export interface RepeatPlaceRow {
  id: number
  place: string
  area: string
  areaCode: string
  northing: number
  easting: number
  count: number
  before: number | null
  /** All types with their counts, and as many as a line has room for. */
  types: string
  typesInShort: string
  last: string
  days: number | null
  lon: number
  lat: number
}

/** Types that a line of the list names. */
const NAMED = 2

/** The places with a name each: the nearest named place, else the coordinates. Types are words, a place is never a person. */
export function repeatPlaceRows(
  { top }: RepeatPlacesResult,
  readings: Readings,
  places: readonly NamedPlace[],
): RepeatPlaceRow[] {
  const { f, texts } = readings
  return top.map((place, id) => {
    const area = readings.areas[place.area]
    const named = place.types.map(
      ({ group, count }) => `${readings.types[group]?.name ?? ''} ${f.integer(count)}`,
    )
    const rest = named.length - NAMED
    return {
      id,
      place:
        nearestPlace(places, place.x, place.y)?.name ??
        texts.map.coordinate(f.integer(place.y), f.integer(place.x)),
      area: area?.name ?? '',
      areaCode: area ? (area.id.length <= 3 ? area.id : area.name) : '',
      northing: place.y,
      easting: place.x,
      count: place.count,
      before: place.before,
      types: named.join(', '),
      typesInShort:
        rest > 0
          ? `${named.slice(0, NAMED).join(', ')}, ${locale.texts.depthPlaces.repeatPlaces.list.others(rest, f.integer(rest))}`
          : named.join(', '),
      last: place.lastDay === null ? '–' : isoDate(place.lastDay),
      days: place.medianDays,
      lon: place.lon,
      lat: place.lat,
    }
  })
}
