import type { ColumnMetaData, Compressors, DataReader, PageHeader } from 'hyparquet'
import { parquetHeader } from 'hyparquet/src/column.js'
import { readVarInt } from 'hyparquet/src/thrift.js'

/** Bytes that one page, and all pages of a column in a row group, may unpack to. */
const LARGEST_PAGE = 2 ** 28
const LARGEST_COLUMN = 2 ** 30
/** Values of a nested column in one row group; a flat one has as many as rows. */
const MOST_NESTED_VALUES = 20_000_000

export interface ColumnLevels {
  definition: number
  repetition: number
}

/**
 * Holds the pages of a column to what they promise before they are decoded: the decoder believes every count, and a damaged run
 * length would have it write without end. Layout: github.com/apache/parquet-format, README and Encodings.
 * @throws Error where a page says more than it can hold
 */
export function checkPages(
  bytes: Uint8Array,
  column: ColumnMetaData,
  rows: number,
  levels: ColumnLevels,
  compressors: Compressors,
): void {
  const reader: DataReader = {
    view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    offset: 0,
  }
  const nested = levels.repetition > 0
  const most = nested ? Math.min(Number(column.num_values), MOST_NESTED_VALUES) : rows
  let values = 0
  let unpacked = 0
  while (reader.offset < bytes.byteLength - 1) {
    const header = parquetHeader(reader)
    const start = reader.offset
    const size = header.uncompressed_page_size
    const end = start + header.compressed_page_size
    if (!(header.compressed_page_size >= 0 && end <= bytes.byteLength))
      throw new Error('page outside its column')
    if (!(size >= 0 && size <= LARGEST_PAGE)) throw new Error('page too large')
    unpacked += size
    if (unpacked > LARGEST_COLUMN) throw new Error('column too large')
    const count = valuesOf(header)
    if (!(count >= 0)) throw new Error('page without a count')
    if (header.dictionary_page_header) {
      if (count > size * 8) throw new Error('dictionary too long')
    } else {
      values += count
      if (values > most) throw new Error('more values than rows')
      checkRuns(bytes.subarray(start, end), header, count, levels, column, compressors)
    }
    reader.offset = end
  }
}

function valuesOf(header: PageHeader): number {
  return (
    header.dictionary_page_header ??
    header.data_page_header ??
    header.data_page_header_v2 ?? { num_values: header.type === 'INDEX_PAGE' ? 0 : NaN }
  ).num_values
}

/** The run lengths of levels and of dictionary indices. */
function checkRuns(
  packed: Uint8Array,
  header: PageHeader,
  count: number,
  levels: ColumnLevels,
  { codec }: ColumnMetaData,
  compressors: Compressors,
): void {
  const unpack = (part: Uint8Array, size: number) =>
    codec === 'UNCOMPRESSED' ? part : (compressors[codec]?.(part, size) ?? part)
  const v2 = header.data_page_header_v2
  if (v2) {
    const { repetition_levels_byte_length: repetition, definition_levels_byte_length: definition } = v2
    if (!(repetition >= 0 && definition >= 0 && repetition + definition <= packed.length))
      throw new Error('levels outside their page')
    if (!(v2.num_nulls >= 0 && v2.num_nulls <= count && v2.num_rows <= count))
      throw new Error('more nulls than values')
    if (levels.repetition > 0) checkHybrid(packed.subarray(0, repetition), bitsFor(levels.repetition), count)
    if (levels.definition > 0)
      checkHybrid(packed.subarray(repetition, repetition + definition), bitsFor(levels.definition), count)
    const rest = packed.subarray(repetition + definition)
    const size = header.uncompressed_page_size - repetition - definition
    checkValues(v2.is_compressed === false ? rest : unpack(rest, size), v2.encoding, count - v2.num_nulls)
    return
  }
  const v1 = header.data_page_header
  if (!v1) return
  let rest = unpack(packed, header.uncompressed_page_size)
  let present = count
  for (const level of [levels.repetition, levels.definition])
    if (level > 0) {
      const length = new DataView(rest.buffer, rest.byteOffset, rest.byteLength).getUint32(0, true)
      const full = checkHybrid(rest.subarray(4, 4 + length), bitsFor(level), count, level)
      if (level === levels.definition) present = full
      rest = rest.subarray(4 + length)
    }
  checkValues(rest, v1.encoding, present)
}

function checkValues(bytes: Uint8Array, encoding: string | undefined, count: number): void {
  if (count === 0) return
  if (encoding === 'PLAIN_DICTIONARY' || encoding === 'RLE_DICTIONARY') {
    const width = bytes[0] ?? 0
    if (width > 32) throw new Error('indices too wide')
    if (width > 0) checkHybrid(bytes.subarray(1), width, count)
  } else if (encoding === 'RLE') checkHybrid(bytes.subarray(4), 1, count)
}

function bitsFor(level: number): number {
  return 32 - Math.clz32(level)
}

/**
 * Walks the runs of an RLE/bit-packed stream; how many of its `count` values are `full` (all of them where that is not asked).
 * @throws Error where a run is longer than what is left, or than its bytes
 */
function checkHybrid(bytes: Uint8Array, width: number, count: number, full?: number): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const reader: DataReader = { view, offset: 0 }
  let seen = 0
  let fulls = 0
  while (seen < count) {
    const header = readVarInt(reader) >>> 0
    if (header & 1) {
      const run = (header >>> 1) * 8
      // The last run is padded, by some writers far; only as far as there are bytes, and a group of eight more.
      const left = bytes.length - reader.offset
      if (run - 8 > (width > 0 ? (left * 8) / width + 8 : count - seen)) throw new Error('run too long')
      if (full !== undefined)
        for (let k = 0; k < Math.min(run, count - seen); k++)
          if (bitsAt(bytes, reader.offset * 8 + k * width, width) === full) fulls++
      reader.offset += (header >>> 1) * width
      seen += run
    } else {
      const run = header >>> 1
      if (run === 0 || run > count - seen) throw new Error('run too long')
      let value = 0
      for (let k = 0; k < (width + 7) >> 3; k++) value |= view.getUint8(reader.offset++) << (8 * k)
      if (value === full) fulls += run
      seen += run
    }
  }
  return full === undefined ? count : fulls
}

function bitsAt(bytes: Uint8Array, at: number, width: number): number {
  let value = 0
  for (let k = 0; k < width; k++) value |= (((bytes[(at + k) >> 3] ?? 0) >> ((at + k) & 7)) & 1) << k
  return value
}
