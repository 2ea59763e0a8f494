import { configure, Reader, ZipReader, ZipWriter, type Entry } from '@zip.js/zip.js/lib/zip-core-native.js'
import { createSHA256 } from 'hash-wasm'
import type { ByteSink, ByteSource, Bytes } from './bytes.ts'
import { ProjectError } from './errors.ts'

// All of it happens in a worker of ours already; others would be made from blobs.
configure({ useWebWorkers: false })

/** An entry as the manifest lists it. */
export interface EntryRecord {
  name: string
  /** Unpacked. */
  bytes: number
  /** SHA-256 of the unpacked bytes, in hexadecimal. */
  sha256: string
}

/** The last entry, which lists the others. */
export const MANIFEST = 'manifest.json'

/**
 * Bytes that all entries may unpack to, outright and by the size of the file: beyond it is no project but a zip bomb. Columns of real
 * incidents pack to a third, the emptiest to a fiftieth.
 */
export const MOST_UNPACKED = 8 * 2 ** 30
const MOST_TIMES = 250
const ALWAYS_ALLOWED = 64 * 2 ** 20

/** Entries that an archive may have. */
const MOST_ENTRIES = 200_000

/** Bytes that one JSON entry may have. */
const LONGEST_JSON = 2 ** 29

/** The least that zip knows: the time of saving stands in the manifest alone, so that equal contents are equal bytes. */
const NO_TIME = new Date(1980, 0, 1)

/** Packs entries one after the other into a sink. Equal entries give equal bytes. */
export class ArchiveWriter {
  readonly records: EntryRecord[] = []
  readonly #zip: ZipWriter<unknown>

  constructor(sink: ByteSink) {
    this.#zip = new ZipWriter(
      // zip.js uses its buffers again once a write is through; the sink may keep them.
      new WritableStream<Uint8Array>({ write: (bytes) => sink.write(Uint8Array.from(bytes)) }),
      { lastModDate: NO_TIME, extendedTimestamp: false, keepOrder: true },
    )
  }

  async add(name: string, bytes: Bytes): Promise<void> {
    const hasher = (await createSHA256()).init()
    const sha256 = hasher.update(bytes).digest('hex')
    this.records.push({ name, bytes: bytes.length, sha256 })
    await this.#pack(name, bytes)
  }

  addJson(name: string, value: unknown): Promise<void> {
    return this.add(name, jsonBytes(value))
  }

  /** Writes the manifest, which is not in its own list, and closes the archive. */
  async finish(manifest: unknown): Promise<void> {
    await this.#pack(MANIFEST, jsonBytes(manifest))
    await this.#zip.close()
  }

  async #pack(name: string, bytes: Bytes): Promise<void> {
    let given = false
    const stream = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (given) return controller.close()
        given = true
        if (bytes.length > 0) controller.enqueue(bytes)
      },
    })
    await this.#zip.add(name, stream)
  }
}

function jsonBytes(value: unknown): Bytes {
  return new TextEncoder().encode(JSON.stringify(value))
}

/** Reads entries of an archive wherever they stand. */
export class ArchiveReader {
  private constructor(
    private readonly entries: ReadonlyMap<string, Entry>,
    private records: ReadonlyMap<string, EntryRecord>,
  ) {}

  /** @throws ProjectError `damaged` (no archive), `tooLarge` */
  static async begin(source: ByteSource): Promise<ArchiveReader> {
    const list = await listed(source)
    if (list.length > MOST_ENTRIES) throw new ProjectError('tooLarge', {})
    const unpacked = list.reduce((sum, entry) => sum + entry.uncompressedSize, 0)
    if (unpacked > Math.min(MOST_UNPACKED, ALWAYS_ALLOWED + MOST_TIMES * source.size))
      throw new ProjectError('tooLarge', {})
    const entries = new Map(list.map((entry) => [entry.filename, entry]))
    if (entries.size !== list.length) throw new ProjectError('unsound', { part: 'archive' })
    return new ArchiveReader(entries, new Map())
  }

  /** Takes over the manifest's list: from here on only what it lists is read, and held to its digest. */
  expect(records: readonly EntryRecord[]): void {
    this.records = new Map(records.map((record) => [record.name, record]))
    const foreign = [...this.entries.keys()].find((name) => name !== MANIFEST && !this.records.has(name))
    if (foreign !== undefined || this.records.size !== records.length)
      throw new ProjectError('unsound', { part: 'archive' })
  }

  /** Bytes that an entry unpacks to; 0 where there is none of the name. */
  sizeOf(name: string): number {
    return this.records.get(name)?.bytes ?? 0
  }

  /** @throws ProjectError `damaged`, `unsound` */
  async read(name: string): Promise<Bytes> {
    const record = this.records.get(name)
    if (!record) throw new ProjectError('unsound', { part: name })
    const bytes = await this.#unpack(name, record.bytes)
    const sha256 = (await createSHA256()).init().update(bytes).digest('hex')
    if (sha256 !== record.sha256) throw new ProjectError('damaged', { part: name })
    return bytes
  }

  async readJson(name: string): Promise<unknown> {
    return parseJson(await this.read(name), name)
  }

  /** The manifest, which nothing lists. */
  async manifest(): Promise<unknown> {
    const entry = this.entries.get(MANIFEST)
    if (!entry) throw new ProjectError('unsound', { part: MANIFEST })
    return parseJson(await this.#unpack(MANIFEST, entry.uncompressedSize), MANIFEST)
  }

  async #unpack(name: string, size: number): Promise<Bytes> {
    const entry = this.entries.get(name)
    if (!entry || entry.directory || entry.uncompressedSize !== size)
      throw new ProjectError('damaged', { part: name })
    const bytes = room(size)
    let filled = 0
    const sink = new WritableStream<Uint8Array>({
      write(part) {
        if (filled + part.length > size) throw new ProjectError('damaged', { part: name })
        bytes.set(part, filled)
        filled += part.length
      },
    })
    try {
      await entry.getData(sink, { checkSignature: true })
    } catch (error) {
      throw error instanceof ProjectError
        ? error
        : new ProjectError('damaged', { part: name }, { cause: error })
    }
    if (filled !== size) throw new ProjectError('damaged', { part: name })
    return bytes
  }
}

async function listed(source: ByteSource): Promise<Entry[]> {
  try {
    return await new ZipReader(new SourceReader(source)).getEntries()
  } catch (error) {
    if (error instanceof ProjectError) throw error
    throw new ProjectError('damaged', { part: 'archive' }, { cause: error })
  }
}

/** What zip.js reads from. */
class SourceReader extends Reader<ByteSource> {
  constructor(private readonly source: ByteSource) {
    super(source)
    this.size = source.size
  }

  override async readUint8Array(index: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
    const from = Math.min(index, this.source.size)
    return this.source.read(from, Math.min(from + length, this.source.size))
  }
}

function room(size: number): Bytes {
  try {
    return new Uint8Array(size)
  } catch (error) {
    throw new ProjectError('tooLarge', {}, { cause: error })
  }
}

function parseJson(bytes: Bytes, name: string): unknown {
  if (bytes.length > LONGEST_JSON) throw new ProjectError('tooLarge', {})
  try {
    // A key of that name would be taken for the object's ancestor where it is copied.
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes), (key, value: unknown) =>
      key === '__proto__' ? undefined : value,
    )
  } catch (error) {
    throw new ProjectError('unsound', { part: name }, { cause: error })
  }
}
