import type { MetricCrs } from '../../domain/crs.ts'
import {
  insideMetricExtent,
  plausibleExtent,
  projection,
  RT90,
  SWEREF99_LOCAL,
  SWEREF99_TM,
  usualExtent,
  WGS84,
  type Crs,
} from '../../ingest/crs.ts'
import { parsePair } from '../../ingest/positions/pairText.ts'

export type LonLat = [number, number]
export type PlaceFault = 'missing' | 'unreadable' | 'ambiguous' | 'outside'

/** Decimals of a degree that a place is kept to: a decimetre. */
const DECIMALS = 6

/**
 * A place as a person types it: latitude and longitude in any notation, or northing and easting of SWEREF 99 TM, of RT 90 or of the
 * data's own plane. Two planes that both fit are not guessed between.
 */
export function readTypedPlace(text: string, crs: MetricCrs | null): LonLat | PlaceFault {
  if (text.trim() === '') return 'missing'
  const pair = parsePair(text)
  if (!pair) return 'unreadable'
  const [north, east] = pair.firstIsNorth === false ? [pair.second, pair.first] : [pair.first, pair.second]
  const place = placed(north, east, crs)
  if (typeof place === 'string') return place
  const [lon, lat] = place
  if (crs && !insideMetricExtent(lon, lat, crs)) return 'outside'
  return [rounded(lon), rounded(lat)]
}

/** How a place is written where it can be typed anew. */
export function writePlace([lon, lat]: LonLat): string {
  return `${lat.toFixed(DECIMALS)}, ${lon.toFixed(DECIMALS)}`
}

export interface RouteFault {
  /** From 1; 0 for the route as a whole. */
  line: number
  what: PlaceFault | 'short'
}

/** A route typed as one place a line; nothing at all is no route. */
export function readTypedRoute(text: string, crs: MetricCrs | null): LonLat[] | RouteFault {
  const lines = text.split('\n').map((line) => line.trim())
  const route: LonLat[] = []
  for (const [i, line] of lines.entries()) {
    if (line === '') continue
    const place = readTypedPlace(line, crs)
    if (typeof place === 'string') return { line: i + 1, what: place }
    route.push(place)
  }
  return route.length === 1 ? { line: 0, what: 'short' } : route
}

const rounded = (degrees: number) => Number(degrees.toFixed(DECIMALS))

function placed(north: number, east: number, crs: MetricCrs | null): LonLat | PlaceFault {
  if (Math.abs(north) <= 90 && Math.abs(east) <= 180) return [east, north]
  const own: Crs[] = crs && crs.epsg !== SWEREF99_TM.epsg ? [crs] : []
  const planes = [SWEREF99_TM, RT90, ...own].filter((plane) => within(north, east, plane))
  if (planes.length > 1) return 'ambiguous'
  if (planes.length === 0)
    return SWEREF99_LOCAL.some((zone) => within(north, east, zone)) ? 'ambiguous' : 'unreadable'
  const [lon, lat] = projection(planes[0]).inverse(east, north)
  const [west, south, eastern, northern] = plausibleExtent(WGS84)
  return lon >= west && lon <= eastern && lat >= south && lat <= northern ? [lon, lat] : 'outside'
}

function within(north: number, east: number, plane: Crs): boolean {
  const [minX, minY, maxX, maxY] = usualExtent(plane)
  return east >= minX && east <= maxX && north >= minY && north <= maxY
}
