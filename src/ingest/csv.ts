import { isBlank } from './blank.ts'
import { detectDialect } from './csvDialect.ts'
import { splitRows } from './csvRows.ts'
import { ChunkDecoder, detectEncoding, type DetectedEncoding } from './encoding.ts'
import { IngestError } from './errors.ts'
import { readBytes } from './files.ts'
import { columnNames, findTable } from './header.ts'
import { usesDecimalComma } from './numbers.ts'
import { pickSample } from './sample.ts'
import type { CsvDialect, RowChunk, SourceFile, TableFormat } from './source.ts'

const HEAD_BYTES = 1 << 20
const CHUNK_BYTES = 1 << 20
/** Characters without the end of a row. Excel's longest cell has 32 767; outlines as text can have a million. */
const LONGEST_LINE = 1 << 24
const PROBE_BYTES = 1 << 16
const PROBE_ROWS = 100

/** CSV, TSV and their kin: text with a delimiter. */
export const csv: TableFormat = {
  async describe(file, choices) {
    const head = await readBytes(file, 0, HEAD_BYTES)
    const whole = file.size <= HEAD_BYTES
    const detected = detectEncoding(head, whole)
    if (!detected) throw new IngestError('unsupported', { looksLike: 'binary' })
    const encoding: DetectedEncoding =
      choices.encoding === undefined || choices.encoding === detected.encoding
        ? detected
        : { encoding: choices.encoding, bom: 0, ascii: false }
    const text = new TextDecoder(encoding.encoding).decode(head, { stream: !whole })
    if (text.trim() === '') throw new IngestError('empty', {})
    const dialect: CsvDialect = { ...encoding, ...detectDialect(text, choices.delimiter) }
    const rough = splitRows(text, dialect, null, whole).rows.slice(0, 500)
    if (/^sep=.?\r?[\r\n]/.test(text)) rough[0] = ['']
    const shape = findTable(rough, choices)
    const { rows, rest } = splitRows(text, dialect, shape.width, whole)
    const header = shape.hasHeader ? rows[shape.leadingRecords - 1]! : null
    const data = rows.slice(shape.leadingRecords)
    while (whole && data.length > 0 && isBlank(data[data.length - 1]!)) data.pop()
    if (data.length === 0 && !whole) throw new IngestError('endlessLine', { most: HEAD_BYTES })
    if (data.length === 0) throw new IngestError('noRows', { sheet: null })
    const probe = whole ? [] : await probeRows(file, dialect, shape.width)
    const sample = pickSample(data)
    return {
      name: file.name,
      format: 'csv',
      bytes: file.size,
      rows: whole ? data.length : estimateRows(file.size, head.length, text.length, rest.length, rows.length),
      rowsAreExact: whole,
      csv: dialect,
      sheets: [],
      sheet: null,
      leadingRecords: shape.leadingRecords,
      hasHeader: shape.hasHeader,
      columns: columnNames(header, shape.width),
      geometry: null,
      sample,
      probe,
      decimalComma: usesDecimalComma(
        [...sample.map((row) => row.cells), ...probe],
        dialect.delimiter === ',',
      ),
    }
  },

  async *read(file, description, onBytes) {
    const dialect = description.csv!
    const decoder = new ChunkDecoder(dialect)
    let pending = readBytes(file, 0, CHUNK_BYTES)
    let rest = ''
    let skip = description.leadingRecords
    let firstRow = 1
    for (let at = 0; at < file.size || at === 0; at += CHUNK_BYTES) {
      const bytes = await pending
      const end = at + bytes.length
      const last = end >= file.size
      if (!last) pending = readBytes(file, end, CHUNK_BYTES)
      onBytes(bytes)
      const split = splitRows(rest + decoder.decode(bytes, last), dialect, description.columns.length, last)
      rest = split.rest
      if (rest.length > LONGEST_LINE) throw new IngestError('endlessLine', { most: LONGEST_LINE })
      const skipped = Math.min(skip, split.rows.length)
      skip -= skipped
      const chunk: RowChunk = {
        firstRow,
        rows: skipped > 0 ? split.rows.slice(skipped) : split.rows,
        broken: split.broken.map((k) => k - skipped).filter((k) => k >= 0),
        bytesRead: end,
      }
      firstRow += chunk.rows.length
      yield chunk
    }
    return { replacedCharacters: decoder.replaced, switchedEncoding: decoder.switchedTo }
  },
}

/** Rows of the right width from the middle and the end, so that a file sorted by time is not judged by its first days alone. */
async function probeRows(file: SourceFile, dialect: CsvDialect, width: number): Promise<string[][]> {
  const found: string[][] = []
  for (const place of [Math.floor(file.size / 4) * 2, Math.floor((file.size - PROBE_BYTES) / 2) * 2]) {
    const text = new TextDecoder(dialect.encoding).decode(await readBytes(file, place, PROBE_BYTES))
    const { rows } = splitRows(text.slice(text.indexOf(dialect.newline) + 1), dialect, width, false)
    const whole = rows.filter((cells) => cells.length === width)
    const step = Math.max(1, Math.floor(whole.length / PROBE_ROWS))
    for (let i = 0; i < whole.length && i < PROBE_ROWS * step; i += step) found.push(whole[i]!)
  }
  return found
}

function estimateRows(
  size: number,
  headBytes: number,
  characters: number,
  left: number,
  rows: number,
): number {
  return Math.round((size / (headBytes * (1 - left / characters))) * rows)
}
