import { BufferType, Data, Utf8, Vector, type DataType } from 'apache-arrow'

/*
 * Arrow's own builders (`vectorFromArray`) compile functions from text, which the page's content security policy forbids:
 * vectors are laid out by hand.
 */

/** A vector over typed values whose rows are NULL where `present` is false. */
export function nullable<T extends DataType>(
  type: T,
  data: T['TArray'],
  present: (i: number) => boolean,
): Vector<T> {
  const { bitmap, nullCount } = validity(data.length, present)
  const buffers = { [BufferType.DATA]: data, [BufferType.VALIDITY]: bitmap }
  return new Vector([new Data<T>(type, 0, data.length, nullCount, buffers)])
}

/** A vector of texts; null is NULL. */
export function texts(values: readonly (string | null)[]): Vector<Utf8> {
  const { bitmap, nullCount } = validity(values.length, (i) => values[i] !== null)
  const encoder = new TextEncoder()
  const bytes = values.map((value) => encoder.encode(value ?? ''))
  const offsets = new Int32Array(values.length + 1)
  bytes.forEach((text, i) => (offsets[i + 1] = offsets[i]! + text.length))
  const data = new Uint8Array(offsets[values.length]!)
  bytes.forEach((text, i) => data.set(text, offsets[i]))
  const buffers = { [BufferType.OFFSET]: offsets, [BufferType.DATA]: data, [BufferType.VALIDITY]: bitmap }
  return new Vector([new Data<Utf8>(new Utf8(), 0, values.length, nullCount, buffers)])
}

/** Bit i of the bitmap is row i, least significant first; 1 is present. */
function validity(
  length: number,
  present: (i: number) => boolean,
): { bitmap: Uint8Array; nullCount: number } {
  const bitmap = new Uint8Array(Math.ceil(length / 8))
  let nullCount = 0
  for (let i = 0; i < length; i++) {
    if (present(i)) bitmap[i >> 3]! |= 1 << (i & 7)
    else nullCount++
  }
  return { bitmap, nullCount }
}
