import type { ColumnKey, IncidentFilter, Language, Sort } from './filter.ts'

/** A column of the exported file under its heading. */
export interface CsvColumn {
  column: ColumnKey
  heading: string
}

export interface CsvOptions {
  filter: IncidentFilter
  columns: readonly CsvColumn[]
  /** Order of the source unless given. */
  sort?: Sort
  /** Language of types, categories and kinds. */
  language: Language
  /** Decimal sign of coordinates; source columns stand as they stood. */
  decimal: ',' | '.'
  signal?: AbortSignal
  /** Rows written so far, of all. */
  onProgress?: (done: number, total: number) => void
}

/** Excel takes a CSV for UTF-8 only with this mark. */
export const BYTE_ORDER_MARK = new Uint8Array([0xef, 0xbb, 0xbf])

/** Rows formatted at a time: short enough for the table to be scrolled between two chunks. */
export const CHUNK_ROWS = 20_000

/** All chunks as one file. */
export async function csvBlob(chunks: AsyncIterable<Uint8Array<ArrayBuffer>>): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = []
  for await (const chunk of chunks) parts.push(chunk)
  return new Blob(parts, { type: 'text/csv;charset=utf-8' })
}
