import proj4 from 'proj4'
import { crsByEpsg, RT90, SWEREF99_LOCAL, SWEREF99_TM, WGS84, type Crs } from '../crs.ts'

/** Geographic systems that differ from WGS 84 by decimetres: SWEREF 99, its three-dimensional form, ETRS 89. */
const AS_WGS84 = new Set([4326, 4979, 4619, 4976, 4258, 4937])
/** SWEREF 99 TM under the names of the neighbours' catalogue: ETRS 89 / UTM 33 N, and both with a height system. */
const AS_SWEREF99_TM = new Set([3006, 25833, 5845, 5846])
const WEB_MERCATOR: Crs = {
  epsg: 3857,
  name: 'Web Mercator',
  proj4:
    '+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +no_defs',
}

/** The CRS of an EPSG code, with the synonyms that files declare; null where it is not known here. */
export function crsOfCode(code: number): Crs | null {
  if (AS_WGS84.has(code)) return WGS84
  if (AS_SWEREF99_TM.has(code)) return SWEREF99_TM
  if (code === 3857 || code === 900913 || code === 102100) return WEB_MERCATOR
  return crsByEpsg(code)
}

/**
 * The CRS that a name declares: `EPSG:3006`, `urn:ogc:def:crs:EPSG::3006`, `http://www.opengis.net/def/crs/EPSG/0/3006`,
 * `urn:ogc:def:crs:OGC:1.3:CRS84`, or a bare name such as `SWEREF 99 13 30`.
 */
export function crsOfName(name: string): Crs | null {
  if (/CRS:?84$|CRS84h$/i.test(name.trim())) return WGS84
  const code = /EPSG[:/]+(?:[\d.]*[:/])?(\d{4,6})\s*$/i.exec(name)?.[1]
  return code ? crsOfCode(Number(code)) : crsOfTitle(name)
}

/**
 * The CRS of a well-known text (WKT 1, its ESRI dialect, or WKT 2): by its EPSG code, by its name, by its parameters, and where
 * none of these is a CRS known here by the text itself, which proj4 reads.
 * @param code EPSG code that stands beside the text
 */
export function crsOfWkt(wkt: string, code = 0): Crs | null {
  const text = wkt.trim()
  const written = /(?:AUTHORITY|ID)\s*\[\s*"EPSG"\s*,\s*"?(\d+)"?\s*(?:,[^\]]*)?\]\s*\]$/i.exec(text)?.[1]
  const title = /^\s*\w+\s*\[\s*"([^"]*)"/.exec(text)?.[1] ?? ''
  const epsg = code > 0 ? code : Number(written ?? 0)
  return crsOfCode(epsg) ?? crsOfTitle(title) ?? crsOfParameters(text, epsg, title)
}

/** By the name alone: `SWEREF99_TM`, `SWEREF99 13 30`, `RT90_25_gon_V`, `WGS_1984_UTM_Zone_33N`, `GCS_WGS_1984`. */
function crsOfTitle(title: string): Crs | null {
  const name = title.toUpperCase().replace(/[^A-Z0-9]+/g, '_')
  if (/SWEREF_?99_TM/.test(name)) return SWEREF99_TM
  const zone = /SWEREF_?99_(\d\d)_?(\d\d)(?!\d)/.exec(name)
  if (zone) return SWEREF99_LOCAL.find((crs) => crs.name.endsWith(` ${zone[1]} ${zone[2]}`)) ?? null
  if (/RT_?90_2_?5_GON_V(?!\w)/.test(name)) return RT90
  const utm = /(?:WGS_(?:19)?84|ETRS_?(?:19)?89)_UTM_(?:ZONE_)?(\d\d?)_?N$/.exec(name)
  if (utm) return name.startsWith('ETRS') && utm[1] === '33' ? SWEREF99_TM : crsByEpsg(32600 + Number(utm[1]))
  return /^(GCS_)?(WGS_(19)?84|SWEREF_?99|ETRS_?(19)?89)$/.test(name) ? WGS84 : null
}

interface Parameters {
  projName?: string
  a?: number
  rf?: number
  long0?: number
  x0?: number
  y0?: number
  k0?: number
}

const GRS80_AXIS = 6_378_137
const BESSEL_AXIS = 6_377_397.155

function crsOfParameters(wkt: string, epsg: number, title: string): Crs | null {
  let read: Parameters
  try {
    read = new (proj4 as unknown as { Proj: new (text: string) => Parameters }).Proj(wkt)
    const [x, y] = proj4(WGS84.proj4, wkt).forward([15, 60])
    if (!Number.isFinite(x) || !Number.isFinite(y)) return null
  } catch {
    return null
  }
  const known = [SWEREF99_TM, RT90, ...SWEREF99_LOCAL].find((crs) => {
    const own = new (proj4 as unknown as { Proj: new (text: string) => Parameters }).Proj(crs.proj4)
    const axis = crs === RT90 ? BESSEL_AXIS : GRS80_AXIS
    const alike = (a = 0, b = 0, tolerance = 1e-6) => Math.abs(a - b) <= tolerance
    return (
      /merc|utm/i.test(read.projName ?? '') &&
      alike(read.a, axis, 1) &&
      alike(read.x0, own.x0) &&
      alike(read.y0, own.y0) &&
      alike(read.k0 ?? 1, own.k0 ?? 1, 1e-9) &&
      alike(read.long0, own.long0, 1e-8)
    )
  })
  return known ?? { epsg, name: title === '' ? `EPSG:${epsg}` : title, proj4: wkt }
}
