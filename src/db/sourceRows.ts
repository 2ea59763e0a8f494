import {
  type Data,
  DataType,
  Field,
  makeData,
  RecordBatch,
  Schema,
  Struct,
  Table,
  tableFromIPC,
  tableToIPC,
  Uint32,
  Utf8,
} from 'apache-arrow'
import { DatabaseError } from './errors.ts'
import { sourceColumn } from './sql/columns.ts'

/** The source file's part of a batch. */
export interface SourceBatch {
  /** Names as in the file, in order: any characters. */
  names: string[]
  /**
   * Rows of the table `source_rows`, which may have columns of other layers' files.
   * @param places index of each of the file's columns among those of the table
   * @param width number of columns of the table
   */
  rows(places: readonly number[], width: number): Table
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
  return { names: cells.map((field) => field.name), rows: (places, width) => placed(table, places, width) }
}

function placed(table: Table, places: readonly number[], width: number): Table {
  const fields = [
    new Field('row', new Uint32()),
    ...Array.from({ length: width }, (_, index) => new Field(sourceColumn(index), new Utf8(), true)),
  ]
  const schema = new Schema(fields)
  const cellOf = new Map(places.map((place, cell) => [place, cell]))
  const batches = table.batches.map(({ numRows, data }) => {
    const [keys, ...cells] = data.children
    const columns = Array.from(
      { length: width },
      (_, place) => cells[cellOf.get(place) ?? -1] ?? blank(numRows),
    )
    const struct = makeData({
      type: new Struct(fields),
      length: numRows,
      nullCount: 0,
      children: [keys!, ...columns],
    })
    return new RecordBatch(schema, struct)
  })
  return new Table(schema, batches)
}

/** The reverse of {@link readSourceBatch}: a result whose columns are the row key and then the file's cells, under the file's names. */
export function writeSourceBatch(cells: Table, names: readonly string[]): Uint8Array {
  const fields = [new Field('row', new Uint32()), ...names.map((name) => new Field(name, new Utf8(), true))]
  const schema = new Schema(fields)
  const batches = cells.batches.map(({ numRows, data }) => {
    const struct = makeData({
      type: new Struct(fields),
      length: numRows,
      nullCount: 0,
      children: data.children,
    })
    return new RecordBatch(schema, struct)
  })
  return tableToIPC(new Table(schema, batches), 'stream')
}

/** A column that the file does not have. */
function blank(length: number): Data<Utf8> {
  return makeData({
    type: new Utf8(),
    length,
    nullCount: length,
    nullBitmap: new Uint8Array(Math.ceil(length / 8)),
    valueOffsets: new Int32Array(length + 1),
    data: new Uint8Array(0),
  })
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
