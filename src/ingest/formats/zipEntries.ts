import type { Entry, FileEntry } from '@zip.js/zip.js'
import { IngestError } from '../errors.ts'
import type { SourceFile } from '../source.ts'

/** What an archive may unpack to: beyond it is no export but a bomb, or nothing for a browser. */
export const MOST_UNPACKED = 8 * 1024 ** 3
/** Deflate reaches 1 032 : 1; a table of crimes some 20 : 1. Small files may be odd. */
const MOST_RATIO = 250
const RATIO_FROM = 64 * 1024 * 1024
const MOST_ENTRIES = 10_000

/** One file of an archive. */
export interface ZipEntry {
  /** Path in the archive. */
  name: string
  /** Bytes as claimed; unpacking ends with an error where there are more. */
  size: number
  /** @throws IngestError `brokenFile`, `archiveTooLarge`, `encryptedArchive` */
  unpack(): Promise<Blob>
  /** At least the first `length` bytes, all of a smaller file. */
  head(length: number): Promise<Uint8Array>
}

/**
 * The files of a zip, folders and the systems' own left out. Only the directory is read.
 * @throws IngestError `brokenFile`, `archiveTooLarge`, `encryptedArchive`
 */
export async function zipEntries(file: SourceFile): Promise<ZipEntry[]> {
  const { BlobReader, configure, ZipReader } = await import('@zip.js/zip.js')
  configure({ useWebWorkers: false })
  const reader = new ZipReader(new BlobReader(file), { checkSignature: true })
  try {
    const files: FileEntry[] = []
    let seen = 0
    let claimed = 0
    for await (const entry of reader.getEntriesGenerator()) {
      if (++seen > MOST_ENTRIES) throw tooLarge()
      if (!isFile(entry)) continue
      claimed += entry.uncompressedSize
      if (claimed > MOST_UNPACKED || exceeds(entry.uncompressedSize, entry.compressedSize)) throw tooLarge()
      files.push(entry)
    }
    return files.map((entry) => ({
      name: entry.filename,
      size: entry.uncompressedSize,
      unpack: () => unpack(entry),
      head: (length) => head(entry, length),
    }))
  } catch (error) {
    throw asIngestError(error)
  } finally {
    await reader.close()
  }
}

function isFile(entry: Entry): entry is FileEntry {
  return !entry.directory && !/(^|\/)(__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)/i.test(entry.filename)
}

async function unpack(entry: FileEntry): Promise<Blob> {
  if (entry.encrypted) throw new IngestError('encryptedArchive', {})
  const limit = limited(entry.compressedSize)
  const blob = new Response(limit.readable).blob()
  try {
    await entry.getData(limit.writable)
    return await blob
  } catch (error) {
    // The other end of the stream may never settle: it is not waited for.
    blob.catch(() => undefined)
    throw asIngestError(error)
  }
}

/** Unpacks until there is enough. */
async function head(entry: FileEntry, length: number): Promise<Uint8Array> {
  if (entry.encrypted) throw new IngestError('encryptedArchive', {})
  const parts: Uint8Array[] = []
  let total = 0
  const enough = new AbortController()
  const writable = new WritableStream<Uint8Array>({
    write(bytes) {
      parts.push(bytes.slice())
      total += bytes.length
      if (total >= length) enough.abort()
    },
  })
  try {
    await entry.getData(writable, { signal: enough.signal })
  } catch (error) {
    if (!enough.signal.aborted) throw asIngestError(error)
  }
  return new Uint8Array(await new Blob(parts as BlobPart[]).arrayBuffer())
}

/** Passes bytes on, and fails as soon as they are more than `packed` bytes of an honest archive can become. */
export function limited(packed: number): TransformStream<Uint8Array, Uint8Array> {
  let total = 0
  return new TransformStream<Uint8Array, Uint8Array>({
    transform(bytes, controller) {
      total += bytes.length
      if (total > MOST_UNPACKED || exceeds(total, packed)) throw tooLarge()
      controller.enqueue(bytes)
    },
  })
}

function exceeds(unpacked: number, packed: number): boolean {
  return unpacked > RATIO_FROM && unpacked > MOST_RATIO * packed
}

function tooLarge(): IngestError {
  return new IngestError('archiveTooLarge', { most: MOST_UNPACKED })
}

function asIngestError(error: unknown): IngestError {
  if (error instanceof IngestError) return error
  const detail = error instanceof Error ? error.message : String(error)
  if (/encrypted|password/i.test(detail)) return new IngestError('encryptedArchive', {})
  return new IngestError('brokenFile', { format: 'zip', detail })
}
