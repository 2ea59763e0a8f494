import { ProjectError } from '../project/errors.ts'
import { JobCancelled } from '../workers/jobs.ts'
import { forgetAll, type Forgotten } from './forgetAll.ts'
import { KeptProject } from './keptProject.svelte.ts'
import type { ProjectHost } from './projectHost.ts'
import { changedParts, markOf, type ProjectMark } from './projectParts.ts'
import { Transfer } from './projectTransfer.ts'
import { SavedViews } from './savedViews.svelte.ts'

/** Where a project comes from: a file of the person's, or what is kept on this machine. */
export type ProjectOrigin = { kind: 'file'; file: File } | { kind: 'kept' }

/** What a dialogue asks just now. */
export type ProjectQuestion =
  | { kind: 'save' }
  | { kind: 'passphrase'; origin: ProjectOrigin; wrong: boolean }
  | { kind: 'remember' }
  | { kind: 'forget' }

export interface ProjectWork {
  what: 'saving' | 'opening'
  name: string
  /** 0-1; null where unknown. */
  fraction: number | null
}

/** The project at hand: its name and views, saving and opening it, and what is kept on this machine. */
export class ProjectState {
  readonly views = new SavedViews()
  readonly kept: KeptProject
  /** As the person calls it; '' = as the data is called. */
  givenName = $state('')
  question = $state.raw<ProjectQuestion | null>(null)
  work = $state.raw<ProjectWork | null>(null)
  /** What could not be opened or kept; what a dialogue asked fails in the dialogue. */
  failure = $state.raw<{ name: string; error: Error } | null>(null)
  /** When the file was written that was last saved or opened, in UTC milliseconds. */
  savedAt = $state<number | null>(null)
  /** Resolves when the project that was last asked for is open, or is not. */
  settled: Promise<unknown> = Promise.resolve()
  #mark = $state.raw<ProjectMark | null>(null)
  #transfer: Transfer | null = null

  constructor(private readonly host: ProjectHost) {
    this.kept = new KeptProject(host, () => this.name)
  }

  get name(): string {
    return this.givenName || (this.host.loaded()?.name ?? '').replace(/\.\w{1,7}$/, '')
  }

  /** Parts of the project that are in no file, what is looked at left aside. */
  get changed(): boolean {
    return changedParts(this.host.parts(), this.#mark).some(({ subject }) => subject !== 'screen')
  }

  /** Own data would be lost with the page. */
  get atRisk(): boolean {
    const loaded = this.host.loaded()
    return loaded !== null && !loaded.invented && this.changed && !this.kept.current
  }

  rename(name: string): void {
    this.givenName = name.trim()
  }

  /** @returns the file, for the person to put where they like. @throws ProjectError, JobCancelled */
  async save(passphrase: string | null): Promise<{ blob: Blob; name: string }> {
    const parts = this.host.parts()
    const { name } = this
    const transfer = this.#begin({ what: 'saving', name, fraction: 0 })
    try {
      const request = { name, passphrase, target: 'file' } as const
      const { blob } = await transfer.write(this.host, parts, request, (fraction) =>
        this.#far(transfer, fraction),
      )
      if (!blob) throw new Error('The file was not made')
      this.#mark = markOf(parts)
      this.savedAt = Date.now()
      return { blob, name: `${fileName(name)}.lagesbild` }
    } finally {
      this.#end(transfer)
    }
  }

  /** Opens a project; an encrypted one asks for its passphrase first. What fails is told, and what was there stays. */
  open(origin: ProjectOrigin, passphrase: string | null = null): Promise<boolean> {
    const opening = this.#open(origin, passphrase)
    this.settled = opening
    return opening
  }

  async #open(origin: ProjectOrigin, passphrase: string | null): Promise<boolean> {
    this.failure = null
    const name = origin.kind === 'file' ? origin.file.name : this.#keptName
    const transfer = this.#begin({ what: 'opening', name, fraction: 0 })
    try {
      const file = origin.kind === 'file' ? origin.file : null
      const opened = await transfer.read(this.host, file, passphrase, (fraction) =>
        this.#far(transfer, fraction),
      )
      this.question = null
      this.#mark = markOf(this.host.parts())
      this.savedAt = origin.kind === 'file' ? opened.createdAt : null
      if (origin.kind === 'kept') await this.#goOn(passphrase, opened.incidentsDigest)
      else this.kept.leave()
      return true
    } catch (error) {
      this.#failed(origin, name, error as Error)
      return false
    } finally {
      this.#end(transfer)
    }
  }

  /** Stops what is being saved or opened. */
  cancel(): void {
    this.#transfer?.stop()
  }

  /** Other data has come in its place: a new project begins. */
  begin(): void {
    this.#mark = null
    this.savedAt = null
    this.givenName = ''
    this.views.list = []
    this.kept.leave()
    void this.kept.look()
  }

  /** Removes every byte of ours in this browser. @throws ProjectError, DOMException */
  async forget(): Promise<Forgotten> {
    this.cancel()
    this.kept.leave()
    return forgetAll()
  }

  /** It is open all the same where it cannot be kept up: another tab does so. */
  async #goOn(passphrase: string | null, incidentsDigest: string): Promise<void> {
    await this.kept.goOn(passphrase, incidentsDigest).catch((error: Error) => (this.kept.failure = error))
  }

  get #keptName(): string {
    const header = this.kept.found?.header
    return header?.encryption === null ? header.name : ''
  }

  #begin(work: ProjectWork): Transfer {
    this.#transfer?.stop()
    const transfer = new Transfer()
    this.#transfer = transfer
    this.work = work
    return transfer
  }

  #far(transfer: Transfer, fraction: number | null): void {
    if (this.#transfer === transfer && this.work) this.work = { ...this.work, fraction }
  }

  #end(transfer: Transfer): void {
    transfer.stop()
    if (this.#transfer !== transfer) return
    this.#transfer = null
    this.work = null
  }

  #failed(origin: ProjectOrigin, name: string, error: Error): void {
    if (error instanceof JobCancelled) return
    const code = error instanceof ProjectError ? error.code : null
    if (code === 'passphraseNeeded') this.question = { kind: 'passphrase', origin, wrong: false }
    else if (code === 'wrongPassphrase') this.question = { kind: 'passphrase', origin, wrong: true }
    else {
      this.question = null
      this.failure = { name, error }
    }
  }
}

/** A name that every file system takes. */
export function fileName(name: string): string {
  const safe = name.replace(/[\p{Cc}<>:"/\\|?*]+/gu, ' ').trim()
  return safe.replace(/[. ]+$/, '').slice(0, 120) || 'projekt'
}
