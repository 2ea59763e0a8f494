import { ProjectClient } from '../workers/projectClient.ts'
import type { Saved, SaveTarget } from '../workers/projectMessages.ts'
import { JobCancelled } from '../workers/jobs.ts'
import type { ProjectHost } from './projectHost.ts'
import { documentsOf, rowRuns, type ProjectPart } from './projectParts.ts'

/** A piece of work that can be stopped: its worker ends, and with it whatever it held. */
export class Transfer {
  readonly #client = new ProjectClient()
  #stopped = false

  stop(): void {
    this.#stopped = true
    this.#client.close()
  }

  /** Writes all that is loaded. `parts` are what they were when the writing began. */
  async write(
    host: ProjectHost,
    parts: readonly ProjectPart[],
    request: { name: string; passphrase: string | null; target: SaveTarget },
    progress: (done: number) => void = () => undefined,
  ): Promise<Saved> {
    const loaded = host.loaded()
    if (!loaded) throw new Error('Nothing is loaded')
    const documents = documentsOf(parts)
    const columns = await host.columns()
    const runs = rowRuns(columns.row, loaded.layers)
    await this.#client.beginSave({
      title: {
        name: request.name,
        created: new Date().toISOString(),
        data: loaded.id,
        rows: columns.length,
        layers: loaded.layers.length,
      },
      passphrase: request.passphrase,
      target: request.target,
      belongsTo: null,
    })
    const steps = runs.length + COLUMN_STEPS
    await this.#client.columns(columns)
    progress(COLUMN_STEPS / steps)
    for (const [index, run] of runs.entries()) {
      this.#check()
      await this.#client.run(run.layer, run.to - run.from, await host.cells(run))
      progress((index + 1 + COLUMN_STEPS) / steps)
    }
    this.#check()
    return this.#client.finishSave(documents)
  }

  /** Writes what has changed beside rows that are kept already. */
  async writeChanges(
    parts: readonly ProjectPart[],
    request: { name: string; passphrase: string | null; belongsTo: string },
  ): Promise<Saved> {
    const title = { name: request.name, created: new Date().toISOString(), data: '', rows: 0, layers: 0 }
    const { passphrase, belongsTo } = request
    await this.#client.beginSave({ title, passphrase, target: 'changes', belongsTo })
    return this.#client.finishSave(documentsOf(parts))
  }

  /** Opens a project and hands it over. @param file null = what is kept on this machine */
  async read(
    host: ProjectHost,
    file: Blob | null,
    passphrase: string | null,
    progress: (done: number | null) => void,
  ): Promise<{ createdAt: number; incidentsDigest: string }> {
    const opened = await this.#client.open(file, passphrase, ({ fraction }) => progress(fraction * VERIFIED))
    const { name, documents, runs, incidentsDigest } = opened
    await host.takeOver({
      name,
      documents,
      runs,
      readColumns: async (labels) => {
        await this.#client.readColumns(labels)
        progress(VERIFIED + COLUMNS_READ)
      },
      readRun: async (index) => {
        this.#check()
        const run = await this.#client.readRun(index)
        const share = (index + 1) / runs.length
        progress(VERIFIED + COLUMNS_READ + share * (1 - VERIFIED - COLUMNS_READ))
        return run
      },
    })
    return { createdAt: Date.parse(opened.created), incidentsDigest }
  }

  #check(): void {
    if (this.#stopped) throw new JobCancelled()
  }
}

/** Writing the columns takes about as long as this many runs of cells. */
const COLUMN_STEPS = 4

/** Shares of opening a project: holding it to its digests, and reading its columns. */
const VERIFIED = 0.2
const COLUMNS_READ = 0.2
