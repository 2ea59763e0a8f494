import type { IncidentColumns } from '../domain/incident.ts'
import { ArchiveReader } from './archive.ts'
import type { ByteSource, Bytes } from './bytes.ts'
import { OpenedSource } from './chunkCipher.ts'
import { checkColumns, columnType, fillColumn, roomForColumns } from './columns.ts'
import { DIGEST_BYTES, verifyDigest } from './digestTrailer.ts'
import { attachArrays } from './documentArrays.ts'
import { ProjectError } from './errors.ts'
import { parseManifest, type ProjectManifest } from './manifest.ts'
import { passphraseKey } from './passphraseKey.ts'
import { readPreamble, type Preamble } from './preamble.ts'

export interface ReaderOptions {
  /** null where none is known: an encrypted project then asks for one. */
  passphrase: string | null
  /** Told how much of the file has been held to its digests, 0-1; may throw to stop. */
  progress?: (done: number) => void | Promise<void>
}

/**
 * Opens a project from a file. `begin` holds every byte to its digest or tag and reads the list of contents; the parts are read as
 * they are asked for and held to theirs.
 */
export class ProjectReader {
  private constructor(
    readonly manifest: ProjectManifest,
    private readonly archive: ArchiveReader,
  ) {}

  /** @throws ProjectError any code but those of storage */
  static async begin(file: ByteSource, options: ReaderOptions): Promise<ProjectReader> {
    const preamble = await readPreamble(file)
    const payload = await opened(file, preamble, options)
    const archive = await ArchiveReader.begin(payload)
    const manifest = parseManifest(await archive.manifest(), preamble.version)
    archive.expect(manifest.entries)
    return new ProjectReader(manifest, archive)
  }

  /** A document by its subject; undefined where the project has none. */
  async document(subject: string): Promise<unknown> {
    const { documents } = this.manifest
    if (!Object.hasOwn(documents, subject)) return undefined
    return attachArrays(await this.archive.readJson(documents[subject]!), (entry) => this.archive.read(entry))
  }

  /** @param labels number of type labels of the data set */
  async columns(labels: number): Promise<IncidentColumns> {
    const { rows, columns: list, runs } = this.#incidents()
    // Room is made for rows that are there, not for rows that are claimed.
    const keys = list.find(({ key }) => key === 'row')
    if (this.archive.sizeOf(keys?.entry ?? '') !== rows * Uint32Array.BYTES_PER_ELEMENT)
      throw new ProjectError('unsound', { part: 'row' })
    const columns = roomForColumns(rows)
    for (const { key, type, entry } of list) {
      if (columnType(columns[key]) !== type) throw new ProjectError('unsound', { part: key })
      fillColumn(columns[key], await this.archive.read(entry), key)
    }
    checkColumns(columns, labels)
    if (runs.reduce((sum, run) => sum + run.rows, 0) !== rows)
      throw new ProjectError('unsound', { part: 'runs' })
    return columns
  }

  /** The source cells of a run, by its place in the manifest's list; null where it has none. */
  async source(index: number): Promise<Bytes | null> {
    const run = this.#incidents().runs[index]
    if (!run) throw new ProjectError('unsound', { part: `run ${index}` })
    return run.source === null ? null : this.archive.read(run.source)
  }

  #incidents(): NonNullable<ProjectManifest['incidents']> {
    const { incidents } = this.manifest
    if (!incidents) throw new ProjectError('unsound', { part: 'incidents' })
    return incidents
  }
}

/** The archive's bytes, known to be those that were saved. */
async function opened(file: ByteSource, preamble: Preamble, options: ReaderOptions): Promise<ByteSource> {
  const start = preamble.bytes.length
  const { header } = preamble
  if (header.encryption === null) {
    await verifyDigest(file, options.progress)
    return part(file, start, file.size - DIGEST_BYTES)
  }
  const { encryption } = header
  const key = await passphraseKey(options.passphrase ?? '', encryption.key)
  const source = await OpenedSource.begin(part(file, start, file.size), {
    key,
    preamble: preamble.bytes,
    encryption,
  })
  await source.verify(options.progress)
  return source
}

function part(file: ByteSource, start: number, end: number): ByteSource {
  if (end < start) throw new ProjectError('truncated', {})
  return { size: end - start, read: (from, to) => file.read(start + from, start + to) }
}
