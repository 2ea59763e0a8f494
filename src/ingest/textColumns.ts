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
 * The source's cells as Arrow utf8 columns, gathered run by run so that the rows themselves need not be kept. Empty cells are
 * null; cells past `names` are left out.
 */
export class TextColumns {
  private readonly columns: Utf8Gatherer[]
  private readonly names: readonly string[]
  private length = 0

  /**
   * @param capacity most rows between two calls of `takeIpc`
   * @param stored numbers of the columns that are gathered; all unless given
   */
  constructor(
    names: readonly string[],
    capacity: number,
    private readonly stored: readonly number[] = [...names.keys()],
  ) {
    this.names = stored.map((column) => names[column]!)
    this.columns = stored.map(() => new Utf8Gatherer(capacity))
  }

  append(rows: readonly (readonly string[])[]): void {
    for (let k = 0; k < this.columns.length; k++) this.columns[k]!.append(rows, this.stored[k]!)
    this.length += rows.length
  }

  /** What was gathered as an IPC stream of one batch: `row` (uint32), then every column under its name. Starts anew. */
  takeIpc(rowNumbers: Uint32Array): Uint8Array {
    const fields = [
      new Field('row', new Uint32(), false),
      ...this.names.map((name) => new Field(name, new Utf8(), true)),
    ]
    const children: Data[] = [makeData({ type: new Uint32(), data: rowNumbers })]
    for (const column of this.columns) children.push(column.data())
    const data = makeData({ type: new Struct(fields), length: this.length, nullCount: 0, children })
    const batch = new RecordBatch(new Schema(fields), data)
    const stream = RecordBatchStreamWriter.writeAll([batch]).toUint8Array(true)
    for (const column of this.columns) column.clear()
    this.length = 0
    return stream
  }
}

/** One column: bytes, offsets and validity, in buffers that are used again. */
class Utf8Gatherer {
  private bytes = new Uint8Array(1 << 16)
  private readonly offsets: Int32Array
  private readonly valid: Uint8Array
  private length = 0
  private nulls = 0

  constructor(capacity: number) {
    this.offsets = new Int32Array(capacity + 1)
    this.valid = new Uint8Array((capacity + 7) >> 3)
  }

  /** One encoder pass over the joined cells; where all is ASCII the texts' own lengths are the offsets. */
  append(rows: readonly (readonly string[])[], column: number): void {
    const texts = new Array<string>(rows.length)
    const base = this.offsets[this.length]!
    let end = base
    for (let i = 0; i < rows.length; i++) {
      const text = rows[i]![column] ?? ''
      const at = this.length + i
      texts[i] = text
      end += text.length
      this.offsets[at + 1] = end
      if (text === '') this.nulls++
      else this.valid[at >> 3]! |= 1 << (at & 7)
    }
    const characters = end - base
    this.reserve(base + characters * 3)
    const { written } = encoder.encodeInto(texts.join(''), this.bytes.subarray(base))
    if (written !== characters && written !== this.measure(texts, base)) this.encodeApart(texts, base)
    this.length += rows.length
  }

  data(): Data<Utf8> {
    const { length, nulls: nullCount } = this
    return makeData({
      type: new Utf8(),
      length,
      nullCount,
      nullBitmap: this.valid.subarray(0, (length + 7) >> 3),
      valueOffsets: this.offsets.subarray(0, length + 1),
      data: this.bytes.subarray(0, this.offsets[length]),
    })
  }

  clear(): void {
    this.length = 0
    this.nulls = 0
    this.valid.fill(0)
  }

  private reserve(size: number): void {
    if (size <= this.bytes.length) return
    const grown = new Uint8Array(Math.max(size, this.bytes.length * 2))
    grown.set(this.bytes)
    this.bytes = grown
  }

  private measure(texts: readonly string[], base: number): number {
    let end = base
    for (let i = 0; i < texts.length; i++) {
      end += utf8Length(texts[i]!)
      this.offsets[this.length + i + 1] = end
    }
    return end - base
  }

  /** For halves of surrogate pairs, which would join across cells: cell by cell. */
  private encodeApart(texts: readonly string[], base: number): void {
    let end = base
    for (let i = 0; i < texts.length; i++) {
      end += encoder.encodeInto(texts[i]!, this.bytes.subarray(end)).written
      this.offsets[this.length + i + 1] = end
    }
  }
}

/** Bytes of a text in UTF-8; half a surrogate pair is written as U+FFFD, 3 bytes. */
function utf8Length(text: string): number {
  let bytes = text.length
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 0x80) continue
    if (code < 0x800) bytes += 1
    else {
      bytes += 2
      const pair = code >= 0xd800 && code < 0xdc00 && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00
      if (pair) i++
    }
  }
  return bytes
}
