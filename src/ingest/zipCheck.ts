import { crc32 } from 'hash-wasm'
import { IngestError } from './errors.ts'

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_HEADER = 0x04034b50
const LONGEST_COMMENT = 65_535
const ENCRYPTED = 1
const SIZES_FOLLOW = 8
const STORED = 0
const DEFLATED = 8

/** Bytes that the parts of a workbook may unpack to: beyond it is no export but a zip bomb. */
const MOST_UNPACKED = 2 ** 30
/** One part becomes one text, and a text of V8 has at most 2²⁹ − 24 characters. */
const LARGEST_PART = 2 ** 29 - 24
/** How much smaller deflate makes a sheet: 10 to 40 times. A part that is both large and far beyond it is a bomb. */
const MOST_RATIO = 250
const FEWEST_FOR_RATIO = 2 ** 25

/**
 * Holds a zip to its own checksums before a workbook reader sees it: SheetJS does not look at them and can run for ever on
 * damaged parts. Layout by PKWARE APPNOTE 6.3.
 * `onPart` sees each part unpacked.
 * @throws IngestError `brokenWorkbook` or `workbookTooLarge`
 */
export async function checkZip(
  bytes: Uint8Array,
  onPart: (name: string, part: Uint8Array) => void = () => undefined,
): Promise<void> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const end = findEnd(view)
    const entries = view.getUint16(end + 10, true)
    let at = view.getUint32(end + 16, true)
    let unpacked = 0
    for (let k = 0; k < entries; k++) {
      if (view.getUint32(at, true) !== DIRECTORY_ENTRY) throw new Error('directory')
      const size = view.getUint32(at + 24, true)
      unpacked += size
      const bomb = size > FEWEST_FOR_RATIO && size > MOST_RATIO * view.getUint32(at + 20, true)
      if (bomb || size > LARGEST_PART || unpacked > MOST_UNPACKED)
        throw new IngestError('workbookTooLarge', { most: MOST_UNPACKED })
      const name = bytes.subarray(at + 46, at + 46 + view.getUint16(at + 28, true))
      onPart(new TextDecoder().decode(name), await checkEntry(bytes, view, at))
      at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    }
    if (at !== end || entries === 0) throw new Error('directory')
  } catch (error) {
    if (error instanceof IngestError) throw error
    throw new IngestError('brokenWorkbook', {
      detail: `zip: ${error instanceof Error ? error.message : String(error)}`,
    })
  }
}

function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - 22 - LONGEST_COMMENT)
  for (let at = view.byteLength - 22; at >= first; at--)
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at
  throw new Error('no directory')
}

/** One part: the header before it says the same as the directory, and its bytes unpack to the promised size and checksum. */
async function checkEntry(bytes: Uint8Array, view: DataView, entry: number): Promise<Uint8Array> {
  const flags = view.getUint16(entry + 8, true)
  const method = view.getUint16(entry + 10, true)
  const checksum = view.getUint32(entry + 16, true)
  const packed = view.getUint32(entry + 20, true)
  const size = view.getUint32(entry + 24, true)
  const local = view.getUint32(entry + 42, true)
  const nameLength = view.getUint16(entry + 28, true)
  if (flags & ENCRYPTED) throw new Error('encrypted')
  if (view.getUint32(local, true) !== LOCAL_HEADER) throw new Error('header')
  const sameName =
    view.getUint16(local + 26, true) === nameLength &&
    bytes.subarray(local + 30, local + 30 + nameLength).every((byte, i) => byte === bytes[entry + 46 + i])
  const sameSizes =
    (flags & SIZES_FOLLOW) !== 0 ||
    (view.getUint32(local + 14, true) === checksum &&
      view.getUint32(local + 18, true) === packed &&
      view.getUint32(local + 22, true) === size)
  const sameWay = view.getUint16(local + 6, true) === flags && view.getUint16(local + 8, true) === method
  if (!sameName || !sameSizes || !sameWay) throw new Error('header')
  const start = local + 30 + nameLength + view.getUint16(local + 28, true)
  const part = bytes.subarray(start, start + packed)
  if (part.length !== packed || (method !== STORED && method !== DEFLATED)) throw new Error('part')
  const whole = method === STORED ? part : await inflate(part, size)
  if (whole.length !== size || Number.parseInt(await crc32(whole), 16) !== checksum)
    throw new Error('checksum')
  return whole
}

/** Unpacks raw deflate, and stops as soon as there is more than was promised. */
async function inflate(part: Uint8Array, size: number): Promise<Uint8Array> {
  const stream = new Blob([part as BlobPart]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
  const reader = stream.getReader()
  const whole = new Uint8Array(size)
  let length = 0
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    if (length + next.value.length > size) {
      await reader.cancel()
      throw new Error('size')
    }
    whole.set(next.value, length)
    length += next.value.length
  }
  return length === size ? whole : whole.subarray(0, length)
}
