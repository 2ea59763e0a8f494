import type { FileContent } from '../../domain/preventionFile/records.ts'
import type { FileSubject } from '../../domain/preventionFile/tables.ts'
import { foldLabel } from '../../domain/taxonomy.ts'
import { isBlank } from '../blank.ts'
import { findDateOrder } from '../dateOrder.ts'
import type { DateOrder } from '../dates.ts'
import { isMissing, parseNumber } from '../numbers.ts'
import { isoDateOf } from './isoDate.ts'
import { shownValue, type FileProblem, type FileProblemCode } from './problems.ts'
import { placeReader } from './rowPlace.ts'
import type { SourceTable } from './sourceTables.ts'
import type { WorkField, WorkMapping } from './workMapping.ts'

/** What was read of another's table. */
export interface ForeignReading {
  subject: FileSubject
  content: FileContent
  problems: FileProblem[]
  /** Rows where participants stood by name; they were counted and not kept. */
  namedParticipants: number
}

/** The rows of a table by a mapping, with an account of what could not be read. */
export class ForeignRows {
  readonly problems: FileProblem[] = []
  private readonly orders = new Map<WorkField, DateOrder>()
  private readonly placeOf: ReturnType<typeof placeReader> | null

  constructor(
    private readonly table: SourceTable,
    private readonly mapping: WorkMapping,
  ) {
    this.placeOf = mapping.position && placeReader(mapping.position, table.decimalComma)
  }

  each(take: (row: ForeignRow) => void): void {
    this.table.rows.forEach((cells, at) => {
      const geometry = this.table.geometries?.[at] ?? null
      if (!geometry && isBlank(cells)) return
      take(new ForeignRow(this, cells, geometry, this.table.firstRow + at))
    })
  }

  columnOf(field: WorkField): number {
    return this.mapping.columns[field] ?? -1
  }

  headingOf(field: WorkField): string {
    return this.table.columns[this.columnOf(field)] ?? ''
  }

  get decimalComma(): boolean {
    return this.table.decimalComma
  }

  /** The order of day, month and year that most of the column's values fit. */
  orderOf(field: WorkField): DateOrder {
    let order = this.orders.get(field)
    if (order === undefined) {
      const column = this.columnOf(field)
      const texts = this.table.rows
        .slice(0, 500)
        .map((cells) => (cells[column] ?? '').trim())
        .filter((text) => !isMissing(text))
      this.orders.set(field, (order = findDateOrder(texts)?.order ?? 'dmy'))
    }
    return order
  }

  place(cells: readonly string[]): ReturnType<ReturnType<typeof placeReader>> {
    return this.placeOf ? this.placeOf(cells) : null
  }

  tell(row: number, column: string, code: FileProblemCode, value: string, instead?: string): void {
    const problem = { table: this.table.name, row, column, code, value: shownValue(value) }
    this.problems.push(instead === undefined ? problem : { ...problem, instead })
  }
}

export class ForeignRow {
  constructor(
    private readonly rows: ForeignRows,
    private readonly cells: readonly string[],
    readonly geometry: GeoJSON.Geometry | null,
    readonly number: number,
  ) {}

  /** '' where the column is not mapped or the cell says that nothing is known. */
  text(field: WorkField): string {
    const text = (this.cells[this.rows.columnOf(field)] ?? '').trim()
    return isMissing(text) ? '' : text
  }

  heading(field: WorkField): string {
    return this.rows.headingOf(field)
  }

  /** ISO; null where there is none or it cannot be read, which is noted. */
  date(field: WorkField): string | null {
    const text = this.text(field)
    if (text === '') return null
    const date = isoDateOf(text, this.rows.orderOf(field))
    if (date === null) this.note('cellLeftOut', field)
    return date
  }

  amount(field: WorkField): number | null {
    const text = this.text(field).replace(/\s*(kr|sek|kronor|:-|m)\.?$/i, '')
    if (text === '') return null
    const number = parseNumber(text, this.rows.decimalComma)
    if (Number.isFinite(number)) return number
    this.note('cellLeftOut', field)
    return null
  }

  /** From the file's own geometry, else from the mapped columns. */
  place<Place>(
    own: (geometry: GeoJSON.Geometry) => Place | null,
  ): Place | [number, number] | FileProblemCode | null {
    return (this.geometry && own(this.geometry)) ?? this.rows.place(this.cells)
  }

  leave(code: FileProblemCode, field?: WorkField): void {
    this.rows.tell(this.number, field ? this.heading(field) : '', code, field ? this.text(field) : '')
  }

  note(code: FileProblemCode, field: WorkField, instead?: string): void {
    this.rows.tell(this.number, this.heading(field), code, this.text(field), instead)
  }
}

/** A stable id of a text: the same file read again gives the same one. */
export function slug(text: string): string {
  return foldLabel(text).replaceAll(' ', '-').slice(0, 60) || 'utan-namn'
}
