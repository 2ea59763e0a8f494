import { IngestError } from './errors.ts'
import type { SourceFile } from './source.ts'

const PART_BYTES = 1 << 22

/**
 * All bytes of a file in order, part by part.
 * @throws IngestError `unreadable`
 */
export async function* bytesOf(file: SourceFile): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < file.size; at += PART_BYTES) yield await readBytes(file, at, PART_BYTES)
}

/**
 * The bytes [start, start + length) of a file, fewer at its end.
 * @throws IngestError `unreadable` where the file has moved, gone or may not be read.
 */
export async function readBytes(file: SourceFile, start: number, length: number): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.slice(start, start + length).arrayBuffer())
  } catch (error) {
    throw new IngestError('unreadable', { detail: error instanceof Error ? error.message : String(error) })
  }
}
