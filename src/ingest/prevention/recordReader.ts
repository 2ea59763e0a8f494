import {
  FILE_TABLES,
  type Field,
  type FieldValue,
  type FileRecord,
  type FileRecords,
  type FileSubject,
  type TableKey,
  type TableSchema,
} from '../../domain/preventionFile/tables.ts'
import { UNREADABLE, type ReadValue } from './fieldValues.ts'
import { shownValue, type FileProblem, type FileProblemCode } from './problems.ts'

/** Where a row stands in its file. */
export interface RowPlace {
  table: string
  row: number
}

/** Makes records of the rows of a file by the schema, and keeps account of what was wrong with them. */
export class RecordReader {
  readonly problems: FileProblem[] = []
  private readonly found = new Map<TableKey, { record: FileRecord; place: RowPlace }[]>()

  constructor(private readonly subject: FileSubject) {}

  /**
   * Reads a row; `heading` gives the name of a field as it stands in the file, `raw` what stands in the row.
   * @returns the record, or null where the row is left out
   */
  read(
    schema: TableSchema,
    place: RowPlace,
    value: (field: Field) => { read: ReadValue; raw: unknown; heading?: string },
  ): FileRecord | null {
    const record: Record<string, FieldValue> = {}
    for (const field of schema.fields) {
      const { read, raw, heading } = value(field)
      const column = heading ?? field.sv
      if (read !== UNREADABLE && read !== undefined && !(field.need === 'id' && read === '')) {
        if (outsideWorld(field, read)) return this.leave(place, column, 'outsideWorld', raw)
        record[field.key] = read
      } else if (field.need === 'id')
        return this.leave(place, column, read === UNREADABLE ? unreadable(field) : missing(field), raw)
      else {
        if (field.need === 'needed') record[field.key] = field.kind === 'list' ? [] : (field.fallback ?? '')
        if (read === UNREADABLE) this.note(place, column, field, raw)
      }
    }
    const rows = this.found.get(schema.key) ?? []
    this.found.set(schema.key, rows)
    rows.push({ record, place })
    return record
  }

  problem(place: RowPlace, column: string, code: FileProblemCode, value: unknown, instead?: string): void {
    const problem = { ...place, column, code, value: shownValue(value) }
    this.problems.push(instead === undefined ? problem : { ...problem, instead })
  }

  /** The records in order; rows of a parent that is not there are left out, and of an id that comes again gets one of its own. */
  records(): FileRecords {
    const records: Partial<Record<TableKey, FileRecord[]>> = {}
    for (const { key, parent, fields } of FILE_TABLES[this.subject]) {
      let rows = this.found.get(key) ?? []
      const own = fields[0]!
      if (parent) {
        const parents = new Set((records[parent] ?? []).map(({ id }) => id))
        rows = rows.filter(({ record, place }) => {
          const known = parents.has(record[own.key]!)
          if (!known) this.problem(place, own.sv, 'unknownParent', record[own.key])
          return known
        })
      }
      records[key] = fields.some((field) => field.key === 'id')
        ? this.unique(rows, parent && own.key)
        : rows.map(({ record }) => record)
    }
    return records
  }

  private unique(
    rows: readonly { record: FileRecord; place: RowPlace }[],
    within: string | null,
  ): FileRecord[] {
    const taken = new Set<string>()
    const keyOf = (record: FileRecord, id: string) => JSON.stringify([within && record[within], id])
    for (const { record } of rows) taken.add(keyOf(record, record.id as string))
    const seen = new Set<string>()
    return rows.map(({ record, place }) => {
      const id = record.id as string
      if (!seen.has(keyOf(record, id))) {
        seen.add(keyOf(record, id))
        return record
      }
      let other = id
      for (let k = 2; taken.has(keyOf(record, other)); k++) other = `${id}-${k}`
      taken.add(keyOf(record, other))
      seen.add(keyOf(record, other))
      this.problem(place, '', 'sameId', id, other)
      return { ...record, id: other }
    })
  }

  private leave(place: RowPlace, column: string, code: FileProblemCode, raw: unknown): null {
    this.problem(place, column, code, raw ?? '')
    return null
  }

  private note(place: RowPlace, column: string, field: Field, raw: unknown): void {
    if (field.kind === 'word') this.problem(place, column, 'unknownWord', raw, field.fallback)
    else this.problem(place, column, 'cellLeftOut', raw)
  }
}

function outsideWorld(field: Field, value: FieldValue): boolean {
  if (field.key === 'lon') return Math.abs(value as number) > 180
  return field.key === 'lat' && Math.abs(value as number) > 90
}

function missing(field: Field): FileProblemCode {
  if (field.key === 'lon' || field.key === 'lat') return 'noPosition'
  return field.kind === 'date' || field.kind === 'month' ? 'noDate' : 'noId'
}

function unreadable(field: Field): FileProblemCode {
  return field.kind === 'date' || field.kind === 'month' ? 'notDate' : 'notNumber'
}
