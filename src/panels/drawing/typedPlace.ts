import {
  insideMetricExtent,
  projection,
  SWEDISH_CRS,
  SWEREF99_TM,
  usualExtent,
  WGS84,
  type Crs,
} from '../../ingest/crs.ts'
import { parsePair, type CoordinatePair } from '../../ingest/positions/pairText.ts'

export type TypedProblem = 'empty' | 'unreadable' | 'outside' | 'far'

/** A place that was typed, or why the text is none. */
export type TypedPlace =
  { lonLat: [number, number]; crs: Crs; problem: null } | { problem: TypedProblem; text: string; km?: number }

/** What the text is read against. */
export interface TypedContext {
  /** The data set's metric CRS; null = none is loaded. */
  crs: Crs | null
  /** A place among the data, in degrees; null = none is loaded. */
  near: readonly [number, number] | null
}

/** Farther than this from the data, a place is a slip of the hand. */
const FAR_KM = 200

/**
 * A place as a person types it: degrees in either order (`58.1428, 18.2713`), or metres of the data set's CRS, of SWEREF 99 TM or of
 * another Swedish CRS (`6449169 691935`). Where the text leaves the order or the CRS open, the reading nearest to the data is taken.
 */
export function typedPlace(text: string, { crs, near }: TypedContext): TypedPlace {
  const plain = text.trim()
  if (plain === '') return { problem: 'empty', text: plain }
  const pair = parsePair(plain)
  if (!pair) return { problem: 'unreadable', text: plain }
  const readings = [...asDegrees(pair), ...asMetres(pair, crs)]
  const [best] = near
    ? readings.sort((a, b) => kilometres(a.lonLat, near) - kilometres(b.lonLat, near))
    : readings
  if (!best) return { problem: 'outside', text: plain }
  const km = near ? kilometres(best.lonLat, near) : 0
  return km > FAR_KM ? { problem: 'far', text: plain, km } : { ...best, problem: null }
}

interface Reading {
  lonLat: [number, number]
  crs: Crs
}

/** Latitude first unless letters say otherwise, then the other order. */
function asDegrees(pair: CoordinatePair): Reading[] {
  return orders(pair)
    .filter(([lat, lon]) => Math.abs(lat) <= 90 && Math.abs(lon) <= 180)
    .map(([lat, lon]) => ({ lonLat: [lon, lat], crs: WGS84 }))
}

function asMetres(pair: CoordinatePair, own: Crs | null): Reading[] {
  const plane = SWEDISH_CRS.filter(({ epsg }) => epsg !== WGS84.epsg && epsg !== own?.epsg)
  return [...(own ? [own] : []), ...plane].flatMap((crs) => {
    const [west, south, east, north] = usualExtent(crs)
    return orders(pair)
      .filter(([y, x]) => x >= west && x <= east && y >= south && y <= north)
      .map(([y, x]) => ({ lonLat: projection(crs).inverse(x, y), crs }))
      .filter(({ lonLat }) => insideMetricExtent(...lonLat, own ?? SWEREF99_TM))
  })
}

/** Northing and easting in the orders that the text allows. */
function orders({ first, second, firstIsNorth }: CoordinatePair): [number, number][] {
  if (firstIsNorth === true) return [[first, second]]
  if (firstIsNorth === false) return [[second, first]]
  return [
    [first, second],
    [second, first],
  ]
}

/** Great-circle distance; good to a part in 200. */
function kilometres(a: readonly [number, number], b: readonly [number, number]): number {
  const radians = Math.PI / 180
  const dLat = (b[1] - a[1]) * radians
  const dLon = (b[0] - a[0]) * radians
  const h =
    Math.sin(dLat / 2) ** 2 + Math.cos(a[1] * radians) * Math.cos(b[1] * radians) * Math.sin(dLon / 2) ** 2
  return 2 * 6371 * Math.asin(Math.sqrt(h))
}

/** Corners typed one a line; empty lines are passed over. `row` counts from 1. */
export function typedCorners(
  text: string,
  context: TypedContext,
): { corners: [number, number][]; problem: { row: number; place: TypedPlace } | null } {
  const corners: [number, number][] = []
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const place = typedPlace(line, context)
    if (place.problem !== null) return { corners, problem: { row: index + 1, place } }
    corners.push(place.lonLat)
  }
  const [first, last] = [corners[0], corners.at(-1)]
  // A list that ends where it began says the same corner twice.
  if (corners.length > 3 && first && last && first[0] === last[0] && first[1] === last[1]) corners.pop()
  return { corners, problem: null }
}
