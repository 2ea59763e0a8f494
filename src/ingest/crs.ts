import proj4 from 'proj4'

/**
 * Coordinate reference systems. Positions are kept both in degrees WGS 84 and in metres of the data set's metric CRS;
 * SWEREF 99 is taken as WGS 84 (they differ by decimetres, as in PROJ's null transformation).
 */
export interface Crs {
  epsg: number
  name: string
  /** PROJ definition. */
  proj4: string
}

/** One way to read and write positions: longitude and latitude in degrees WGS 84, x = easting, y = northing in metres. */
export interface Projection {
  crs: Crs
  /** Longitude, latitude → [easting, northing]. */
  forward(lon: number, lat: number): [number, number]
  /** Easting, northing → [longitude, latitude]. */
  inverse(x: number, y: number): [number, number]
}

const GRS80 = '+ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs'

export const WGS84: Crs = { epsg: 4326, name: 'WGS 84', proj4: '+proj=longlat +datum=WGS84 +no_defs' }

export const SWEREF99_TM: Crs = { epsg: 3006, name: 'SWEREF 99 TM', proj4: `+proj=utm +zone=33 ${GRS80}` }

/** RT 90 2,5 gon V by Lantmäteriet's seven parameters, good to about a metre. */
export const RT90: Crs = {
  epsg: 3021,
  name: 'RT 90 2,5 gon V',
  proj4:
    '+proj=tmerc +lat_0=0 +lon_0=15.8082777777778 +k=1 +x_0=1500000 +y_0=0 +ellps=bessel ' +
    '+towgs84=414.1,41.3,603.1,-0.855,2.141,-7.023,0 +units=m +no_defs',
}

/** The twelve local zones of SWEREF 99, EPSG 3007-3018, by their central meridian in degrees and minutes. */
const LOCAL_MERIDIANS = [
  [12, 0],
  [13, 30],
  [15, 0],
  [16, 30],
  [18, 0],
  [14, 15],
  [15, 45],
  [17, 15],
  [18, 45],
  [20, 15],
  [21, 45],
  [23, 15],
] as const

export const SWEREF99_LOCAL: readonly Crs[] = LOCAL_MERIDIANS.map(([degrees, minutes], i) => ({
  epsg: 3007 + i,
  name: `SWEREF 99 ${degrees} ${String(minutes).padStart(2, '0')}`,
  proj4: `+proj=tmerc +lat_0=0 +lon_0=${degrees + minutes / 60} +k=1 +x_0=150000 +y_0=0 ${GRS80}`,
}))

/** The CRSs that a Swedish file may be in, WGS 84 and SWEREF 99 TM first. */
export const SWEDISH_CRS: readonly Crs[] = [WGS84, SWEREF99_TM, RT90, ...SWEREF99_LOCAL]

/** The UTM zone (WGS 84) that holds a place. */
export function utmZone(lon: number, lat: number): Crs {
  const zone = Math.min(60, Math.max(1, Math.floor((lon + 180) / 6) + 1))
  return utm(zone, lat < 0)
}

function utm(zone: number, south: boolean): Crs {
  return {
    epsg: (south ? 32700 : 32600) + zone,
    name: `WGS 84 / UTM ${zone}${south ? 'S' : 'N'}`,
    proj4: `+proj=utm +zone=${zone}${south ? ' +south' : ''} +datum=WGS84 +units=m +no_defs`,
  }
}

/** The CRS of an EPSG code among the Swedish ones and the UTM zones, or null. */
export function crsByEpsg(epsg: number): Crs | null {
  const swedish = SWEDISH_CRS.find((crs) => crs.epsg === epsg)
  if (swedish) return swedish
  const zone = epsg % 100
  if (zone < 1 || zone > 60) return null
  return epsg - zone === 32600 ? utm(zone, false) : epsg - zone === 32700 ? utm(zone, true) : null
}

/** Whether a place is in Sweden, roughly: the country's bounding box. */
export function inSweden(lon: number, lat: number): boolean {
  return lon >= 10.4 && lon <= 24.3 && lat >= 55.1 && lat <= 69.2
}

/** The metric CRS for data around a place: SWEREF 99 TM in Sweden, the UTM zone elsewhere. */
export function metricCrsFor(lon: number, lat: number): Crs {
  return inSweden(lon, lat) ? SWEREF99_TM : utmZone(lon, lat)
}

const projections = new Map<string, Projection>()

/** The projection of a CRS; for WGS 84 itself both ways are the identity. */
export function projection(crs: Crs): Projection {
  let known = projections.get(crs.proj4)
  if (!known) {
    const converter = crs.epsg === WGS84.epsg ? null : proj4(WGS84.proj4, crs.proj4)
    known = {
      crs,
      forward: converter ? (lon, lat) => converter.forward([lon, lat]) : (lon, lat) => [lon, lat],
      inverse: converter ? (x, y) => converter.inverse([x, y]) : (x, y) => [x, y],
    }
    projections.set(crs.proj4, known)
  }
  return known
}

/** [west, south, east, north] in the units of a CRS. */
export type Extent = readonly [number, number, number, number]

/** Where the positions of a CRS usually lie: what tells the Swedish plane CRSs from one another. */
export function usualExtent(crs: Crs): Extent {
  if (crs.epsg === SWEREF99_TM.epsg) return [218_000, 6_100_000, 950_000, 7_700_000]
  if (crs.epsg === RT90.epsg) return [1_170_000, 6_100_000, 1_900_000, 7_700_000]
  if (SWEREF99_LOCAL.some(({ epsg }) => epsg === crs.epsg)) return [30_000, 6_100_000, 270_000, 7_700_000]
  return plausibleExtent(crs)
}

/** Sweden with its waters in degrees: the area of use of EPSG:3006. */
const SWEDEN: Extent = [10.03, 54.96, 24.17, 69.07]

const extents = new Map<string, Extent>()

/** Where positions of a CRS can lie at all: Sweden for a Swedish plane, the globe for degrees. */
export function plausibleExtent(crs: Crs): Extent {
  if (crs.epsg === WGS84.epsg) return [-180, -90, 180, 90]
  if (crs.epsg > 32600 && crs.epsg <= 32760) return [100_000, 0, 900_000, 10_000_000]
  if (!SWEDISH_CRS.some(({ epsg }) => epsg === crs.epsg)) return [-3e7, -3e7, 3e7, 3e7]
  let extent = extents.get(crs.proj4)
  if (!extent) {
    extent = swedenIn(projection(crs))
    extents.set(crs.proj4, extent)
  }
  return extent
}

/** Around Sweden's box in a plane: its sides are curves there, so they are followed by the tenth. */
function swedenIn({ forward }: Projection): Extent {
  const [west, south, east, north] = SWEDEN
  const points = Array.from({ length: 11 }, (_, i) => i / 10).flatMap((t) => {
    const lon = west + t * (east - west)
    const lat = south + t * (north - south)
    return [forward(lon, south), forward(lon, north), forward(west, lat), forward(east, lat)]
  })
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

/** Half the width in degrees within which a transverse Mercator zone is of use: UTM's own is 3. */
const UTM_HALF_WIDTH = 9

/** Whether a place can be drawn and measured in the metric CRS: inside Sweden with its waters, or within three zones of the UTM zone. */
export function insideMetricExtent(lon: number, lat: number, crs: Crs): boolean {
  if (!(lon >= -180 && lon <= 180 && lat >= -90 && lat <= 90)) return false
  if (crs.epsg === SWEREF99_TM.epsg) {
    const [west, southern, east, north] = SWEDEN
    return lon >= west && lon <= east && lat >= southern && lat <= north
  }
  const south = crs.epsg > 32700
  const meridian = ((crs.epsg % 100) - 1) * 6 - 177
  const apart = Math.abs(((lon - meridian + 540) % 360) - 180)
  return apart <= UTM_HALF_WIDTH && (south ? lat <= 10 && lat >= -80 : lat >= -10 && lat <= 84)
}

/** GeoJSON coordinates (of any depth) from degrees to metres of a CRS. Heights are dropped. */
export function projectCoordinates<T extends number[] | readonly unknown[]>(
  coordinates: T,
  target: Projection,
): T {
  if (typeof coordinates[0] === 'number')
    return target.forward(coordinates[0], coordinates[1] as number) as unknown as T
  return (coordinates as readonly (readonly unknown[])[]).map((part) =>
    projectCoordinates(part, target),
  ) as unknown as T
}
