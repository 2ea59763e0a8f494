import { createSHA256 } from 'hash-wasm'
import {
  allocateColumns,
  byKind,
  COLUMN_KEYS,
  KIND_CODES,
  MISSING_DAY,
  type IncidentColumns,
} from '../domain/incident.ts'
import type { TypeLabel } from '../domain/taxonomy.ts'
import type { AddressRegister } from './addresses/register.ts'
import { isBlank } from './blank.ts'
import { DuplicateFinder, type DuplicateReport, type EarlierFile } from './duplicates.ts'
import { IngestError } from './errors.ts'
import { KeyMaker, type IncidentKeys } from './incidentKeys.ts'
import { projection, type Projection } from './crs.ts'
import { bytesOf } from './files.ts'
import { formatOf } from './formats.ts'
import { IncidentParser } from './incidentParser.ts'
import { saysWhenOrWhere, type Mapping } from './mapping.ts'
import { fileNotes } from './notes.ts'
import { coarseningFault } from './privacy/choices.ts'
import { moverFor, moveRow, type Mover } from './privacy/coarsen.ts'
import { PrivacyGuard } from './privacy/guard.ts'
import { inspectPrivacy } from './privacy/inspect.ts'
import { MovedPositions } from './privacy/movedPositions.ts'
import { personFile } from './privacy/personFile.ts'
import type { CoarseningEffect } from './privacy/privacyReport.ts'
import { newSecret } from './privacy/secret.ts'
import type { LoadReport, Note, RejectedRow, RejectReason } from './report.ts'
import { orderIsOpen, settleDateOrder } from './settleDateOrder.ts'
import type { SourceDescription, SourceFile } from './source.ts'
import { TextColumns } from './textColumns.ts'
import { unwrap } from './unwrap.ts'

const BATCH_ROWS = 50_000
const KEPT_REJECTIONS = 100_000
const KEPT_UNKNOWN_TYPES = 1_000

/** The order of day and month was said by a row beyond the sample. */
const DATE_ORDER_BY_ROWS: Note = { code: 'dateOrderByRows', count: 1, share: 1 }

/** Rows that were loaded, in the order of the file; all parts have the same length. */
export interface LoadBatch {
  columns: IncidentColumns
  /** The whole list so far; `columns.type` points into it. */
  labels: TypeLabel[]
  /** Arrow IPC stream: `row` (uint32) and every source column that is stored as utf8, named as in the description, empty cells null. */
  arrow: Uint8Array
  /** By what the rows are known again in a later file. */
  keys: IncidentKeys
}

export interface LoadProgress {
  bytes: number
  totalBytes: number
  /** Data rows read so far. */
  rows: number
}

/** The data set that a file's rows join. */
export interface JoinedDataset {
  /** Key of the file's first data row. */
  rowFrom: number
  /** Type labels that the data set has already: the file's own come after them. */
  labels: readonly TypeLabel[]
  /** IANA name of the zone that days and hours are told in; the file's wall times are read in the mapping's. */
  timeZone: string
  /** Earlier files of the series that the file continues. */
  earlier: readonly EarlierFile[]
  /** Rows that earlier files have already are loaded all the same. */
  keepDuplicates: boolean
}

export interface LoadOptions {
  /** Unless given the file is a data set of its own, its rows numbered from 1. */
  into?: JoinedDataset
  /** Where the mapping's addresses are looked up. */
  register?: AddressRegister | null
  onBatch: (batch: LoadBatch) => void | Promise<void>
  onProgress?: (progress: LoadProgress) => void
  /** With what donut masking is drawn ({@link SECRET_BYTES}); drawn anew unless given. It goes into nothing that is kept. */
  secret?: Uint8Array
  /** Compares true and moved positions where they are coarsened. */
  compare?: (positions: MovedPositions) => CoarseningEffect | null
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
  confirmed: Mapping,
  options: LoadOptions,
): Promise<LoadReport> {
  const refused = personFile(description, confirmed, description.privacy ?? inspectPrivacy(description))
  if (refused) throw new IngestError('personFile', refused)
  if (!saysWhenOrWhere(confirmed)) throw new IngestError('nothingMapped', {})
  const coarsening = confirmed.privacy?.coarsening ?? null
  const fault = coarseningFault(coarsening)
  if (fault) throw new IngestError('badCoarsening', { fault })
  const started = performance.now()
  const move = coarsening && (await moverFor(coarsening, options.secret ?? newSecret()))
  const hash = await createSHA256()
  const { file: inner, containers } = await unwrap(file)
  const format = formatOf(description.format)
  const mapping = orderIsOpen(confirmed)
    ? await settleDateOrder(
        format.read(inner, description, () => undefined),
        confirmed,
        options.signal,
      )
    : confirmed
  const loader = new Loader(description, mapping, options, move)
  const packed = containers.length > 0
  if (packed) for await (const bytes of bytesOf(file)) hash.update(bytes)
  const take = packed ? () => undefined : (bytes: Uint8Array) => hash.update(bytes)
  const chunks = format.read(inner, description, take)
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
    options.onProgress?.({ bytes: bytesRead, totalBytes: inner.size, rows: loader.rowsRead })
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
    notes: [
      ...fileNotes(mapping, loader.parser, loader.rowsLoaded, next.value, options.into?.timeZone),
      ...(mapping === confirmed ? [] : [DATE_ORDER_BY_ROWS]),
      ...(description.notes ?? []),
    ],
    unknownTypes: loader.parser.types.unknown(KEPT_UNKNOWN_TYPES),
    firstDay: loader.firstDay === Infinity ? null : loader.firstDay,
    lastDay: loader.lastDay === -Infinity ? null : loader.lastDay,
    sourceCrs: mapping.position?.crs ?? null,
    addresses: loader.parser.addresses?.report() ?? null,
    metric: mapping.metric,
    timeZone: mapping.timeZone,
    kinds: byKind((kind) => loader.kinds[KIND_CODES[kind]]!),
    withCost: loader.withCost,
    duplicates: loader.duplicates(),
    privacy: loader.guard.report(loader.moved && (options.compare?.(loader.moved) ?? null)),
    durationMs: performance.now() - started,
  }
}

/** Gathers rows into batches and keeps the tally. */
class Loader {
  readonly parser: IncidentParser
  readonly guard: PrivacyGuard
  /** True and moved positions, where they are coarsened and compared. */
  readonly moved: MovedPositions | null
  readonly rejected: RejectedRow[] = []
  readonly rejectedByReason: Partial<Record<RejectReason, number>> = {}
  readonly kinds = [0, 0, 0, 0]
  withCost = 0
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
  /** Key of data row 1. */
  private readonly firstKey: number
  private readonly metric: Projection
  private readonly keys: KeyMaker
  private readonly finder: DuplicateFinder | null
  /** Ids met in this file. */
  private readonly ids = new Set<number>()
  /** Blank rows that are only counted when another row follows. */
  private blanks: { row: number; cells: string[] }[] = []
  private blankCount = 0

  constructor(
    private readonly description: SourceDescription,
    mapping: Mapping,
    private readonly options: LoadOptions,
    private readonly move: Mover | null,
  ) {
    this.parser = new IncidentParser(
      description.columns.length,
      mapping,
      description.decimalComma,
      options.into,
      options.register,
    )
    this.firstKey = options.into?.rowFrom ?? 1
    this.keys = new KeyMaker(mapping)
    const earlier = options.into?.earlier ?? []
    this.finder = earlier.length > 0 ? new DuplicateFinder(earlier) : null
    this.guard = new PrivacyGuard(description, mapping)
    this.metric = projection(mapping.metric)
    this.moved = move && options.compare ? new MovedPositions() : null
    this.texts = new TextColumns(description.columns, BATCH_ROWS, this.guard.stored)
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
    if (!broken) this.guard.prepare(cells)
    const reason = broken ? 'brokenQuotes' : this.parser.parse(cells, row, this.columns, at)
    if (reason) {
      const column = broken || this.parser.rejectedColumn < 0 ? null : this.parser.rejectedColumn
      const fits = !broken && reason !== 'tooFewColumns' && reason !== 'tooManyColumns'
      this.reject({
        row,
        reason,
        column: column === null ? null : this.description.columns[column]!,
        value: column === null ? null : this.guard.cleanValue(column, this.parser.rejectedValue),
        cells: this.guard.cleanRejected(cells, fits),
      })
      return
    }
    // From here on only what may be kept: the keys of a row, too, are made of its cells and its place.
    this.guard.clean(cells)
    if (this.move) this.moveRow(at)
    this.keys.read(cells, this.columns, at)
    if (this.isRepeated(cells, row)) return
    this.keys.keep()
    if (this.move) this.moved?.keep()
    this.pending.push(cells)
    this.length++
    this.rowsLoaded++
    this.kinds[this.columns.kind[at]!]!++
    if (!Number.isNaN(this.columns.cost[at]!)) this.withCost++
    const day = this.columns.day[at]!
    if (day === MISSING_DAY) return
    if (day < this.firstDay) this.firstDay = day
    if (day > this.lastDay) this.lastDay = day
  }

  private moveRow(at: number): void {
    const { x, y } = this.columns
    this.moved?.read(x[at]!, y[at]!)
    moveRow(this.columns, at, this.move!, this.metric)
    this.moved?.readMoved(x[at]!, y[at]!)
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
    if (this.firstKey !== 1) for (let i = 0; i < length; i++) columns.row[i] += this.firstKey - 1
    const arrow = this.texts.takeIpc(columns.row)
    this.columns = allocateColumns(BATCH_ROWS)
    this.length = 0
    const keys = this.keys.take(columns.row)
    await this.options.onBatch({ columns, labels: this.parser.types.labels.slice(), arrow, keys })
  }

  /** What earlier files had already; once all rows are taken. */
  duplicates(): DuplicateReport | null {
    if (!this.finder) return null
    const leftOut = !this.options.into?.keepDuplicates
    const replaced = leftOut ? this.finder.replaced() : []
    return { found: this.finder.found, leftOut, updated: replaced.length, replaced }
  }

  /** Whether an earlier file has the row already, and it is to be left out. Within a file every row stays. */
  private isRepeated(cells: string[], row: number): boolean {
    const { id, content, details } = this.keys
    if (!Number.isNaN(id)) {
      if (this.ids.has(id))
        this.parser.notes.set('repeatedId', (this.parser.notes.get('repeatedId') ?? 0) + 1)
      else this.ids.add(id)
    }
    const earlier = this.finder?.find(id, content, details) ?? null
    if (!earlier || this.options.into?.keepDuplicates) return false
    this.parser.takeBack(this.columns, this.length)
    this.reject({ row, reason: 'duplicate', column: null, value: null, cells, earlier })
    return true
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
