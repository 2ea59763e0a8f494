import { IngestError } from '../errors.ts'
import { readBytes } from '../files.ts'
import { columnNames } from '../header.ts'
import { usesDecimalComma } from '../numbers.ts'
import { pickSample } from '../sample.ts'
import type { SourceFile, TableFormat } from '../source.ts'
import { noShapes, type FeatureFormat } from './featureFormat.ts'
import { EASTING, NORTHING } from './featureTableFormat.ts'
import { pointOf, shapeOf } from './geometry.ts'
import { openParquet, readGroup, type GroupValues, type ParquetFile } from './parquetFile.ts'

/** Rows that a preview decodes, and what it takes from the middle and the end. */
const HEAD_ROWS = 2_000
const PROBE_ROWS = 100
const CHUNK_ROWS = 20_000
const HASHED_BYTES = 1 << 22
const SHAPED_FEATURES = 1_000

/**
 * Parquet and GeoParquet as a table. Row groups are read one by one by their place in the file; points are unrolled into two
 * last columns.
 */
export const parquet: TableFormat = {
  async describe(file) {
    const source = await openParquet(file)
    if (source.rows === 0) throw new IngestError('noRows', { sheet: null })
    const names = source.columns.map(({ name }) => name)
    if (source.geometry) names.push(EASTING, NORTHING)
    const columns = columnNames(names, names.length)
    const sample = pickSample(await firstRows(file, source, 0, HEAD_ROWS))
    const { length } = source.groups
    const probe: string[][] = []
    for (const group of new Set([length >> 1, length - 1]))
      if (group > 0) probe.push(...(await firstRows(file, source, group, PROBE_ROWS)))
    return {
      name: file.name,
      format: 'parquet',
      bytes: file.size,
      rows: source.rows,
      rowsAreExact: true,
      csv: null,
      sheets: [],
      sheet: null,
      leadingRecords: 0,
      hasHeader: true,
      columns,
      geometry: source.geometry && { crs: source.geometry.crs, x: columns.length - 2, y: columns.length - 1 },
      sample,
      probe,
      decimalComma: usesDecimalComma([...sample.map((row) => row.cells), ...probe], false),
    }
  },

  async *read(file, _description, onBytes) {
    const source = await openParquet(file)
    await passBytes(file, onBytes)
    let firstRow = 1
    let notPoints = 0
    for (let group = 0; group < source.groups.length; group++) {
      const { rows } = source.groups[group]!
      const rowAt = rowWriter(source, await readGroup(file, source, group), () => notPoints++)
      for (let at = 0; at < rows; at += CHUNK_ROWS) {
        const length = Math.min(CHUNK_ROWS, rows - at)
        const part = Array.from({ length }, (_, k) => rowAt(at + k))
        const bytesRead = Math.round((file.size * (firstRow - 1 + length)) / source.rows)
        yield { firstRow, rows: part, broken: [], bytesRead }
        firstRow += length
      }
    }
    return { replacedCharacters: 0, switchedEncoding: null, notPoints }
  },
}

/** The features of a GeoParquet file, whatever their shape. A Parquet file without geometry has no layers. */
export const geoParquet: FeatureFormat = {
  async layers(file) {
    const source = await openParquet(file)
    const { geometry, groups } = source
    if (!geometry) return []
    const shapes = noShapes()
    if (groups.length > 0) {
      const values = (await readGroup(file, source, 0, SHAPED_FEATURES))(geometry.name)
      for (let row = 0; row < Math.min(groups[0]!.rows, SHAPED_FEATURES); row++)
        shapes[shapeOf(geometry.geometryOf(values(row)))]++
    }
    const fields = source.columns.map(({ name }) => name)
    return [{ name: null, fields, features: source.rows, shapes, crs: geometry.crs }]
  },

  async *read(file, _layer, onBytes) {
    const source = await openParquet(file)
    await passBytes(file, onBytes)
    const { columns, geometry } = source
    let read = 0
    for (let group = 0; group < source.groups.length; group++) {
      const { rows } = source.groups[group]!
      const values = await readGroup(file, source, group)
      const cells = cellsOf(source, values)
      const shape = geometry ? values(geometry.name) : () => undefined
      for (let at = 0; at < rows; at += CHUNK_ROWS) {
        const length = Math.min(CHUNK_ROWS, rows - at)
        const part = Array.from({ length }, (_, k) => columns.map((_column, c) => cells[c]!(at + k)))
        const geometries = Array.from({ length }, (_, k) => geometry?.geometryOf(shape(at + k)) ?? null)
        read += length
        yield { rows: part, geometries, bytesRead: Math.round((file.size * read) / source.rows) }
      }
    }
    return { replacedCharacters: 0, switchedEncoding: null }
  },
}

async function firstRows(
  file: SourceFile,
  source: ParquetFile,
  group: number,
  most: number,
): Promise<string[][]> {
  const rowAt = rowWriter(source, await readGroup(file, source, group, most), () => undefined)
  return Array.from({ length: Math.min(most, source.groups[group]!.rows) }, (_, row) => rowAt(row))
}

/** The texts of a row, the point at its end. */
function rowWriter(
  source: ParquetFile,
  values: GroupValues,
  onOtherShape: () => void,
): (row: number) => string[] {
  const cells = cellsOf(source, values)
  const { geometry } = source
  if (!geometry) return (row) => cells.map((cell) => cell(row))
  const shape = values(geometry.name)
  return (row) => {
    const found = geometry.geometryOf(shape(row))
    const point = pointOf(found)
    if (found && !point) onOtherShape()
    return [...cells.map((cell) => cell(row)), ...(point ? [String(point[0]), String(point[1])] : ['', ''])]
  }
}

function cellsOf({ columns }: ParquetFile, values: GroupValues): ((row: number) => string)[] {
  return columns.map(({ name, write }) => {
    const value = values(name)
    return (row) => write(value(row))
  })
}

/** Row groups are decoded out of the order of their bytes: who wants the bytes gets them in a pass of their own. */
async function passBytes(file: SourceFile, onBytes: (bytes: Uint8Array) => void): Promise<void> {
  for (let at = 0; at < file.size; at += HASHED_BYTES) onBytes(await readBytes(file, at, HASHED_BYTES))
}
