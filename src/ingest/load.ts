import { createSHA256 } from 'hash-wasm'
import {
  allocateColumns,
  COLUMN_KEYS,
  KIND_CODES,
  MISSING_DAY,
  type IncidentColumns,
} from '../domain/incident.ts'
import type { TypeLabel } from '../domain/taxonomy.ts'
import { isBlank } from './blank.ts'
import { IngestError } from './errors.ts'
import { formatOf } from './formats.ts'
import { IncidentParser } from './incidentParser.ts'
import type { Mapping } from './mapping.ts'
import { fileNotes } from './notes.ts'
import type { LoadReport, RejectedRow, RejectReason } from './report.ts'
import type { SourceDescription, SourceFile } from './source.ts'
import { TextColumns } from './textColumns.ts'

const BATCH_ROWS = 50_000
const KEPT_REJECTIONS = 100_000
const KEPT_UNKNOWN_TYPES = 1_000

/** Rows that were loaded, in the order of the file; all parts have the same length. */
export interface LoadBatch {
  columns: IncidentColumns
  /** The whole list so far; `columns.type` points into it. */
  labels: TypeLabel[]
  /** Arrow IPC stream: `row` (uint32) and every source column as utf8, named as in the description, empty cells null. */
  arrow: Uint8Array
}

export interface LoadProgress {
  bytes: number
  totalBytes: number
  /** Data rows read so far. */
  rows: number
}

export interface LoadOptions {
  onBatch: (batch: LoadBatch) => void | Promise<void>
  onProgress?: (progress: LoadProgress) => void
  signal?: AbortSignal
}

/**
 * Reads a whole file by a confirmed mapping. One bad row never stops the rest: it is rejected (it cannot be used) or noted.
 * @throws IngestError where the file as a whole cannot be read or the mapping names neither date nor position
 * @throws the signal's reason where it was aborted
 */
export async function load(
  file: SourceFile,
  description: SourceDescription,
  mapping: Mapping,
  options: LoadOptions,
): Promise<LoadReport> {
  if (!mapping.from && !mapping.position) throw new IngestError('nothingMapped', {})
  const started = performance.now()
  const hash = await createSHA256()
  const loader = new Loader(description, mapping, options)
  const chunks = formatOf(description.format).read(file, description, (bytes) => hash.update(bytes))
  let next = await chunks.next()
  for (; !next.done; next = await chunks.next()) {
    options.signal?.throwIfAborted()
    const { firstRow, rows, broken, bytesRead } = next.value
    const brokenRows = new Set(broken)
    for (let i = 0; i < rows.length; i++) {
      loader.take(rows[i]!, firstRow + i, brokenRows.has(i))
      if (loader.isFull) await loader.flush()
    }
    loader.gatherTexts()
    options.onProgress?.({ bytes: bytesRead, totalBytes: file.size, rows: loader.rowsRead })
  }
  options.signal?.throwIfAborted()
  await loader.flush()
  return {
    name: file.name,
    bytes: file.size,
    fingerprint: hash.digest('hex'),
    columns: description.columns,
    rowsRead: loader.rowsRead,
    rowsLoaded: loader.rowsLoaded,
    rejectedByReason: loader.rejectedByReason,
    rejected: loader.rejected,
    notes: fileNotes(mapping, loader.parser, loader.rowsLoaded, next.value),
    unknownTypes: loader.parser.types.unknown(KEPT_UNKNOWN_TYPES),
    firstDay: loader.firstDay === Infinity ? null : loader.firstDay,
    lastDay: loader.lastDay === -Infinity ? null : loader.lastDay,
    sourceCrs: mapping.position?.crs ?? null,
    metric: mapping.metric,
    timeZone: mapping.timeZone,
    kinds: { crime: loader.kinds[KIND_CODES.crime]!, event: loader.kinds[KIND_CODES.event]! },
    durationMs: performance.now() - started,
  }
}

/** Gathers rows into batches and keeps the tally. */
class Loader {
  readonly parser: IncidentParser
  readonly rejected: RejectedRow[] = []
  readonly rejectedByReason: Partial<Record<RejectReason, number>> = {}
  readonly kinds = [0, 0]
  rowsRead = 0
  rowsLoaded = 0
  firstDay = Infinity
  lastDay = -Infinity
  private columns = allocateColumns(BATCH_ROWS)
  /** Rows in `columns`. */
  private length = 0
  /** The cells of the last of them, not yet gathered. */
  private pending: string[][] = []
  private readonly texts: TextColumns
  /** Blank rows that are only counted when another row follows. */
  private blanks: { row: number; cells: string[] }[] = []
  private blankCount = 0

  constructor(
    private readonly description: SourceDescription,
    mapping: Mapping,
    private readonly options: LoadOptions,
  ) {
    this.parser = new IncidentParser(description.columns.length, mapping, description.decimalComma)
    this.texts = new TextColumns(description.columns, BATCH_ROWS)
  }

  get isFull(): boolean {
    return this.length === BATCH_ROWS
  }

  take(cells: string[], row: number, broken: boolean): void {
    if (isBlank(cells)) {
      this.blankCount++
      if (this.blanks.length < KEPT_REJECTIONS) this.blanks.push({ row, cells })
      return
    }
    if (this.blankCount > 0) this.rejectBlanks()
    this.rowsRead = row
    const at = this.length
    const reason = broken ? 'brokenQuotes' : this.parser.parse(cells, row, this.columns, at)
    if (reason) {
      const column = broken || this.parser.rejectedColumn < 0 ? null : this.parser.rejectedColumn
      this.reject({
        row,
        reason,
        column: column === null ? null : this.description.columns[column]!,
        value: column === null ? null : this.parser.rejectedValue,
        cells,
      })
      return
    }
    this.pending.push(cells)
    this.length++
    this.rowsLoaded++
    this.kinds[this.columns.kind[at]!]!++
    const day = this.columns.day[at]!
    if (day === MISSING_DAY) return
    if (day < this.firstDay) this.firstDay = day
    if (day > this.lastDay) this.lastDay = day
  }

  gatherTexts(): void {
    if (this.pending.length > 0) this.texts.append(this.pending)
    this.pending = []
  }

  async flush(): Promise<void> {
    const { length } = this
    if (length === 0) return
    this.gatherTexts()
    const columns = length === BATCH_ROWS ? this.columns : trimmed(this.columns, length)
    const arrow = this.texts.takeIpc(columns.row)
    this.columns = allocateColumns(BATCH_ROWS)
    this.length = 0
    await this.options.onBatch({ columns, labels: this.parser.types.labels.slice(), arrow })
  }

  private reject(rejected: RejectedRow): void {
    this.rejectedByReason[rejected.reason] = (this.rejectedByReason[rejected.reason] ?? 0) + 1
    if (this.rejected.length < KEPT_REJECTIONS) this.rejected.push(rejected)
  }

  private rejectBlanks(): void {
    for (const { row, cells } of this.blanks)
      this.reject({ row, reason: 'emptyRow', column: null, value: null, cells })
    const uncounted = this.blankCount - this.blanks.length
    if (uncounted > 0) this.rejectedByReason.emptyRow! += uncounted
    this.blanks = []
    this.blankCount = 0
  }
}

function trimmed(columns: IncidentColumns, length: number): IncidentColumns {
  const short = allocateColumns(length)
  for (const key of COLUMN_KEYS) short[key].set(columns[key].subarray(0, length) as never)
  return short
}
