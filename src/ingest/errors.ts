/** What content that this product cannot read was recognised as; the words stand in `fileFormats.unsupported`. */
export type Unreadable =
  | 'pdf'
  | 'oldExcel'
  | 'image'
  | 'html'
  | 'json'
  | 'topojson'
  | 'esriJson'
  | 'xml'
  | 'gml'
  | 'zip'
  | 'sevenZip'
  | 'rar'
  | 'tar'
  | 'fileGeodatabase'
  | 'mapInfo'
  | 'drawing'
  | 'sqlite'
  | 'loneShapefile'
  | 'flatGeobuf'
  | 'openDocument'
  | 'word'
  | 'binary'

/** Files whose damage is told by the name of their format. */
export type BreakableFormat =
  'geojson' | 'geopackage' | 'shapefile' | 'kml' | 'gpx' | 'gzip' | 'zip' | 'parquet'

import type { PersonFile } from './privacy/personFile.ts'

/** Why a file cannot be used at all; the words stand in the catalogue `ingest.errors`. */
export interface IngestErrorData {
  /** No bytes, or nothing but blank lines. */
  empty: Record<string, never>
  /** Content that is no table this product reads; `looksLike` names what was recognised. */
  unsupported: { looksLike: Unreadable }
  /** A zip that claims to be a workbook and cannot be read as one. */
  brokenWorkbook: { detail: string }
  /** A row group of a Parquet file has more cells than can be held at once. */
  rowGroupTooLarge: { cells: number; most: number }
  /** A text that goes on for so many characters without a line's end that it is no table. */
  endlessLine: { most: number }
  /** A workbook that unpacks to more than any export: a bomb, or not meant for a browser. */
  workbookTooLarge: { most: number }
  /** The workbook has no sheet of that name. */
  noSuchSheet: { sheet: string; sheets: string[] }
  /** Header but no rows, or a sheet without cells. */
  noRows: { sheet: string | null }
  /** No column reads as a date, no pair of columns as positions. */
  noDateOrPosition: { columns: string[] }
  /** One row is one person, not one incident. */
  personFile: PersonFile
  /** The grid or the ring of a coarsening has no such size. */
  badCoarsening: { fault: 'cell' | 'ring' }
  /** The confirmed mapping names neither a date nor a position. */
  nothingMapped: Record<string, never>
  /** Damaged or cut off. */
  brokenFile: { format: BreakableFormat; detail: string }
  /** Too large for a format that has to be held in memory as a whole. */
  tooLarge: { bytes: number; most: number }
  /** So many columns or properties that names must be values. */
  tooManyColumns: { most: number }
  /** A shapefile without one of its parts. */
  missingPart: { layer: string; part: 'dbf' | 'shx' }
  /** A layer without features, or a file without layers. */
  noFeatures: { layer: string | null }
  /** XML that declares entities, which can unfold to any size. */
  entities: Record<string, never>
  /** An archive with more than one file that could be meant. */
  severalFiles: { names: string[] }
  /** An archive without a file that can be read. */
  nothingInside: { names: string[] }
  /** An archive that unpacks to more than any export: a bomb, or not meant for a browser. */
  archiveTooLarge: { most: number }
  /** An archive within an archive within an archive. */
  nestedArchive: Record<string, never>
  /** An archive that asks for a passphrase. */
  encryptedArchive: Record<string, never>
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

/**
 * What a library says is wrong with a file. Errors of the machine (TypeError, RangeError, a trap of WebAssembly) say where it
 * stumbled and not over what.
 */
export function detailOf(error: unknown): string {
  const said = error instanceof Error && error.name === 'Error' && !error.message.includes('undefined')
  return said ? error.message : 'inconsistent'
}
