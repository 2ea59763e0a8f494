import type { Table } from 'apache-arrow'
import type { Taxonomy, TypeLabel } from '../domain/taxonomy.ts'
import type { Connection } from './connection.ts'
import { BYTE_ORDER_MARK, CHUNK_ROWS, type CsvOptions } from './csvExport.ts'
import type { RowRemoval } from '../domain/rowKeys.ts'
import { Dataset, type DatasetInfo, type IncidentBatch, type SourceColumn } from './dataset.ts'
import type { AreaName } from './dimensions.ts'
import { DatabaseError } from './errors.ts'
import { pickedRows } from './factRows.ts'
import { SOURCE_ORDER, type IncidentFilter, type Language, type Sort } from './filter.ts'
import { incidentCounts, type IncidentCounts } from './incidentCounts.ts'
import { ListingCache } from './listingCache.ts'
import { Queue } from './queue.ts'
import { onlyNumber, uint32s, utf8Bytes } from './results.ts'
import { counts } from './sql/counts.ts'
import { csvHeader, csvLines } from './sql/csv.ts'
import { count, listing } from './sql/listing.ts'
import { orderBy } from './sql/order.ts'
import { page } from './sql/page.ts'
import { CREATE_PICKED } from './sql/schema.ts'
import { sql, Sql } from './sql/sql.ts'
import { where, type FilterContext } from './sql/where.ts'
import { tableRows, type TableRow } from './tableRow.ts'

export type { DatasetInfo, IncidentBatch, SourceColumn }

export interface PageRequest {
  filter: IncidentFilter
  sort: Sort
  language: Language
  /** First row of the page in the sorted list. */
  offset: number
  limit: number
  /** Source columns whose cells the rows shall hold; all unless given. */
  sourceColumns?: readonly number[]
  signal?: AbortSignal
}

export interface Page {
  /** Rows that meet the filter. */
  total: number
  offset: number
  rows: TableRow[]
}

export interface RowDetail extends TableRow {
  /** All fields of the source row, in the file's order. */
  fields: { name: string; value: string | null }[]
}

/**
 * The loaded incidents as DuckDB holds them: the table, single rows, exports and answers to free questions. The same rows
 * stand as typed columns in the analysis worker, which serves everything that moves with the brush.
 *
 * Loading is `begin`, any number of `append`, `finish`; `setAreas` and `reopen` may follow any number of times. Calls may overlap: they are
 * carried out in the order of asking. All methods throw {@link DatabaseError}.
 */
export class IncidentStore {
  readonly #connect: () => Promise<Connection>
  readonly #queue = new Queue()
  readonly #listings = new ListingCache()
  #dataset: Dataset | null = null
  #picked: Uint32Array | null = null

  /** @param connect called at the first use, so that the engine need not be up before it is needed */
  constructor(connect: () => Promise<Connection>) {
    this.#connect = connect
  }

  /** Forgets the data set at hand and makes room for another. */
  begin(info: DatasetInfo): Promise<void> {
    return this.#queue.run(async () => {
      this.#dataset = null
      this.#picked = null
      this.#listings.clear()
      this.#dataset = await Dataset.begin(await this.#connect(), info)
    })
  }

  /**
   * Opens the data set at hand for other layers: the removed rows leave, `append` and `finish` follow as after `begin`. Areas are
   * those of before; the rows that came have none until `setAreas`.
   */
  reopen(info: DatasetInfo, removal: RowRemoval): Promise<void> {
    return this.#queue.run(async () => {
      this.#picked = null
      this.#listings.clear()
      await this.#begun().reopen(info, removal)
    })
  }

  append(batch: IncidentBatch): Promise<void> {
    return this.#queue.run(() => this.#begun().append(batch))
  }

  /** Closes the loading: from here on questions are answered. */
  finish(): Promise<void> {
    return this.#queue.run(() => this.#begun().finish())
  }

  /** What the labels mean now, in their order; the rows keep their labels. */
  relabel(labels: readonly TypeLabel[], taxonomy: Taxonomy): Promise<void> {
    return this.#ask(async (_, dataset) => {
      await dataset.relabel(labels, taxonomy)
      this.#listings.clear()
    })
  }

  /**
   * Puts each incident in an area.
   * @param areas area i is `areas[i]`
   * @param areaOfRow index of the area of each row, in the order in which the rows were appended; negative outside all
   */
  setAreas(areas: readonly AreaName[], areaOfRow: Int32Array): Promise<void> {
    return this.#ask(async (_, dataset) => {
      await dataset.setAreas(areas, areaOfRow)
      this.#listings.clear()
    })
  }

  /** Columns of the source file, in its order. */
  columns(): Promise<SourceColumn[]> {
    return this.#ask(async (_, dataset) => [...dataset.columns])
  }

  count(filter: IncidentFilter, language: Language = 'sv', signal?: AbortSignal): Promise<number> {
    return this.#ask(async (connection) => {
      const condition = await this.#condition(connection, filter, language)
      return onlyNumber(await connection.query(count(condition)), 'n')
    }, signal)
  }

  /** Counts in one pass; areas are 0 long until `setAreas`. */
  counts(filter: IncidentFilter, language: Language = 'sv', signal?: AbortSignal): Promise<IncidentCounts> {
    return this.#ask(async (connection, { labels, areas }) => {
      const condition = await this.#condition(connection, filter, language)
      return incidentCounts(await connection.query(counts(condition)), labels.length, areas.length)
    }, signal)
  }

  /** A window of the sorted list. The first page of a new filter or order sorts; the others only fetch. */
  page(request: PageRequest): Promise<Page> {
    const { filter, sort, language, offset, limit, signal } = request
    return this.#ask(async (connection, { columns }) => {
      const list = await this.#listing(connection, filter, sort, language)
      const sourceColumns = request.sourceColumns ?? [...columns.keys()]
      const rows = await this.#rows(connection, list.subarray(offset, offset + limit), sourceColumns)
      return { total: list.length, offset, rows }
    }, signal)
  }

  /** Place of a row in the sorted list, to scroll to it; -1 where the filter leaves it out. */
  positionOf(row: number, filter: IncidentFilter, sort: Sort, language: Language): Promise<number> {
    return this.#ask(async (connection) =>
      (await this.#listing(connection, filter, sort, language)).indexOf(row),
    )
  }

  /** Everything known of one row; null where there is none with this key. */
  rowDetail(row: number): Promise<RowDetail | null> {
    return this.#ask(async (connection, { columns }) => {
      const [found] = await this.#rows(connection, [row], [...columns.keys()])
      if (!found) return null
      return { ...found, fields: columns.map(({ name, index }) => ({ name, value: found.source[index]! })) }
    })
  }

  /** The cells of a layer's file for a run of its rows, as an Arrow IPC stream like that of an {@link IncidentBatch}. */
  sourceRun(layer: number, first: number, last: number): Promise<Uint8Array | null> {
    return this.#ask((_, dataset) => dataset.sourceRun(layer, first, last))
  }

  /**
   * The chosen rows as CSV for Excel: UTF-8 with mark, `;`, CRLF, no cell that a spreadsheet takes for a formula. In chunks,
   * between which other questions are answered.
   */
  async *exportCsv(options: CsvOptions): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
    const { filter, columns, language, signal } = options
    const list = await this.#ask(
      (connection) => this.#listing(connection, filter, options.sort ?? SOURCE_ORDER, language),
      signal,
    )
    yield BYTE_ORDER_MARK
    const lines = (statement: Sql) =>
      this.#ask(async (connection) => utf8Bytes(await connection.query(statement), 'line'), signal)
    yield await lines(csvHeader(columns.map((column) => column.heading)))
    const keys = columns.map((column) => column.column)
    for (let from = 0; from < list.length; from += CHUNK_ROWS) {
      const rows = list.subarray(from, from + CHUNK_ROWS)
      yield await lines(csvLines(rows, keys, options))
      options.onProgress?.(from + rows.length, list.length)
    }
  }

  /**
   * Answers a question in SQL over the views `incidents` and `source`. Only a query can be asked: the text becomes a
   * subquery of a prepared statement, which holds neither a second statement nor one that writes.
   */
  ask(question: string, limit = 10_000): Promise<Table> {
    return this.#ask((connection) =>
      connection.query(sql`FROM (\n${new Sql(question)}\n) LIMIT ${limit}::INTEGER`),
    )
  }

  #ask<T>(task: (connection: Connection, dataset: Dataset) => Promise<T>, signal?: AbortSignal): Promise<T> {
    return this.#queue.run(async () => {
      if (!this.#dataset?.loaded) throw new DatabaseError('notLoaded', 'no data set is loaded')
      return task(await this.#connect(), this.#dataset)
    }, signal)
  }

  #begun(): Dataset {
    if (!this.#dataset) throw new DatabaseError('notLoaded', 'begin() comes first')
    return this.#dataset
  }

  async #condition(connection: Connection, filter: IncidentFilter, language: Language): Promise<Sql> {
    if (filter.rows && filter.rows !== this.#picked) {
      this.#picked = null
      await connection.query(CREATE_PICKED)
      await connection.append('picked', pickedRows(filter.rows))
      this.#picked = filter.rows
    }
    return where(filter, this.#context(language))
  }

  #context(language: Language): FilterContext {
    const { labels, areas, columns } = this.#begun()
    const indices = <T>(items: readonly T[], chosen: (item: T) => boolean) =>
      [...items.keys()].filter((index) => chosen(items[index]!))
    return {
      typeIndices: (types) => indices(labels, ({ typeId, label }) => types.includes(typeId ?? label)),
      areaIndices: (ids) => indices(areas, ({ id }) => ids.includes(id)),
      sourceColumns: columns.length,
      language,
    }
  }

  #listing(
    connection: Connection,
    filter: IncidentFilter,
    sort: Sort,
    language: Language,
  ): Promise<Uint32Array> {
    return this.#listings.get({ filter, sort, language }, async () => {
      const condition = await this.#condition(connection, filter, language)
      const types = this.#begun().columns.map(({ type }) => type)
      const order = orderBy(sort, language, types)
      return uint32s(await connection.query(listing(condition, order)), 'row')
    })
  }

  async #rows(
    connection: Connection,
    rows: ArrayLike<number>,
    columns: readonly number[],
  ): Promise<TableRow[]> {
    if (rows.length === 0) return []
    return tableRows(await connection.query(page(rows, columns)), rows)
  }
}
