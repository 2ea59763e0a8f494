/** Why a file cannot be used at all; the words stand in the catalogue `ingest.errors`. */
export interface IngestErrorData {
  /** No bytes, or nothing but blank lines. */
  empty: Record<string, never>
  /** Content that is no table this product reads; `looksLike` names what was recognised. */
  unsupported: { looksLike: 'pdf' | 'oldExcel' | 'zip' | 'image' | 'html' | 'json' | 'xml' | 'binary' }
  /** A zip that claims to be a workbook and cannot be read as one. */
  brokenWorkbook: { detail: string }
  /** The workbook has no sheet of that name. */
  noSuchSheet: { sheet: string; sheets: string[] }
  /** Header but no rows, or a sheet without cells. */
  noRows: { sheet: string | null }
  /** No column reads as a date, no pair of columns as positions. */
  noDateOrPosition: { columns: string[] }
  /** The confirmed mapping names neither a date nor a position. */
  nothingMapped: Record<string, never>
  /** The browser could not read the file (moved, removed, no right). */
  unreadable: { detail: string }
}

export type IngestErrorCode = keyof IngestErrorData

/** A failure of the whole file. Rows never throw: they are rejected or noted. */
export class IngestError<Code extends IngestErrorCode = IngestErrorCode> extends Error {
  readonly code: Code
  readonly data: IngestErrorData[Code]

  constructor(code: Code, data: IngestErrorData[Code]) {
    super(`${code} ${JSON.stringify(data)}`)
    this.name = 'IngestError'
    this.code = code
    this.data = data
  }
}
