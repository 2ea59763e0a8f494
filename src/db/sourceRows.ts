import {
  DataType,
  Field,
  makeData,
  RecordBatch,
  Schema,
  Struct,
  Table,
  tableFromIPC,
  Uint32,
  Utf8,
} from 'apache-arrow'
import { DatabaseError } from './errors.ts'
import { sourceColumn } from './sql/columns.ts'

/** The source file's part of a batch. */
export interface SourceBatch {
  /** Names as in the file, in order: any characters. */
  names: string[]
  /** Rows of the table `source_rows`. */
  rows: Table
}

/**
 * Reads a batch as the ingest worker posts it: an Arrow IPC stream with the row keys (uint32) first and then the source's columns
 * as utf8. The columns get safe names; no text is copied.
 * @throws DatabaseError `sourceUnreadable`
 */
export function readSourceBatch(ipc: Uint8Array): SourceBatch {
  const table = readTable(ipc)
  const [key, ...cells] = table.schema.fields
  if (!key || !DataType.isInt(key.type))
    throw new DatabaseError('sourceUnreadable', 'the first column is not the row key')
  const other = cells.find((field) => !DataType.isUtf8(field.type))
  if (other) throw new DatabaseError('sourceUnreadable', `column "${other.name}" is ${other.type}, not utf8`)
  const fields = [
    new Field('row', new Uint32()),
    ...cells.map((_, index) => new Field(sourceColumn(index), new Utf8(), true)),
  ]
  const schema = new Schema(fields)
  const batches = table.batches.map(({ numRows, data }) => {
    const struct = makeData({
      type: new Struct(fields),
      length: numRows,
      nullCount: 0,
      children: data.children,
    })
    return new RecordBatch(schema, struct)
  })
  return { names: cells.map((field) => field.name), rows: new Table(schema, batches) }
}

function readTable(ipc: Uint8Array): Table {
  try {
    return tableFromIPC(ipc)
  } catch (error) {
    throw new DatabaseError('sourceUnreadable', String(error), { cause: error })
  }
}

/** Names for the view `source`: unique without case and never empty; doubles get a number. */
export function uniqueNames(names: readonly string[]): string[] {
  const taken = new Set(['row'])
  return names.map((name, index) => {
    const base = name.trim() === '' ? `Kolumn ${index + 1}` : name
    let candidate = base
    for (let copy = 2; taken.has(candidate.toLowerCase()); copy++) candidate = `${base} (${copy})`
    taken.add(candidate.toLowerCase())
    return candidate
  })
}
