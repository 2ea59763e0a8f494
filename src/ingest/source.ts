import type { Crs } from './crs.ts'
import type { DetectedEncoding } from './encoding.ts'
import type { PrivacyFinding } from './privacy/inspect.ts'
import type { Note } from './report.ts'

export type SourceFormat = 'csv' | 'xlsx' | 'geojson' | 'geopackage' | 'shapefile' | 'kml' | 'gpx' | 'parquet'

/** What a file was packed in. */
export type Container = 'gzip' | 'zip'

/** The point geometry of a geographic format, unrolled into two columns of the table. */
export interface SourceGeometry {
  /** The CRS that the file declares; null where it says nothing. */
  crs: Crs | null
  /** Column of the easting or longitude. */
  x: number
  /** Column of the northing or latitude. */
  y: number
}

/** A `File`, or a `Blob` with a name (in tests and for data that were never a file). */
export type SourceFile = Blob & { readonly name: string }

/** How a delimited text file is written. */
export interface CsvDialect extends DetectedEncoding {
  delimiter: ',' | ';' | '\t' | '|'
  quote: '"' | "'"
  newline: '\n' | '\r'
}

export interface SampleRow {
  /** 1-based data row in the source, as in `IncidentColumns.row`. */
  row: number
  cells: string[]
}

/** What `sniff` found; plain data that can be posted, shown and changed before the load. */
export interface SourceDescription {
  name: string
  format: SourceFormat
  /** What the file was packed in, the outermost first; absent where it was not. */
  containers?: Container[]
  bytes: number
  /** Data rows; exact in a workbook, estimated from the first megabyte of a larger text file. */
  rows: number
  rowsAreExact: boolean
  /** Null for a workbook. */
  csv: CsvDialect | null
  /** Names of the workbook's sheets or of the file's layers; empty where it has but one table. */
  sheets: string[]
  /** The sheet that is read. */
  sheet: string | null
  /** Records (lines, blank ones too) above the first data row; the last of them is the header where `hasHeader`. */
  leadingRecords: number
  hasHeader: boolean
  /** Unique without regard to case, never empty, never `row`. */
  columns: string[]
  /** Of a geographic format: names of the properties in the file, one for each column before the two of the geometry. */
  fields?: string[]
  /** Up to 200 rows: the first 50, the others spread over the part that was read. */
  sample: SampleRow[]
  /** Cells from the middle and the end of a large file, whose row numbers are not known. */
  probe: string[][]
  decimalComma: boolean
  /** Where the file carries geometry of its own; null for a plain table. */
  geometry: SourceGeometry | null
  /** What the reader noticed of the table as a whole; the preview and the load report repeat it. */
  notes?: Note[]
  /** What looks personal in the sample; `sniff` sets it, formats need not. */
  privacy?: PrivacyFinding[]
}

/** Corrections of what `sniff` would decide by itself. */
export interface SniffChoices {
  sheet?: string
  hasHeader?: boolean
  /** The line (CSV) or row (workbook) that holds the headings, counted from 1 with blank ones; says that there is one. */
  headerRow?: number
  encoding?: DetectedEncoding['encoding']
  delimiter?: CsvDialect['delimiter']
}

/** A run of consecutive data rows. */
export interface RowChunk {
  /** 1-based number of the first row. */
  firstRow: number
  /** Cells as text; a blank line is `['']`. Lengths are as found. */
  rows: string[][]
  /** Indices into `rows` of lines that hold a quote which never closes: one cell, the whole line. */
  broken: number[]
  /** Bytes of the file read so far. */
  bytesRead: number
}

/** What a format does; every format is one file that exports one of these. */
export interface TableFormat {
  /** @throws IngestError */
  describe(file: SourceFile, choices: SniffChoices): Promise<SourceDescription>
  /**
   * All data rows in order, in bounded memory where the format allows it. `onBytes` sees every byte of the file once, in order.
   * @throws IngestError
   */
  read(
    file: SourceFile,
    description: SourceDescription,
    onBytes: (bytes: Uint8Array) => void,
  ): AsyncGenerator<RowChunk, ReaderNotes>
}

/** What the reader noticed that rows alone do not tell. */
export interface ReaderNotes {
  /** Characters that were no valid text. */
  replacedCharacters: number
  /** The encoding that was turned to in the middle of the file. */
  switchedEncoding: string | null
  /** Features of a layer of points that are lines, surfaces or several points: they have no position. */
  notPoints?: number
}
