import { wkbToGeojson } from 'hyparquet/src/wkb.js'
import { soundGeometry } from './geometry.ts'

/** Bytes of the envelope by its code (GeoPackage 1.3, table 7). */
const ENVELOPES = [0, 32, 48, 48, 64]
const EMPTY = 0x10

/** The geometry of a GeoPackage blob: a header, then ISO well-known binary. Null where it is empty, damaged or a curve. */
export function geometryOfGeoPackage(blob: Uint8Array): GeoJSON.Geometry | null {
  if (blob.length < 13 || blob[0] !== 0x47 || blob[1] !== 0x50) return null
  const flags = blob[3]!
  const envelope = ENVELOPES[(flags >> 1) & 7]
  if (envelope === undefined || (flags & EMPTY) !== 0) return null
  return geometryOfWkb(blob.subarray(8 + envelope))
}

/** The geometry of ISO well-known binary; null where it is empty, damaged or a curve. */
export function geometryOfWkb(bytes: Uint8Array): GeoJSON.Geometry | null {
  try {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    return soundGeometry(wkbToGeojson({ view, offset: 0 }))
  } catch {
    // A RangeError at the end of the bytes, or a type that GeoJSON has no word for.
    return null
  }
}
