import { profileColumns } from '../columnProfile.ts'
import { WGS84, type Crs } from '../crs.ts'
import { proposePosition } from '../proposePosition.ts'
import { firstPosition } from './geometry.ts'

/** Corners that a guess is made from. */
const ENOUGH = 200

export interface CrsGuess {
  crs: Crs
  /** The northing or latitude stands first. */
  northFirst: boolean
}

/** The CRS that coordinates without one are in, from their values. */
export function guessCrs(geometries: readonly (GeoJSON.Geometry | null)[]): CrsGuess {
  const positions: GeoJSON.Position[] = []
  const step = Math.max(1, Math.floor(geometries.length / ENOUGH))
  for (let i = 0; i < geometries.length; i += step) {
    const first = firstPosition(geometries[i]!)
    if (first) positions.push(first)
  }
  const sample = positions.map(([x, y], i) => ({ row: i + 1, cells: [String(x), String(y)] }))
  const profiles = profileColumns({ columns: ['x', 'y'], sample, probe: [], decimalComma: false })
  const source = proposePosition(profiles)?.source
  if (source?.kind !== 'pair') return { crs: WGS84, northFirst: false }
  return { crs: source.crs, northFirst: source.x === 1 }
}

/** The same geometry with easting and northing changed over. */
export function swapAxes(geometry: GeoJSON.Geometry): GeoJSON.Geometry {
  if (geometry.type === 'GeometryCollection')
    return { ...geometry, geometries: geometry.geometries.map(swapAxes) }
  return { ...geometry, coordinates: swapped(geometry.coordinates) } as GeoJSON.Geometry
}

function swapped(part: unknown): unknown {
  if (!Array.isArray(part)) return part
  return Array.isArray(part[0]) ? part.map(swapped) : [part[1], part[0], ...part.slice(2)]
}
