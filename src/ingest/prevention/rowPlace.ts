import { plausibleExtent, projection, WGS84 } from '../crs.ts'
import type { PositionSource } from '../mapping.ts'
import { coordinateReader } from '../positions/coordinateReader.ts'
import type { FileProblemCode } from './problems.ts'

const NOWHERE_DEGREES = 0.001
const NOWHERE_METRES = 1

/** Reads the places of rows by their cells: longitude and latitude, null where there is none, or what is wrong with it. */
export function placeReader(
  source: PositionSource,
  decimalComma: boolean,
): (cells: readonly string[]) => [number, number] | FileProblemCode | null {
  const reader = coordinateReader(source, decimalComma)
  return (cells) => {
    const problem = reader.read(cells)
    if (problem) return problem === 'noPosition' ? null : 'notNumber'
    const { x, y, crs } = reader
    const degrees = crs.epsg === WGS84.epsg
    const nothing = degrees ? NOWHERE_DEGREES : NOWHERE_METRES
    if (Math.abs(x) < nothing && Math.abs(y) < nothing) return null
    const [west, south, east, north] = plausibleExtent(crs)
    if (x < west || x > east || y < south || y > north) return 'outsideWorld'
    return degrees ? [x, y] : projection(crs).inverse(x, y)
  }
}
