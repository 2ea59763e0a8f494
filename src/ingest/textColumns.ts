import {
  Field,
  makeData,
  RecordBatch,
  RecordBatchStreamWriter,
  Schema,
  Struct,
  Uint32,
  Utf8,
  type Data,
} from 'apache-arrow'

const encoder = new TextEncoder()

/**
 * The source's rows as an Arrow IPC stream of one batch: `row` (uint32), then every source column as utf8 under its name.
 * Empty cells are null. Cells past `names` are left out, missing ones are null.
 */
export function textColumnsToIpc(
  names: readonly string[],
  rowNumbers: Uint32Array,
  rows: readonly (readonly string[])[],
): Uint8Array {
  const children: Data[] = [makeData({ type: new Uint32(), data: rowNumbers })]
  for (let column = 0; column < names.length; column++) children.push(utf8Column(rows, column))
  const fields = [
    new Field('row', new Uint32(), false),
    ...names.map((name) => new Field(name, new Utf8(), true)),
  ]
  const schema = new Schema(fields)
  const data = makeData({ type: new Struct(fields), length: rows.length, nullCount: 0, children })
  const writer = RecordBatchStreamWriter.writeAll([new RecordBatch(schema, data)])
  return writer.toUint8Array(true)
}

/** One encoder pass over the joined column; where all is ASCII the text's own lengths are the offsets. */
function utf8Column(rows: readonly (readonly string[])[], column: number): Data<Utf8> {
  const length = rows.length
  const texts = new Array<string>(length)
  const valueOffsets = new Int32Array(length + 1)
  const nullBitmap = new Uint8Array((length + 7) >> 3)
  let characters = 0
  let nullCount = 0
  for (let i = 0; i < length; i++) {
    const text = rows[i]![column] ?? ''
    texts[i] = text
    characters += text.length
    valueOffsets[i + 1] = characters
    if (text === '') nullCount++
    else nullBitmap[i >> 3]! |= 1 << (i & 7)
  }
  let data: Uint8Array = encoder.encode(texts.join(''))
  if (data.length !== characters) {
    let bytes = 0
    for (let i = 0; i < length; i++) {
      bytes += utf8Length(texts[i]!)
      valueOffsets[i + 1] = bytes
    }
    if (bytes !== data.length) data = encodeApart(texts, valueOffsets)
  }
  return makeData({ type: new Utf8(), length, nullCount, nullBitmap, valueOffsets, data })
}

function utf8Length(text: string): number {
  let bytes = text.length
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 0x80) continue
    if (code < 0x800) bytes += 1
    else if (code < 0xd800 || code > 0xdfff) bytes += 2
    else if (code < 0xdc00 && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00) {
      bytes += 2
      i++
    } else bytes += 2
  }
  return bytes
}

/** For half surrogate pairs, which join across cells: cell by cell. */
function encodeApart(texts: readonly string[], valueOffsets: Int32Array): Uint8Array {
  const parts = texts.map((text) => encoder.encode(text))
  const data = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  parts.forEach((part, i) => {
    data.set(part, at)
    at += part.length
    valueOffsets[i + 1] = at
  })
  return data
}
