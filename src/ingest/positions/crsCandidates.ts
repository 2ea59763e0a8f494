import { inSweden, usualExtent, projection, SWEDISH_CRS, type Crs } from '../crs.ts'
import { onSwedishLand } from '../sweden/land.ts'
import { nearestPlace, type NearPlace } from '../sweden/places.ts'

/** A Swedish CRS that coordinates may be in, and where their middle would lie in it. */
export interface CrsCandidate {
  crs: Crs
  /** The middle of the data in degrees WGS 84. */
  lon: number
  lat: number
  /** Fraction of the points that would lie on Swedish land. */
  onLand: number
  near: NearPlace
}

/** A CRS in which fewer fit its extent is none. */
const FEWEST_FITTING = 0.8

/** Farther from the nearest place than this (km) says no more: crime data have their middle in a town. */
const REMOTE = 30

/**
 * The Swedish CRSs in which points lie in Sweden, the likeliest first: by the share on land, then by how near their middle is to
 * a place; those that leave most points at sea only where all do. The twelve local zones share their figures and cannot be told apart by the values alone.
 * @param points eastings (or longitudes) and northings (or latitudes) in the file's units, zeros left out
 */
export function crsCandidates(points: readonly (readonly [number, number])[]): CrsCandidate[] {
  if (points.length === 0) return []
  const middle = [medianOf(points, 0), medianOf(points, 1)] as const
  const candidates: CrsCandidate[] = []
  for (const crs of SWEDISH_CRS) {
    const [west, south, east, north] = usualExtent(crs)
    const fitting = points.filter(([x, y]) => x >= west && x <= east && y >= south && y <= north)
    if (fitting.length < FEWEST_FITTING * points.length) continue
    const { inverse } = projection(crs)
    const [lon, lat] = inverse(...middle)
    if (!inSweden(lon, lat)) continue
    const onLand = fitting.filter(([x, y]) => onSwedishLand(...inverse(x, y))).length / points.length
    candidates.push({ crs, lon, lat, onLand, near: nearestPlace(lon, lat) })
  }
  const ashore = candidates.filter(({ onLand }) => onLand >= 0.5)
  return (ashore.length > 0 ? ashore : candidates).sort((a, b) => likelihood(b) - likelihood(a))
}

function likelihood({ onLand, near }: CrsCandidate): number {
  return 2 * onLand - Math.min(near.km, REMOTE) / REMOTE
}

function medianOf(points: readonly (readonly [number, number])[], axis: 0 | 1): number {
  return points.map((point) => point[axis]).sort((a, b) => a - b)[points.length >> 1]!
}
