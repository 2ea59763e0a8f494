import type { SourceFile } from '../../src/ingest/index.ts'

/** What was asked of a file that is made while it is read. */
export interface Asked {
  bytes: number
  largest: number
}

/**
 * A file that is nowhere: its bytes are made where they are asked for, by their place. Rows have the same length, so that any
 * part can be made without the others.
 * @param row the row of a number (from 0), always as long; `header` stands above them
 */
export function madeFile(
  name: string,
  header: string,
  rows: number,
  row: (number: number) => string,
): SourceFile & { asked: Asked } {
  const head = new TextEncoder().encode(header)
  const width = new TextEncoder().encode(row(0)).length
  const size = head.length + rows * width
  const encoder = new TextEncoder()
  const asked: Asked = { bytes: 0, largest: 0 }
  const part = (start: number, end: number) => {
    const bytes = new Uint8Array(Math.max(0, end - start))
    asked.bytes += bytes.length
    asked.largest = Math.max(asked.largest, bytes.length)
    if (start < head.length) bytes.set(head.subarray(start, Math.min(end, head.length)))
    const first = Math.max(0, Math.floor((start - head.length) / width))
    for (let number = first; number < rows; number++) {
      const at = head.length + number * width - start
      if (at >= bytes.length) break
      const text = encoder.encode(row(number))
      if (at < 0) bytes.set(text.subarray(-at, Math.min(width, bytes.length - at)))
      else bytes.set(text.subarray(0, bytes.length - at), at)
    }
    return bytes
  }
  return {
    name,
    size,
    asked,
    slice: (start = 0, end = size) => ({
      arrayBuffer: () => Promise.resolve(part(start, Math.min(end, size)).buffer),
    }),
  } as unknown as SourceFile & { asked: Asked }
}

/** A file of one sign over and over. */
export function endlessFile(name: string, size: number, head = ''): SourceFile & { asked: Asked } {
  return madeFile(name, head, size - head.length, () => 'x')
}

const TYPES = ['Klotter           ', 'Misshandel utomhus', 'Cykelstöld       ', 'Rån              ']

/** A table whose header and values are those of an export: rows of some 130 bytes, and 8 for each word of free text. */
export function madeIncidents(bytes: number, words = 3): SourceFile & { asked: Asked } {
  const row = (i: number) =>
    `K${String(i).padStart(9, '0')};2025-${String((i % 12) + 1).padStart(2, '0')}-${String((i % 28) + 1).padStart(2, '0')} ` +
    `${String(i % 24).padStart(2, '0')}:${String(i % 60).padStart(2, '0')};${6_580_000 + (i % 9_000)},50;` +
    `${674_000 + (i % 9_000)},25;${TYPES[i % 4]};"Storgatan ${String(i % 90).padStart(2, '0')}; hus ""B""";` +
    `${'fritext '.repeat(words)}\n`
  return madeFile(
    'brott.csv',
    'nr;datum;n;e;brottstyp;plats;text\n',
    Math.floor(bytes / encodedLength(row(0))),
    row,
  )
}

function encodedLength(text: string): number {
  return new TextEncoder().encode(text).length
}
