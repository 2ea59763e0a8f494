import { encodeList, encodeText } from '../../domain/preventionFile/cellCodec.ts'
import {
  FILE_TABLES,
  type Field,
  type FieldValue,
  type FileRecord,
  type FileRecords,
  type FileSubject,
} from '../../domain/preventionFile/tables.ts'
import { wordOf, YES_NO, type FileLanguage } from '../../domain/preventionFile/vocabularies.ts'

/** A table as it is written: headings and cells; numbers stay numbers, '' is no value. */
export interface WrittenTable {
  name: string
  headings: string[]
  rows: (string | number)[][]
}

/** The tables of a subject with headings and words in a language; all of them, also those without rows. */
export function writtenTables(
  records: FileRecords,
  subject: FileSubject,
  language: FileLanguage,
): WrittenTable[] {
  return FILE_TABLES[subject].map((table) => ({
    name: table[language],
    headings: table.fields.map((field) => field[language]),
    rows: (records[table.key] ?? []).map((record: FileRecord) =>
      table.fields.map((field) => cellOf(field, record[field.key], language)),
    ),
  }))
}

function cellOf(field: Field, value: FieldValue | undefined, language: FileLanguage): string | number {
  if (value === undefined) return ''
  if (typeof value === 'number') return value
  if (typeof value === 'boolean') return wordOf(YES_NO, String(value), language)
  if (typeof value !== 'string') return encodeList(value)
  if (field.kind === 'word') return wordOf(field.words!, value, language)
  // An empty cell of a text that is never absent is the empty text.
  return value === '' && field.need === 'needed' ? '' : encodeText(value)
}
