import { createSHA256 } from 'hash-wasm'
import { COLUMN_KEYS, type IncidentColumns } from '../domain/incident.ts'
import { ArchiveWriter } from './archive.ts'
import type { ByteSink, Bytes } from './bytes.ts'
import { SealingSink } from './chunkCipher.ts'
import { columnBytes, columnType } from './columns.ts'
import { DigestedSink } from './digestTrailer.ts'
import { detachArrays } from './documentArrays.ts'
import { ProjectError } from './errors.ts'
import { toHex } from './hex.ts'
import { PRODUCT_VERSION, type ProjectManifest } from './manifest.ts'
import { KEY_COST, passphraseKey } from './passphraseKey.ts'
import { writePreamble, type Encryption } from './preamble.ts'

/** What stands over a project, in clear where it is not encrypted. */
export interface ProjectTitle {
  name: string
  /** ISO time of saving. */
  created: string
  /** What addresses call the data. */
  data: string
  rows: number
  layers: number
}

/** Plain text in each encrypted piece. */
const CHUNK_BYTES = 2 ** 20

export interface WriterOptions {
  /** null = not encrypted. */
  passphrase: string | null
  /** Random bytes; the browser's own unless a test brings others. */
  random?: (bytes: number) => Bytes
  /** Cost of the derivation; the product's unless a test spares its time. */
  cost?: Pick<Encryption['key'], 'memoryKiB' | 'iterations' | 'parallelism'>
  chunkBytes?: number
}

interface ClosingSink extends ByteSink {
  finish(): Promise<void>
}

/**
 * Writes a project into a sink, part by part, so that no more than one part is in memory: `columns`, any number of `run`,
 * then `finish`. Equal parts, time and random bytes give equal files.
 */
export class ProjectWriter {
  #incidents: ProjectManifest['incidents'] = null
  #incidentsDigest = ''
  #arrays = 0

  private constructor(
    private readonly title: ProjectTitle,
    private readonly sink: ClosingSink,
    private readonly archive: ArchiveWriter,
  ) {}

  /** @throws ProjectError `passphraseNeeded`, `noCrypto` */
  static async begin(sink: ByteSink, title: ProjectTitle, options: WriterOptions): Promise<ProjectWriter> {
    const outer = options.passphrase === null ? await plain(sink, title) : await sealed(sink, options)
    return new ProjectWriter(title, outer, new ArchiveWriter(outer))
  }

  /** The incidents of all layers. */
  async columns(columns: IncidentColumns): Promise<void> {
    const list: NonNullable<ProjectManifest['incidents']>['columns'] = []
    for (const key of COLUMN_KEYS) {
      const entry = `incidents/columns/${key}`
      await this.archive.add(entry, columnBytes(columns[key]))
      list.push({ key, type: columnType(columns[key]), entry })
    }
    this.#incidents = { rows: columns.length, columns: list, runs: [] }
  }

  /** The next run of rows, all of one layer, with the cells of its file. */
  async run(layer: number, rows: number, ipc: Bytes | null): Promise<void> {
    if (!this.#incidents) throw new Error('columns() comes first')
    const { runs } = this.#incidents
    const source = ipc ? `incidents/source/${String(runs.length).padStart(6, '0')}.arrows` : null
    if (ipc && source) await this.archive.add(source, ipc)
    runs.push({ layer, rows, source })
  }

  /** Documents of a file without incidents belong to those of another file. */
  belongsTo(incidentsDigest: string): void {
    this.#incidentsDigest = incidentsDigest
  }

  /** Adds the documents (plain data and typed arrays) and closes the file. @returns the digest of the incidents, for files that add to this one */
  async finish(documents: Record<string, unknown>): Promise<string> {
    if (this.#incidents) this.#incidentsDigest = await this.#digest()
    const entries: Record<string, string> = {}
    for (const [subject, value] of Object.entries(documents)) {
      entries[subject] = `documents/${subject}.json`
      await this.archive.addJson(entries[subject], await detachArrays(value, (planes) => this.#array(planes)))
    }
    const manifest: ProjectManifest = {
      product: { name: 'Lägesbild', version: PRODUCT_VERSION },
      name: this.title.name,
      created: this.title.created,
      byteOrder: 'little',
      entries: this.archive.records,
      incidents: this.#incidents,
      incidentsDigest: this.#incidentsDigest,
      documents: entries,
    }
    await this.archive.finish(manifest)
    await this.sink.finish()
    return this.#incidentsDigest
  }

  async #array(planes: Bytes): Promise<string> {
    const entry = `documents/arrays/${String(this.#arrays++).padStart(6, '0')}`
    await this.archive.add(entry, planes)
    return entry
  }

  async #digest(): Promise<string> {
    const text = this.archive.records.map(({ name, sha256 }) => `${name} ${sha256}\n`).join('')
    return (await createSHA256()).init().update(text).digest('hex')
  }
}

async function plain(sink: ByteSink, title: ProjectTitle): Promise<ClosingSink> {
  const digested = await DigestedSink.begin(sink)
  await digested.write(writePreamble({ encryption: null, ...title }))
  return digested
}

async function sealed(sink: ByteSink, options: WriterOptions): Promise<ClosingSink> {
  const { random = randomBytes, cost, chunkBytes = CHUNK_BYTES } = options
  const encryption: Encryption = {
    cipher: 'AES-256-GCM',
    chunkBytes,
    noncePrefix: toHex(random(7)),
    key: { ...KEY_COST, ...cost, salt: toHex(random(16)) },
  }
  const key = await passphraseKey(options.passphrase ?? '', encryption.key)
  const preamble = writePreamble({ encryption })
  await sink.write(preamble)
  return SealingSink.begin(sink, { key, preamble, encryption })
}

function randomBytes(bytes: number): Bytes {
  if (!globalThis.crypto?.getRandomValues) throw new ProjectError('noCrypto', {})
  return crypto.getRandomValues(new Uint8Array(bytes))
}
