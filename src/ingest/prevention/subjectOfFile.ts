import Papa from 'papaparse'
import { GEOJSON_TABLE } from '../../domain/preventionFile/geoJsonForm.ts'
import { GPX_NAMESPACE } from '../../domain/preventionFile/gpxForm.ts'
import { FILE_TABLES, type FileSubject } from '../../domain/preventionFile/tables.ts'
import { detectDialect } from '../csvDialect.ts'
import { detectContent } from '../detectFormat.ts'
import { ChunkDecoder, detectEncoding } from '../encoding.ts'
import { readBytes } from '../files.ts'
import { cellText } from '../formats/cellText.ts'
import { featureFormatOf } from '../formats/featureFormats.ts'
import { glanceAtProperties } from '../formats/geojson.ts'
import { zipEntries } from '../formats/zipEntries.ts'
import { findTable } from '../header.ts'
import type { SourceFile, SourceFormat } from '../source.ts'
import { readSheets } from '../workbook.ts'
import { subjectOf } from './subjectOf.ts'

const HEAD_BYTES = 65_536
const LOOKED_AT = 60
/** A larger workbook is of incidents: it is not unpacked twice. */
const LARGEST_WORKBOOK = 16 * 1024 * 1024

/** Whether an archive holds the tables of walks or measures, by the names of its files. */
export async function subjectOfZip(file: SourceFile): Promise<FileSubject | null> {
  if ((await detectContent(file)) !== 'zip') return null
  const names = new Set(
    (await zipEntries(file)).map(({ name }) => name.replace(/^.*[/\\]/, '').normalize('NFC')),
  )
  for (const subject of ['walks', 'measures'] as const)
    for (const language of ['sv', 'en'] as const)
      if (FILE_TABLES[subject].filter((table) => names.has(`${table[language]}.csv`)).length > 1)
        return subject
  return null
}

/** Whether a file is of walks or measures, by its headings and first rows; null where it is not, as far as anyone can tell. */
export async function subjectOfFile(file: SourceFile, format: SourceFormat): Promise<FileSubject | null> {
  switch (format) {
    case 'csv':
      return subjectOfText(file)
    case 'xlsx':
      return file.size > LARGEST_WORKBOOK ? null : subjectOfWorkbook(file)
    case 'geojson':
      return subjectOfFeatures(await glanceAtProperties(file))
    case 'gpx': {
      const head = new TextDecoder().decode(await readBytes(file, 0, 2048))
      return head.includes(GPX_NAMESPACE) ? 'walks' : null
    }
    case 'parquet':
      return null
    default: {
      const layers = await featureFormatOf(format)!.layers(file)
      return first(layers.map(({ fields }) => subjectOf(fields, [])))
    }
  }
}

async function subjectOfText(file: SourceFile): Promise<FileSubject | null> {
  const bytes = await readBytes(file, 0, HEAD_BYTES)
  const encoding = detectEncoding(bytes, file.size <= HEAD_BYTES)
  if (!encoding) return null
  const text = new ChunkDecoder(encoding).decode(bytes, false).replace(/^\ufeff/, '')
  const { delimiter, quote } = detectDialect(text)
  const { data } = Papa.parse<string[]>(text, { delimiter, quoteChar: quote, preview: LOOKED_AT })
  return subjectOfRecords(data)
}

async function subjectOfWorkbook(file: SourceFile): Promise<FileSubject | null> {
  const sheets = await readSheets(await readBytes(file, 0, file.size), undefined, LOOKED_AT)
  return first(sheets.filter(({ hidden }) => !hidden).map(({ rows }) => subjectOfRecords(rows)))
}

function subjectOfRecords(records: readonly string[][]): FileSubject | null {
  if (records.length === 0) return null
  const shape = findTable(records)
  const head = shape.hasHeader ? shape.leadingRecords - 1 : shape.leadingRecords
  return subjectOf(records[head] ?? [], records.slice(head + 1))
}

function subjectOfFeatures(properties: readonly Readonly<Record<string, unknown>>[]): FileSubject | null {
  const table = properties[0]?.[GEOJSON_TABLE.sv] ?? properties[0]?.[GEOJSON_TABLE.en]
  for (const subject of ['walks', 'measures'] as const)
    if (FILE_TABLES[subject].some(({ sv, en }) => table === sv || table === en)) return subject
  const some = properties.slice(0, LOOKED_AT)
  const names = [...new Set(some.flatMap((one) => Object.keys(one)))]
  return subjectOf(
    names,
    some.map((one) => names.map((name) => cellText(one[name]))),
  )
}

function first(subjects: readonly (FileSubject | null)[]): FileSubject | null {
  return subjects.find((subject) => subject !== null) ?? null
}
