/** A point as databases write it. */
export interface WktPoint {
  x: number
  y: number
  /** Of EWKT's `SRID=3006;`; null where none stands. */
  srid: number | null
}

const LONGEST = 200
const NUMBER = '([+-]?\\d+(?:\\.\\d*)?(?:e[+-]?\\d+)?)'
const POINT = new RegExp(
  `^(?:SRID\\s*=\\s*(\\d{4,6})\\s*;\\s*)?(?:MULTI)?POINT\\s*(?:ZM?|M)?\\s*\\(+\\s*${NUMBER}\\s+${NUMBER}(?:\\s+[^()]*)?\\)+$`,
  'i',
)

/** The point of `POINT(18.07 59.33)` and `SRID=3006;POINT Z (674032 6580822 0)` (OGC 06-103r4; PostGIS), or null. */
export function parseWktPoint(text: string): WktPoint | null {
  const match = text.length > LONGEST ? null : POINT.exec(text)
  if (!match) return null
  return { srid: match[1] ? Number(match[1]) : null, x: Number(match[2]), y: Number(match[3]) }
}
