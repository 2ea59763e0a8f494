import { parquetWriteBuffer, type BasicType } from 'hyparquet-writer'
import type { SourceFile } from '../../src/ingest/index.ts'
import { file } from './files.ts'

type Written = Parameters<typeof parquetWriteBuffer>[0]

/** A Parquet file of columns; `options` as hyparquet-writer takes them. */
export function parquetFile(
  columnData: { name: string; data: unknown[]; type?: BasicType }[],
  options: Omit<Written, 'columnData'> = {},
  name = 'brott.parquet',
): SourceFile {
  return file(
    new Uint8Array(parquetWriteBuffer({ columnData: columnData as Written['columnData'], ...options })),
    name,
  )
}

/** A point as little-endian well-known binary (OGC 06-103r4, 8.2). */
export function wkbPoint(x: number, y: number): Uint8Array {
  const bytes = new Uint8Array(21)
  const view = new DataView(bytes.buffer)
  bytes[0] = 1
  view.setUint32(1, 1, true)
  view.setFloat64(5, x, true)
  view.setFloat64(13, y, true)
  return bytes
}

/** A polygon of one ring. */
export function wkbPolygon(ring: readonly (readonly [number, number])[]): Uint8Array {
  const bytes = new Uint8Array(13 + ring.length * 16)
  const view = new DataView(bytes.buffer)
  bytes[0] = 1
  view.setUint32(1, 3, true)
  view.setUint32(5, 1, true)
  view.setUint32(9, ring.length, true)
  ring.forEach(([x, y], k) => {
    view.setFloat64(13 + k * 16, x, true)
    view.setFloat64(21 + k * 16, y, true)
  })
  return bytes
}

/** The `geo` metadata of GeoParquet 1.1; `crs` as PROJJSON, null for unknown, left out for longitude and latitude. */
export function geoMetadata(
  crs?: unknown,
  encoding: 'WKB' | 'point' = 'WKB',
): { key: string; value: string }[] {
  const column = { encoding, geometry_types: [], ...(crs === undefined ? {} : { crs }) }
  const value = { version: '1.1.0', primary_column: 'geometry', columns: { geometry: column } }
  return [{ key: 'geo', value: JSON.stringify(value) }]
}

export function projJson(epsg: number): unknown {
  return { type: 'ProjectedCRS', name: 'a CRS', id: { authority: 'EPSG', code: epsg } }
}
