import { keptFiles, keptFolder, keptInfo, removeEntry, type KeptInfo } from '../project/keptFiles.ts'
import { ProjectError } from '../project/errors.ts'
import { JobCancelled } from '../workers/jobs.ts'
import type { ProjectHost } from './projectHost.ts'
import { changedParts, markOf, type ProjectMark } from './projectParts.ts'
import { Transfer } from './projectTransfer.ts'

/** How long what is kept waits for the next change before it is written. */
const REST_MS = 1_500

/** Held by the one tab that keeps; another would overwrite its project. */
const LOCK = 'lagesbild-kept-project'

/** How long a page that is just leaving may hold on to it. */
const LOCK_MS = 3_000

/**
 * The project that is kept on this machine, when the person has said so and no other time: written at once, then at each
 * change, in the browser's private file system. The passphrase is known to this page alone, for as long as it is open.
 */
export class KeptProject {
  /** What the start found. */
  found = $state.raw<KeptInfo | null>(null)
  on = $state(false)
  encrypted = $state(false)
  writing = $state(false)
  /** UTC milliseconds of the last write. */
  savedAt = $state<number | null>(null)
  bytes = $state(0)
  failure = $state.raw<Error | null>(null)

  #passphrase: string | null = null
  #digest: string | null = null
  /** What the whole file, and what the newest, was made of. */
  #whole: ProjectMark | null = null
  #newest = $state.raw<ProjectMark | null>(null)
  #timer: ReturnType<typeof setTimeout> | undefined
  #release: (() => void) | null = null
  #transfer: Transfer | null = null

  constructor(
    private readonly host: ProjectHost,
    private readonly name: () => string,
  ) {}

  /** Whether all that is loaded stands in what is kept. */
  get current(): boolean {
    return this.on && changedParts(this.host.parts(), this.#newest).length === 0
  }

  /** What is kept can be opened without a question, and is what addresses call so. */
  holds(data: string): boolean {
    const header = this.found?.header
    return header?.encryption === null && header.data === data
  }

  /** Looks for what an earlier visit kept. A browser that gives no storage has kept nothing. */
  async look(): Promise<void> {
    if (!navigator.storage?.getDirectory) return
    this.found = await keptFolder()
      .then(keptInfo)
      .catch(() => null)
  }

  /** Keeps what is loaded from now on. @throws ProjectError */
  async begin(passphrase: string | null): Promise<void> {
    await this.#lock()
    this.#passphrase = passphrase
    this.encrypted = passphrase !== null
    this.#whole = null
    try {
      await this.#write()
      this.on = true
      // Asks the browser not to make room with it; it may say no, and then keeps it as long as there is room.
      await navigator.storage.persist?.()
    } catch (error) {
      this.#unlock()
      throw error
    }
  }

  /** Goes on keeping what was opened from here. */
  async goOn(passphrase: string | null, incidentsDigest: string): Promise<void> {
    await this.#lock()
    this.#passphrase = passphrase
    this.encrypted = passphrase !== null
    this.#digest = incidentsDigest
    this.#whole = markOf(this.host.parts())
    this.#newest = this.#whole
    this.savedAt = this.found?.savedAt ?? null
    this.bytes = this.found?.bytes ?? 0
    this.on = true
  }

  /** Removes what is kept; what is on the screen stays. @throws ProjectError */
  async end(): Promise<void> {
    this.leave()
    const folder = await keptFolder()
    for (const { name } of await keptFiles(folder)) await removeEntry(folder, name)
    this.found = null
  }

  /** Keeps no more from here; what is kept stays as it is. */
  leave(): void {
    clearTimeout(this.#timer)
    this.#transfer?.stop()
    this.#passphrase = null
    this.on = false
    this.savedAt = null
    this.failure = null
    this.#unlock()
  }

  /** Told of each change; writes when they rest. */
  changed(): void {
    clearTimeout(this.#timer)
    if (this.on && !this.current) this.#timer = setTimeout(() => void this.#keepUp(), REST_MS)
  }

  async #keepUp(): Promise<void> {
    if (!this.on || !this.host.loaded()) return
    if (this.writing) return this.changed()
    try {
      await this.#write()
      this.failure = null
    } catch (error) {
      if (!(error instanceof JobCancelled)) this.failure = error as Error
    }
    // What changed while it was written.
    if (!this.failure) this.changed()
  }

  async #write(): Promise<void> {
    const parts = this.host.parts()
    const changes = changedParts(parts, this.#whole)
    const small =
      this.#whole !== null && this.#digest !== null && changes.every(({ subject }) => subject !== 'data')
    const transfer = new Transfer()
    this.#transfer = transfer
    this.writing = true
    try {
      const request = { name: this.name(), passphrase: this.#passphrase }
      const saved = small
        ? await transfer.writeChanges(changes, { ...request, belongsTo: this.#digest! })
        : await transfer.write(this.host, parts, { ...request, target: 'whole' })
      if (!small) {
        this.#whole = markOf(parts)
        this.bytes = saved.bytes
        this.#digest = saved.incidentsDigest
      }
      this.#newest = markOf(parts)
      this.savedAt = Date.now()
    } finally {
      transfer.stop()
      if (this.#transfer === transfer) this.writing = false
    }
  }

  async #lock(): Promise<void> {
    if (this.#release || !navigator.locks) return
    const signal = AbortSignal.timeout(LOCK_MS)
    await new Promise<void>((resolve, reject) => {
      navigator.locks
        .request(LOCK, { signal }, () => {
          resolve()
          return new Promise<void>((release) => (this.#release = release))
        })
        .catch((error: unknown) => reject(new ProjectError('storageBusy', {}, { cause: error })))
    })
  }

  #unlock(): void {
    this.#release?.()
    this.#release = null
  }
}
