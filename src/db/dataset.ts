import type { IncidentColumns } from '../domain/incident.ts'
import type { Taxonomy, TypeLabel } from '../domain/taxonomy.ts'
import { zoneTable } from '../domain/timeZone.ts'
import type { Connection } from './connection.ts'
import { removesRows, type RowRemoval } from '../domain/rowKeys.ts'
import { areaNameRows, layerRows, typeRows, type AreaName, type LayerName } from './dimensions.ts'
import { DatabaseError } from './errors.ts'
import { areaRows, factRows } from './factRows.ts'
import { onlyNumber } from './results.ts'
import { placeColumns } from './sourceColumns.ts'
import { readSourceBatch, uniqueNames, writeSourceBatch } from './sourceRows.ts'
import { ASSIGN_AREAS } from './sql/areas.ts'
import { CREATE_CSV_CELL, CREATE_CSV_GUARD } from './sql/csv.ts'
import { COMPRESS, COUNT_FACTS, FILL_SOURCE_ROWS, LARGEST_TYPE } from './sql/load.ts'
import type { SourceColumnType } from './sql/order.ts'
import { keepFacts, keepSourceRows } from './sql/remove.ts'
import * as schema from './sql/schema.ts'
import { sourceRun } from './sql/sourceRun.ts'
import { sourceTypes } from './sql/sourceTypes.ts'
import type { Sql } from './sql/sql.ts'

/** What is known of a data set before its first batch. */
export interface DatasetInfo {
  /** IANA name of the zone that the data set's wall times are in. */
  timeZone: string
  taxonomy: Taxonomy
  /** The layers that the rows belong to, by their keys; without any all rows are one's. */
  layers?: readonly LayerName[]
}

/** A run of rows in the order of the file. */
export interface IncidentBatch {
  columns: IncidentColumns
  /** All type labels met so far; a later batch may have more, never other ones. */
  labels: readonly TypeLabel[]
  /** Arrow IPC stream: row keys (uint32), then the source's columns (utf8). null where the data set has no source file. */
  arrow: Uint8Array | null
}

/** A column of one or several layers' source files. */
export interface SourceColumn {
  index: number
  /** As in the file that had it first. */
  name: string
  /** By a sample of the first 10 000 rows: for alignment and sorting. */
  type: SourceColumnType
}

/** One data set on its way into the database and what is known of it there: its labels, areas and source columns. */
export class Dataset {
  readonly #connection: Connection
  #info: DatasetInfo
  #loaded = false
  #length = 0
  #labels: readonly TypeLabel[] = []
  #areas: readonly AreaName[] = []
  #columns: readonly SourceColumn[] = []
  /** Places of each layer's columns in the table, by the layer's number. */
  #placesOf = new Map<number, readonly number[]>()
  /** Names of the columns of the layer that is being loaded. */
  #names = new Map<number, readonly string[]>()

  private constructor(connection: Connection, info: DatasetInfo) {
    this.#connection = connection
    this.#info = info
  }

  /** Empty tables, in place of those of any earlier data set. */
  static async begin(connection: Connection, info: DatasetInfo): Promise<Dataset> {
    const dataset = new Dataset(connection, info)
    await dataset.#run(
      schema.CREATE_INCIDENT_FACTS,
      schema.CREATE_TYPES,
      schema.CREATE_AREAS,
      schema.CREATE_LAYERS,
      schema.CREATE_PICKED,
      schema.createSourceRows(0),
      CREATE_CSV_GUARD,
      CREATE_CSV_CELL,
    )
    return dataset
  }

  /** Whether all batches are in and questions can be answered. */
  get loaded(): boolean {
    return this.#loaded
  }

  get labels(): readonly TypeLabel[] {
    return this.#labels
  }

  get areas(): readonly AreaName[] {
    return this.#areas
  }

  /** Columns of the source files, in their order. */
  get columns(): readonly SourceColumn[] {
    return this.#columns
  }

  /** Takes rows out and makes room for those of other layers: {@link append} them, then {@link finish}. */
  async reopen(info: DatasetInfo, removal: RowRemoval): Promise<void> {
    this.#info = info
    this.#loaded = false
    const numbers = new Set((info.layers ?? []).map(({ number }) => number))
    for (const number of this.#placesOf.keys()) if (!numbers.has(number)) this.#forget(number)
    const used = new Set([...this.#placesOf.values()].flat())
    const kept = this.#columns.map(({ index }) => index).filter((index) => used.has(index))
    if (!removesRows(removal) && kept.length === this.#columns.length) return
    await this.#run(keepFacts(removal), keepSourceRows(removal, kept))
    this.#length = onlyNumber(await this.#connection.query(COUNT_FACTS), 'n')
    this.#columns = kept.map((from, index) => ({ ...this.#columns[from]!, index }))
    for (const [number, places] of this.#placesOf)
      this.#placesOf.set(
        number,
        places.map((place) => kept.indexOf(place)),
      )
  }

  async append({ columns, labels, arrow }: IncidentBatch): Promise<void> {
    this.#expectLoading()
    const layer = this.#layerOf(columns)
    if (arrow) {
      const { names, rows } = readSourceBatch(arrow)
      const places = await this.#placesFor(layer, names)
      await this.#connection.append('source_rows', rows(places, this.#columns.length))
    }
    await this.#connection.append('incident_facts', factRows(columns, zoneTable(this.#info.timeZone), layer))
    this.#length += columns.length
    if (labels.length >= this.#labels.length) this.#labels = [...labels]
  }

  async finish(): Promise<void> {
    this.#expectLoading()
    if (onlyNumber(await this.#connection.query(LARGEST_TYPE), 'type') >= this.#labels.length)
      throw new DatabaseError('labelsMissing', 'a row has a type that no label stands for')
    await this.#run(schema.CREATE_TYPES, schema.CREATE_LAYERS)
    await this.#connection.append('types', typeRows(this.#labels, this.#info.taxonomy))
    await this.#connection.append('layers', layerRows(this.#info.layers ?? []))
    const names = this.columns.map(({ name }) => name)
    await this.#run(
      FILL_SOURCE_ROWS,
      schema.createSourceView(uniqueNames(names)),
      schema.CREATE_INCIDENTS_VIEW,
      COMPRESS,
    )
    this.#columns = await this.#withTypes(names)
    this.#loaded = true
  }

  async relabel(labels: readonly TypeLabel[], taxonomy: Taxonomy): Promise<void> {
    if (labels.length < this.#labels.length)
      throw new DatabaseError('lengthDiffers', `${labels.length} labels for ${this.#labels.length}`)
    this.#info = { ...this.#info, taxonomy }
    this.#labels = [...labels]
    await this.#run(schema.CREATE_TYPES)
    await this.#connection.append('types', typeRows(this.#labels, taxonomy))
  }

  async setAreas(areas: readonly AreaName[], areaOfRow: Int32Array): Promise<void> {
    if (areaOfRow.length !== this.#length)
      throw new DatabaseError('lengthDiffers', `${areaOfRow.length} areas for ${this.#length} rows`)
    await this.#run(schema.CREATE_ROW_AREAS, schema.CREATE_AREAS)
    await this.#connection.append('row_areas', areaRows(areaOfRow))
    await this.#connection.append('areas', areaNameRows(areas))
    await this.#run(ASSIGN_AREAS, schema.CREATE_ROW_AREAS)
    this.#areas = [...areas]
  }

  /**
   * The cells of a layer's file for the rows with keys from the first to the last, as they came with {@link append}; null where the layer has
   * no file.
   */
  async sourceRun(layer: number, first: number, last: number): Promise<Uint8Array | null> {
    const places = this.#placesOf.get(layer)
    const names = this.#names.get(layer)
    if (!places || !names) return null
    return writeSourceBatch(await this.#connection.query(sourceRun(first, last, places)), names)
  }

  async #run(...statements: Sql[]): Promise<void> {
    for (const statement of statements) await this.#connection.query(statement)
  }

  #expectLoading(): void {
    if (this.#loaded) throw new DatabaseError('alreadyLoaded', 'the data set is closed: begin() another')
  }

  /** Number of the layer whose keys hold the rows. */
  #layerOf({ row, length }: IncidentColumns): number {
    if (length === 0) return 0
    const layer = this.#info.layers?.find(({ from, to }) => row[0]! >= from && row[0]! < to)
    return layer?.number ?? 0
  }

  #forget(layer: number): void {
    this.#placesOf.delete(layer)
    this.#names.delete(layer)
  }

  /** The first batch of a layer says which columns its file has; the others must have the same. */
  async #placesFor(layer: number, names: readonly string[]): Promise<readonly number[]> {
    const before = this.#names.get(layer)
    const known = this.#placesOf.get(layer)
    if (before && known) {
      if (names.length !== before.length || names.some((name, i) => name !== before[i]))
        throw new DatabaseError('columnsDiffer', `a later batch has the columns ${names.join(', ')}`)
      return known
    }
    const { places, added } = placeColumns(
      this.#columns.map(({ name }) => name),
      names,
    )
    for (const name of added) {
      const index = this.#columns.length
      await this.#run(schema.addSourceColumn(index))
      this.#columns = [...this.#columns, { index, name, type: 'text' }]
    }
    this.#placesOf.set(layer, places)
    this.#names.set(layer, [...names])
    return places
  }

  async #withTypes(names: readonly string[]): Promise<SourceColumn[]> {
    if (names.length === 0) return []
    const table = await this.#connection.query(sourceTypes(names.length))
    return names.map((name, index) => {
      const filled = onlyNumber(table, `filled_${index}`)
      const numbers = filled > 0 && onlyNumber(table, `numbers_${index}`) === filled
      return { index, name, type: numbers ? 'number' : 'text' }
    })
  }
}
