import type { IncidentColumns } from '../domain/incident.ts'
import type { Taxonomy, TypeLabel } from '../domain/taxonomy.ts'
import { zoneTable } from '../domain/timeZone.ts'
import type { Connection } from './connection.ts'
import { areaNameRows, typeRows, type AreaName } from './dimensions.ts'
import { DatabaseError } from './errors.ts'
import { areaRows, factRows } from './factRows.ts'
import { onlyNumber } from './results.ts'
import { readSourceBatch, uniqueNames } from './sourceRows.ts'
import { ASSIGN_AREAS } from './sql/areas.ts'
import { CREATE_CSV_CELL, CREATE_CSV_GUARD } from './sql/csv.ts'
import { COMPRESS, FILL_SOURCE_ROWS, LARGEST_TYPE } from './sql/load.ts'
import type { SourceColumnType } from './sql/order.ts'
import * as schema from './sql/schema.ts'
import { sourceTypes } from './sql/sourceTypes.ts'
import type { Sql } from './sql/sql.ts'

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

/** One data set on its way into the database and what is known of it there: its labels, areas and source columns. */
export class Dataset {
  readonly #connection: Connection
  readonly #info: DatasetInfo
  #loaded = false
  #length = 0
  #labels: readonly TypeLabel[] = []
  #areas: readonly AreaName[] = []
  #columns: readonly SourceColumn[] | null = null

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

  /** Columns of the source file, in its order. */
  get columns(): readonly SourceColumn[] {
    return this.#columns ?? []
  }

  async append({ columns, labels, arrow }: IncidentBatch): Promise<void> {
    this.#expectLoading()
    if (arrow) {
      const { names, rows } = readSourceBatch(arrow)
      await this.#expectColumns(names)
      await this.#connection.append('source_rows', rows)
    }
    await this.#connection.append('incident_facts', factRows(columns, zoneTable(this.#info.timeZone)))
    this.#length += columns.length
    if (labels.length >= this.#labels.length) this.#labels = [...labels]
  }

  async finish(): Promise<void> {
    this.#expectLoading()
    if (onlyNumber(await this.#connection.query(LARGEST_TYPE), 'type') >= this.#labels.length)
      throw new DatabaseError('labelsMissing', 'a row has a type that no label stands for')
    await this.#connection.append('types', typeRows(this.#labels, this.#info.taxonomy))
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

  async setAreas(areas: readonly AreaName[], areaOfRow: Int32Array): Promise<void> {
    if (areaOfRow.length !== this.#length)
      throw new DatabaseError('lengthDiffers', `${areaOfRow.length} areas for ${this.#length} rows`)
    await this.#run(schema.CREATE_ROW_AREAS, schema.CREATE_AREAS)
    await this.#connection.append('row_areas', areaRows(areaOfRow))
    await this.#connection.append('areas', areaNameRows(areas))
    await this.#run(ASSIGN_AREAS, schema.CREATE_ROW_AREAS)
    this.#areas = [...areas]
  }

  async #run(...statements: Sql[]): Promise<void> {
    for (const statement of statements) await this.#connection.query(statement)
  }

  #expectLoading(): void {
    if (this.#loaded) throw new DatabaseError('alreadyLoaded', 'the data set is closed: begin() another')
  }

  /** The first batch says which columns there are; the others must have the same. */
  async #expectColumns(names: readonly string[]): Promise<void> {
    if (this.#columns === null) {
      await this.#run(schema.createSourceRows(names.length))
      this.#columns = names.map((name, index) => ({ index, name, type: 'text' }))
    } else if (
      names.length !== this.#columns.length ||
      names.some((name, i) => name !== this.#columns![i]!.name)
    )
      throw new DatabaseError('columnsDiffer', `a later batch has the columns ${names.join(', ')}`)
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
