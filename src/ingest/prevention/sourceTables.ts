import Papa from 'papaparse'
import { PreventionFileError } from '../../domain/preventionFile/error.ts'
import { isBlank } from '../blank.ts'
import { projection, WGS84 } from '../crs.ts'
import { detectDialect } from '../csvDialect.ts'
import { ChunkDecoder, detectEncoding } from '../encoding.ts'
import { IngestError } from '../errors.ts'
import { readFeatures } from '../features.ts'
import { readBytes } from '../files.ts'
import { zipEntries } from '../formats/zipEntries.ts'
import { commonWidth, columnNames, findTable } from '../header.ts'
import { usesDecimalComma } from '../numbers.ts'
import type { SourceFile } from '../source.ts'
import { readSheets } from '../workbook.ts'
import { mapPositions } from './mapPositions.ts'

/** A table of a file that may hold walks or measures, as text. */
export interface SourceTable {
  /** Sheet, layer or file in the zip; '' where there is but one. */
  name: string
  columns: string[]
  rows: string[][]
  /** Number of the first row as a spreadsheet counts. */
  firstRow: number
  decimalComma: boolean
  /** One a row, in degrees WGS 84; null for plain tables. */
  geometries: (GeoJSON.Geometry | null)[] | null
}

/** A protocol has hundreds of rows, the work of a town some thousands. */
const MOST_ROWS = 200_000
const MOST_BYTES = 64 * 1024 * 1024

/** A file that is held in memory as a whole. @throws IngestError `tooLarge` */
export async function wholeText(file: SourceFile): Promise<string> {
  if (file.size > MOST_BYTES) throw new IngestError('tooLarge', { bytes: file.size, most: MOST_BYTES })
  const bytes = await readBytes(file, 0, file.size)
  const encoding = detectEncoding(bytes, true)
  if (!encoding) throw new IngestError('unsupported', { looksLike: 'binary' })
  return new ChunkDecoder(encoding).decode(bytes, true).replace(/^\ufeff/, '')
}

/** A delimited text. */
export async function csvTable(file: SourceFile, name: string): Promise<SourceTable | null> {
  const text = await wholeText(file)
  const { delimiter, quote } = detectDialect(text.slice(0, 1 << 20))
  const { data } = Papa.parse<string[]>(text, {
    delimiter,
    quoteChar: quote,
    newline: /^[^\r\n]*\r\n/.test(text) ? '\r\n' : undefined,
  })
  return tableOf(name, data, delimiter === ',')
}

/** The visible sheets of a workbook that hold anything. */
export async function sheetTables(file: SourceFile): Promise<SourceTable[]> {
  if (file.size > MOST_BYTES) throw new IngestError('tooLarge', { bytes: file.size, most: MOST_BYTES })
  const sheets = await readSheets(await readBytes(file, 0, file.size))
  return held(sheets.filter(({ hidden }) => !hidden).map(({ name, rows }) => tableOf(name, rows, false)))
}

/** The CSV files of a zip. */
export async function zippedTables(file: SourceFile): Promise<SourceTable[]> {
  const entries = (await zipEntries(file)).filter(({ name }) => /\.(csv|txt|tsv)$/i.test(name))
  const tables: (SourceTable | null)[] = []
  for (const entry of entries.slice(0, 50)) {
    const name = entry.name.replace(/^.*[/\\]/, '')
    const inner = Object.defineProperty(await entry.unpack(), 'name', { value: name }) as SourceFile
    if (inner.size > 0) tables.push(await csvTable(inner, name.replace(/\.\w+$/, '')))
  }
  return held(tables)
}

/** The layers of a geographic file with their geometries in degrees. */
export async function layerTables(file: SourceFile): Promise<SourceTable[]> {
  const first = await readFeatures(file)
  const others = first.layers.filter((layer) => layer !== first.layer)
  const layers = [first]
  for (const layer of others.slice(0, 20)) layers.push(await readFeatures(file, { layer }))
  return held(
    layers.map(({ layer, crs, columns, rows, geometries }) => {
      const { inverse } = projection(crs)
      const inDegrees = crs.epsg === WGS84.epsg
      return {
        name: layer ?? '',
        columns,
        rows,
        firstRow: 1,
        decimalComma: usesDecimalComma(rows.slice(0, 200), false),
        geometries: geometries.map((one) =>
          inDegrees || !one ? one : mapPositions(one, ([x, y]) => inverse(x!, y!)),
        ),
      }
    }),
  )
}

function held(tables: readonly (SourceTable | null)[]): SourceTable[] {
  const kept = tables.filter((table) => table !== null)
  const rows = kept.reduce((sum, table) => sum + table.rows.length, 0)
  if (rows > MOST_ROWS) throw new PreventionFileError('tooManyRows', { rows, most: MOST_ROWS })
  return kept
}

/** Records as they stand, titles above the head left out; null where nothing is in them. */
function tableOf(name: string, records: readonly string[][], english: boolean): SourceTable | null {
  if (records.every(isBlank)) return null
  const shape = findTable(records.slice(0, 500))
  // A table of words alone has its head in its first full row all the same.
  const leading = shape.hasHeader ? shape.leadingRecords : shape.leadingRecords + 1
  const width = Math.max(shape.width, commonWidth(records.slice(leading - 1, leading)))
  const rows = records.slice(leading)
  return {
    name,
    columns: columnNames(records[leading - 1] ?? null, width),
    rows,
    firstRow: leading + 1,
    decimalComma: usesDecimalComma(rows.slice(0, 2000), english),
    geometries: null,
  }
}
