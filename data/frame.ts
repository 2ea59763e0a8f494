import proj4 from 'proj4'

/**
 * The town is drawn in metres east and north of an origin in the open Baltic between the mainland and Gotland, where no
 * real address can be hit. Local metres + origin = SWEREF 99 TM.
 */
export type Point = [number, number]
export type Ring = Point[]

export const SWEREF99TM = '+proj=utm +zone=33 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs +type=crs'

/** SWEREF 99 TM of the local origin. */
export const ORIGIN = { e: 692_500, n: 6_449_300 }

const projection = proj4(SWEREF99TM, 'WGS84')

/** Local metres → degrees WGS84, rounded to `decimals` (6 are a decimetre). */
export function lonLat([x, y]: Point, decimals = 6): Point {
  const [lon, lat] = projection.forward([x + ORIGIN.e, y + ORIGIN.n]) as Point
  const scale = 10 ** decimals
  return [Math.round(lon * scale) / scale, Math.round(lat * scale) / scale]
}

/** Local metres → whole metres SWEREF 99 TM, [easting, northing]. */
export function sweref([x, y]: Point): Point {
  return [Math.round(x) + ORIGIN.e, Math.round(y) + ORIGIN.n]
}

/** The grid of the centre leans 2.7° anticlockwise; its streets, squares and zones are given along that grid. */
const LEAN = (2.7 * Math.PI) / 180

/** Metres along the grid of the centre → local metres. */
export function centre(x: number, y: number): Point {
  const c = Math.cos(LEAN)
  const s = Math.sin(LEAN)
  return [x * c - y * s, x * s + y * c]
}

export const CENTRE_ANGLE = 2.7
