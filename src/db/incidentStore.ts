import type { IncidentColumns } from '../domain/incident.ts'
import type { Taxonomy, TypeLabel } from '../domain/taxonomy.ts'
import { zoneTable } from '../domain/timeZone.ts'
import type { Table } from 'apache-arrow'
import type { Connection } from './connection.ts'
import { BYTE_ORDER_MARK, CHUNK_ROWS, type CsvOptions } from './csvExport.ts'
import { areaNameRows, typeRows, type AreaName } from './dimensions.ts'
import { DatabaseError } from './errors.ts'
import { areaRows, factRows, pickedRows } from './factRows.ts'
import { SOURCE_ORDER, type IncidentFilter, type Language, type Sort } from './filter.ts'
import { incidentCounts, type IncidentCounts } from './incidentCounts.ts'
import { ListingCache } from './listingCache.ts'
import { Queue } from './queue.ts'
import { onlyNumber, uint32s, utf8Bytes } from './results.ts'
import { readSourceBatch, uniqueNames, type SourceBatch } from './sourceRows.ts'
import { ASSIGN_AREAS } from './sql/areas.ts'
import { counts } from './sql/counts.ts'
import { CREATE_CSV_CELL, CREATE_CSV_GUARD, csvHeader, csvLines } from './sql/csv.ts'
import { count, listing } from './sql/listing.ts'
import { COMPRESS, FILL_SOURCE_ROWS, LARGEST_TYPE } from './sql/load.ts'
import { orderBy, type SourceColumnType } from './sql/order.ts'
import { page } from './sql/page.ts'
import * as schema from './sql/schema.ts'
import { sourceTypes } from './sql/sourceTypes.ts'
import { sql, Sql } from './sql/sql.ts'
import { where, type FilterContext } from './sql/where.ts'
import { tableRows, type TableRow } from './tableRow.ts'

/** What is known of a data set before its first batch. */
export interface DatasetInfo {
  /** IANA name of the zone that the data set's wall times are in. */
  timeZone: string
  taxonomy: Taxonomy
}

/** A run of rows in the order of the file. */
export interface IncidentBatch {
  columns: IncidentColumns
  /** All type labels met so far; a later batch may have more, never other ones. */
  labels: readonly TypeLabel[]
  /** Arrow IPC stream: row keys (uint32), then the source's columns (utf8). null where the data set has no source file. */
  arrow: Uint8Array | null
}

/** A column of the source file. */
export interface SourceColumn {
  index: number
  /** As in the file. */
  name: string
  /** By a sample of the first 10 000 rows: for alignment and sorting. */
  type: SourceColumnType
}

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
 * Loading is `begin`, any number of `append`, `finish`; `setAreas` may follow any number of times. Calls may overlap: they are
 * carried out in the order of asking. All methods throw {@link DatabaseError}.
 */
export class IncidentStore {
  readonly #connect: () => Promise<Connection>
  readonly #queue = new Queue()
  readonly #listings = new ListingCache()
  #info: DatasetInfo | null = null
  #loaded = false
  #length = 0
  #labels: readonly TypeLabel[] = []
  #areas: readonly AreaName[] = []
  #names: string[] | null = null
  #sourceTypes: SourceColumnType[] = []
  #picked: Uint32Array | null = null

  /** @param connect called at the first use, so that the engine need not be up before it is needed */
  constructor(connect: () => Promise<Connection>) {
    this.#connect = connect
  }

  /** Forgets the data set at hand and makes room for another. */
  begin(info: DatasetInfo): Promise<void> {
    return this.#queue.run(async () => {
      this.#info = info
      this.#loaded = false
      this.#length = 0
      this.#labels = []
      this.#areas = []
      this.#names = null
      this.#sourceTypes = []
      this.#picked = null
      this.#listings.clear()
      await this.#run(
        schema.CREATE_INCIDENT_FACTS,
        schema.CREATE_TYPES,
        schema.CREATE_AREAS,
        schema.CREATE_PICKED,
        schema.createSourceRows(0),
        CREATE_CSV_GUARD,
        CREATE_CSV_CELL,
      )
    })
  }

  append({ columns, labels, arrow }: IncidentBatch): Promise<void> {
    return this.#queue.run(async () => {
      const info = this.#info
      if (!info || this.#loaded)
        throw new DatabaseError('notLoaded', 'append() outside of begin() and finish()')
      const connection = await this.#connect()
      if (arrow) {
        const batch = readSourceBatch(arrow)
        await this.#expectSource(batch)
        await connection.append('source_rows', batch.rows)
      }
      await connection.append('incident_facts', factRows(columns, zoneTable(info.timeZone)))
      this.#length += columns.length
      if (labels.length >= this.#labels.length) this.#labels = [...labels]
    })
  }

  /** Closes the loading: from here on questions are answered. */
  finish(): Promise<void> {
    return this.#queue.run(async () => {
      const info = this.#info
      if (!info) throw new DatabaseError('notLoaded', 'finish() without begin()')
      const connection = await this.#connect()
      if (onlyNumber(await connection.query(LARGEST_TYPE), 'type') >= this.#labels.length)
        throw new DatabaseError('labelsMissing', 'a row has a type that no label stands for')
      await connection.append('types', typeRows(this.#labels, info.taxonomy))
      const names = (this.#names ??= [])
      await this.#run(
        FILL_SOURCE_ROWS,
        schema.createSourceView(uniqueNames(names)),
        schema.CREATE_INCIDENTS_VIEW,
        COMPRESS,
      )
      this.#sourceTypes = names.length === 0 ? [] : await this.#readSourceTypes(names.length)
      this.#loaded = true
    })
  }

  /**
   * Puts each incident in an area.
   * @param areas area i is `areas[i]`
   * @param areaOfRow index of the area of each row, in the order in which the rows were appended; negative outside all
   */
  setAreas(areas: readonly AreaName[], areaOfRow: Int32Array): Promise<void> {
    return this.#ask(async (connection) => {
      if (areaOfRow.length !== this.#length)
        throw new DatabaseError('lengthDiffers', `${areaOfRow.length} areas for ${this.#length} rows`)
      await this.#run(schema.CREATE_ROW_AREAS, schema.CREATE_AREAS)
      await connection.append('row_areas', areaRows(areaOfRow))
      await connection.append('areas', areaNameRows(areas))
      await this.#run(ASSIGN_AREAS, schema.CREATE_ROW_AREAS)
      this.#areas = [...areas]
      this.#listings.clear()
    })
  }

  /** Columns of the source file, in its order. */
  columns(): Promise<SourceColumn[]> {
    return this.#ask(async () =>
      (this.#names ?? []).map((name, index) => ({ index, name, type: this.#sourceTypes[index]! })),
    )
  }

  count(filter: IncidentFilter, language: Language = 'sv', signal?: AbortSignal): Promise<number> {
    return this.#ask(async (connection) => {
      const condition = await this.#condition(connection, filter, language)
      return onlyNumber(await connection.query(count(condition)), 'n')
    }, signal)
  }

  /** Counts in one pass; areas are 0 long until `setAreas`. */
  counts(filter: IncidentFilter, language: Language = 'sv', signal?: AbortSignal): Promise<IncidentCounts> {
    return this.#ask(async (connection) => {
      const condition = await this.#condition(connection, filter, language)
      return incidentCounts(
        await connection.query(counts(condition)),
        this.#labels.length,
        this.#areas.length,
      )
    }, signal)
  }

  /** A window of the sorted list. The first page of a new filter or order sorts; the others only fetch. */
  page(request: PageRequest): Promise<Page> {
    const { filter, sort, language, offset, limit, signal } = request
    return this.#ask(async (connection) => {
      const list = await this.#listing(connection, filter, sort, language)
      const sourceColumns = request.sourceColumns ?? [...(this.#names ?? []).keys()]
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
    return this.#ask(async (connection) => {
      const names = this.#names ?? []
      const [found] = await this.#rows(connection, [row], [...names.keys()])
      if (!found) return null
      return { ...found, fields: names.map((name, index) => ({ name, value: found.source[index]! })) }
    })
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

  #ask<T>(task: (connection: Connection) => Promise<T>, signal?: AbortSignal): Promise<T> {
    return this.#queue.run(async () => {
      if (!this.#loaded) throw new DatabaseError('notLoaded', 'no data set is loaded')
      return task(await this.#connect())
    }, signal)
  }

  async #run(...statements: Sql[]): Promise<void> {
    const connection = await this.#connect()
    for (const statement of statements) await connection.query(statement)
  }

  /** The first batch says which columns there are; the others must have the same. */
  async #expectSource({ names }: SourceBatch): Promise<void> {
    if (this.#names === null) {
      if (this.#length > 0) throw new DatabaseError('columnsDiffer', 'earlier batches had no source columns')
      await this.#run(schema.createSourceRows(names.length))
      this.#names = names
    } else if (names.length !== this.#names.length || names.some((name, i) => name !== this.#names![i]))
      throw new DatabaseError('columnsDiffer', `columns ${names.join(', ')} after ${this.#names.join(', ')}`)
  }

  async #readSourceTypes(columns: number): Promise<SourceColumnType[]> {
    const table = await (await this.#connect()).query(sourceTypes(columns))
    return Array.from({ length: columns }, (_, index) => {
      const filled = onlyNumber(table, `filled_${index}`)
      return filled > 0 && onlyNumber(table, `numbers_${index}`) === filled ? 'number' : 'text'
    })
  }

  async #condition(connection: Connection, filter: IncidentFilter, language: Language): Promise<Sql> {
    if (filter.rows && filter.rows !== this.#picked) {
      this.#picked = null
      await this.#run(schema.CREATE_PICKED)
      await connection.append('picked', pickedRows(filter.rows))
      this.#picked = filter.rows
    }
    return where(filter, this.#context(language))
  }

  #context(language: Language): FilterContext {
    const indices = <T>(items: readonly T[], chosen: (item: T) => boolean) =>
      [...items.keys()].filter((index) => chosen(items[index]!))
    return {
      typeIndices: (types) => indices(this.#labels, ({ typeId, label }) => types.includes(typeId ?? label)),
      areaIndices: (ids) => indices(this.#areas, ({ id }) => ids.includes(id)),
      sourceColumns: this.#names?.length ?? 0,
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
      const order = orderBy(sort, language, this.#sourceTypes)
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
