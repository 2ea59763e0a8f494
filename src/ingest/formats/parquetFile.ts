import type {
  AsyncBuffer,
  Compressors,
  FileMetaData,
  ParquetParsers,
  RowGroup,
  SchemaElement,
} from 'hyparquet'
import { detailOf, IngestError } from '../errors.ts'
import { readBytes } from '../files.ts'
import type { SourceFile } from '../source.ts'
import { geometryColumn, type GeometryColumn } from './geoParquet.ts'
import type { ColumnLevels } from './parquetPages.ts'
import { cellWriter, type CellWriter } from './parquetText.ts'

/** Cells that are held at once: a row group is decoded as a whole. */
const MOST_CELLS = 150_000_000
const MOST_COLUMNS = 4096
const LARGEST_METADATA = 2 ** 26

export interface ParquetColumn {
  name: string
  write: CellWriter
}

/** A Parquet file whose footer has been read. */
export interface ParquetFile {
  rows: number
  /** Top-level columns without the geometry. */
  columns: ParquetColumn[]
  geometry: GeometryColumn | null
  /** Rows of the groups, in order; the empty ones left out. */
  groups: { rows: number; part: RowGroup }[]
  metadata: FileMetaData
  compressors: Compressors
}

/** Decoded values of a column by its name and row. */
export type GroupValues = (column: string) => (row: number) => unknown

/** What happens to bytes that have a type: text stays text, geometry stays bytes. */
const PARSERS: Partial<ParquetParsers> = {
  jsonFromBytes: (bytes) => bytes && new TextDecoder().decode(bytes),
  geometryFromBytes: (bytes) => bytes,
  geographyFromBytes: (bytes) => bytes,
}

/** Reads the footer. @throws IngestError */
export async function openParquet(file: SourceFile): Promise<ParquetFile> {
  const [{ parquetMetadataAsync, parquetSchema }, { compressors }] = await Promise.all([
    import('hyparquet'),
    import('hyparquet-compressors'),
  ])
  return readable(async () => {
    const tail = await readBytes(file, Math.max(0, file.size - 8), 8)
    if (tail.length < 8) throw new Error('too short')
    const length = new DataView(tail.buffer, tail.byteOffset).getUint32(0, true)
    if (length > LARGEST_METADATA || length > file.size - 8) throw new Error('footer too long')
    const metadata = await parquetMetadataAsync(asyncBuffer(file), { geoparquet: false })
    const roots = parquetSchema(metadata).children
    const geometry = geometryColumn(
      metadata,
      roots.map(({ element }) => element),
    )
    const geometryElement = roots.find(({ element }) => element.name === geometry?.name)?.element
    for (const element of metadata.schema) plainTypes(element)
    if (geometryElement?.type === 'BYTE_ARRAY') geometryElement.logical_type = { type: 'GEOMETRY' }
    if (roots.length > MOST_COLUMNS) throw new IngestError('tooManyColumns', { most: MOST_COLUMNS })
    const apart = new Set([geometry?.name, ...(geometry?.covering ?? [])])
    const names = new Set<string>()
    const columns: ParquetColumn[] = []
    for (const { element, children } of roots) {
      if (apart.has(element.name) || names.has(element.name)) continue
      names.add(element.name)
      const nested = children.length > 0 || element.repetition_type === 'REPEATED'
      columns.push({ name: element.name, write: cellWriter(element, nested) })
    }
    const groups = metadata.row_groups
      .map((part) => ({ rows: Number(part.num_rows), part }))
      .filter(({ rows }) => rows !== 0)
    for (const { rows } of groups) {
      if (!(rows > 0)) throw new Error('negative rows')
      const cells = rows * roots.length
      if (cells > MOST_CELLS) throw new IngestError('rowGroupTooLarge', { cells, most: MOST_CELLS })
    }
    const rows = groups.reduce((sum, group) => sum + group.rows, 0)
    return { rows, columns, geometry, groups, metadata, compressors }
  })
}

/**
 * Decodes a row group, or its first rows; only its own bytes of the file are read.
 * @throws IngestError
 */
export async function readGroup(
  file: SourceFile,
  { metadata, compressors, groups }: ParquetFile,
  index: number,
  rowEnd = Infinity,
): Promise<GroupValues> {
  const [
    { parquetRead, parquetSchema },
    { getMaxDefinitionLevel, getMaxRepetitionLevel, getTreePath },
    { checkPages },
  ] = await Promise.all([import('hyparquet'), import('hyparquet/src/schema.js'), import('./parquetPages.ts')])
  return readable(async () => {
    const { part, rows } = groups[index]!
    const ranges = part.columns.map(({ meta_data: column, file_path: path }) => {
      if (!column || path) throw new Error('column kept elsewhere, or encrypted')
      const start = Number(column.dictionary_page_offset || column.data_page_offset)
      return { column, start, end: start + Number(column.total_compressed_size) }
    })
    if (ranges.length === 0) throw new Error('no columns')
    const first = ranges.reduce((least, { start }) => Math.min(least, start), Infinity)
    const last = ranges.reduce((most, { end }) => Math.max(most, end), 0)
    if (!(first >= 0 && last <= file.size && ranges.every(({ start, end }) => start <= end)))
      throw new Error('columns outside the file')
    const bytes = await readBytes(file, first, last - first)
    const tree = parquetSchema(metadata)
    for (const { column, start, end } of ranges) {
      const path = getTreePath(tree, column.path_in_schema)
      const levels: ColumnLevels = {
        definition: getMaxDefinitionLevel(path),
        repetition: getMaxRepetitionLevel(path),
      }
      checkPages(bytes.subarray(start - first, end - first), column, rows, levels, compressors)
    }
    const held: AsyncBuffer = {
      byteLength: file.size,
      slice: (start, end = file.size) =>
        bytes.slice(Math.max(0, start - first), Math.max(0, end - first)).buffer as ArrayBuffer,
    }
    const pages = new Map<string, Page[]>()
    await parquetRead({
      file: held,
      metadata: { ...metadata, row_groups: [part], num_rows: part.num_rows },
      rowStart: 0,
      rowEnd: Math.min(rows, rowEnd),
      compressors,
      parsers: PARSERS,
      geoparquet: false,
      onChunk: ({ columnName, columnData, rowStart }) => {
        const known = pages.get(columnName)
        const page = { start: rowStart, values: columnData }
        if (known) known.push(page)
        else pages.set(columnName, [page])
      },
    })
    return (column) => walker(pages.get(column) ?? [])
  })
}

interface Page {
  start: number
  values: ArrayLike<unknown>
}

/** Values by row, quickest in ascending order. */
function walker(pages: readonly Page[]): (row: number) => unknown {
  let at = 0
  return (row) => {
    if (pages.length > 0 && row < pages[at]!.start) at = 0
    while (at + 1 < pages.length && row >= pages[at + 1]!.start) at++
    const page = pages[at]
    return page?.values[row - page.start]
  }
}

/** Types that the decoder knows by their old name only, and those that it refuses. */
function plainTypes(element: SchemaElement): void {
  const { logical_type: logical } = element
  if (logical?.type === 'DATE') element.converted_type ??= 'DATE'
  if (logical?.type === 'DECIMAL' && element.converted_type === undefined) {
    element.converted_type = 'DECIMAL'
    element.scale ??= logical.scale
  }
  if (logical?.type === 'JSON') element.converted_type ??= 'JSON'
  if (element.converted_type === 'BSON' || element.converted_type === 'INTERVAL')
    delete element.converted_type
}

function asyncBuffer(file: SourceFile): AsyncBuffer {
  return {
    byteLength: file.size,
    slice: async (start, end = file.size) => {
      const bytes = await readBytes(file, start, end - start)
      return bytes.buffer as ArrayBuffer
    },
  }
}

/** The decoder throws whatever comes over it (RangeError, TypeError, traps of WebAssembly): to us all of it is a damaged file. */
async function readable<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof IngestError) throw error
    const detail = detailOf(error).replace(/^parquet /, '')
    throw new IngestError('brokenFile', { format: 'parquet', detail })
  }
}
