import { BlobSource, type ByteSink, type Bytes } from './bytes.ts'
import { ProjectError } from './errors.ts'
import { readPreamble, type ProjectHeader } from './preamble.ts'

/**
 * The project that is kept on this machine, in the browser's private file system (OPFS). A whole project stands in
 * `<number>.lagesbild`; what changed since in a small file beside it, `<number>.changes.lagesbild`, which adds to it. A new file gets
 * the next number and the older ones leave when it is whole, so that a page that is closed while it writes loses nothing.
 */

/** A file of the private file system as a worker writes it (File System Standard, section 3.5). */
interface SyncAccessHandle {
  write(bytes: Uint8Array, options: { at: number }): number
  truncate(size: number): void
  flush(): void
  close(): void
}

/** What is used of the private file system's root; a test can bring its own. */
export interface KeptFolder {
  values(): AsyncIterable<{ kind: string; name: string }>
  getFileHandle(name: string, options?: { create: boolean }): Promise<KeptFileHandle>
  removeEntry(name: string, options?: { recursive: boolean }): Promise<void>
}

export interface KeptFileHandle {
  getFile(): Promise<File>
  createSyncAccessHandle(): Promise<SyncAccessHandle>
}

export type KeptKind = 'whole' | 'changes'

export interface KeptFile {
  kind: KeptKind
  number: number
  name: string
}

const NAME = /^(\d{1,9})(\.changes)?\.lagesbild$/

/** @throws ProjectError `noStorage` */
export async function keptFolder(): Promise<KeptFolder> {
  try {
    return (await navigator.storage.getDirectory()) as unknown as KeptFolder
  } catch (error) {
    throw new ProjectError('noStorage', {}, { cause: error })
  }
}

/** Project files of the folder, newest first. */
export async function keptFiles(folder: KeptFolder): Promise<KeptFile[]> {
  const found: KeptFile[] = []
  for await (const { kind, name } of folder.values()) {
    const match = kind === 'file' ? NAME.exec(name) : null
    if (match) found.push({ kind: match[2] ? 'changes' : 'whole', number: Number(match[1]), name })
  }
  return found.sort((a, b) => b.number - a.number)
}

export async function readKept(folder: KeptFolder, { name }: KeptFile): Promise<File> {
  return (await folder.getFileHandle(name)).getFile()
}

/** What is kept on this machine, as far as it can be told without a passphrase. */
export interface KeptInfo {
  bytes: number
  /** UTC milliseconds. */
  savedAt: number
  header: ProjectHeader
}

/** null where nothing is kept. @throws ProjectError */
export async function keptInfo(folder: KeptFolder): Promise<KeptInfo | null> {
  const files = await keptFiles(folder)
  const whole = files.find(({ kind }) => kind === 'whole')
  if (!whole) return null
  const file = await readKept(folder, whole)
  // A page that is just leaving may take its last change away.
  const newest = await readKept(folder, files[0]!).catch(() => file)
  const { header } = await readPreamble(new BlobSource(file))
  return { bytes: file.size, savedAt: newest.lastModified, header }
}

/** A new file of what is kept. `keep` makes it the one that counts, `discard` leaves what was. */
export class KeptSink implements ByteSink {
  #at = 0

  private constructor(
    private readonly folder: KeptFolder,
    private readonly file: KeptFile,
    private readonly handle: SyncAccessHandle,
  ) {}

  /** @throws ProjectError `storageBusy`, `storageFull`, `noStorage` */
  static async begin(folder: KeptFolder, kind: KeptKind): Promise<KeptSink> {
    const number = ((await keptFiles(folder))[0]?.number ?? 0) + 1
    const name = `${number}${kind === 'changes' ? '.changes' : ''}.lagesbild`
    try {
      const file = await folder.getFileHandle(name, { create: true })
      return new KeptSink(folder, { kind, number, name }, await file.createSyncAccessHandle())
    } catch (error) {
      throw storageError(error)
    }
  }

  write(bytes: Bytes): void {
    try {
      for (let done = 0; done < bytes.length;) {
        const taken = this.handle.write(bytes.subarray(done), { at: this.#at })
        if (taken === 0) throw new ProjectError('storageFull', {})
        done += taken
        this.#at += taken
      }
    } catch (error) {
      throw storageError(error)
    }
  }

  /** @returns bytes written */
  async keep(): Promise<number> {
    try {
      this.handle.flush()
    } catch (error) {
      throw storageError(error)
    } finally {
      this.handle.close()
    }
    for (const older of await keptFiles(this.folder))
      if (older.number < this.file.number && (this.file.kind === 'whole' || older.kind === 'changes'))
        await this.folder.removeEntry(older.name)
    return this.#at
  }

  async discard(): Promise<void> {
    this.handle.close()
    await this.folder.removeEntry(this.file.name)
  }
}

/** How long a worker that has been stopped may go on holding its file, and how often to ask meanwhile. */
const RELEASE_MS = 5_000
const ASK_MS = 50

/**
 * Removes an entry, waiting for a worker that is just being stopped to let go of it.
 * @throws ProjectError `storageBusy` where it is held on to, by another tab or so; `noStorage`
 */
export async function removeEntry(folder: KeptFolder, name: string, patience = RELEASE_MS): Promise<void> {
  const until = performance.now() + patience
  for (;;) {
    try {
      return await folder.removeEntry(name, { recursive: true })
    } catch (error) {
      const reason = error instanceof Error ? error.name : ''
      // What is gone is removed: the page that wrote it may have taken it away itself.
      if (reason === 'NotFoundError') return
      if (reason !== 'NoModificationAllowedError' || performance.now() >= until) throw storageError(error)
    }
    await new Promise((resolve) => setTimeout(resolve, ASK_MS))
  }
}

/** The browser's own refusal as a code. */
export function storageError(error: unknown): ProjectError {
  if (error instanceof ProjectError) return error
  const name = error instanceof Error ? error.name : ''
  const code =
    name === 'QuotaExceededError'
      ? 'storageFull'
      : name === 'NoModificationAllowedError'
        ? 'storageBusy'
        : 'noStorage'
  return new ProjectError(code, {}, { cause: error })
}
