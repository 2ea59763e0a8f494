import type { IncidentColumns } from '../domain/incident.ts'
import { columnBuffers } from '../domain/incident.ts'
import { ProjectError, type ProjectErrorCode } from '../project/errors.ts'
import type { Bytes } from '../project/bytes.ts'
import { JobClient, JobError, type Progress } from './jobs.ts'
import type { ProjectJobs, ProjectRun } from './projectMessages.ts'

/**
 * Reads and writes projects in a worker. One client is one piece of work: `close` ends its worker, whatever it is doing, and with it
 * everything that it knew. Failures reject with `ProjectError`.
 */
export class ProjectClient {
  readonly #jobs = new JobClient<ProjectJobs>(
    new Worker(new URL('./project.worker.ts', import.meta.url), { type: 'module', name: 'project' }),
  )

  close(): void {
    this.#jobs.terminate()
  }

  beginSave(request: ProjectJobs['beginSave']['request']): Promise<null> {
    return this.#ask('beginSave', request)
  }

  /** The columns go over to the worker. */
  columns(columns: IncidentColumns): Promise<null> {
    return this.#ask('columns', { columns }, columnBuffers(columns))
  }

  /** The bytes go over to the worker. */
  run(layer: number, rows: number, ipc: Bytes | null): Promise<null> {
    return this.#ask('run', { layer, rows, ipc }, ipc ? [ipc.buffer] : [])
  }

  finishSave(documents: Record<string, unknown>): Promise<ProjectJobs['finishSave']['response']> {
    return this.#ask('finishSave', { documents })
  }

  /** @param file null = what is kept on this machine */
  open(
    file: Blob | null,
    passphrase: string | null,
    progress?: (progress: Progress) => void,
  ): Promise<ProjectJobs['open']['response']> {
    return this.#ask('open', { file, passphrase }, [], progress)
  }

  readColumns(labels: number): Promise<null> {
    return this.#ask('readColumns', { labels })
  }

  readRun(index: number): Promise<ProjectRun> {
    return this.#ask('readRun', { index })
  }

  async #ask<Name extends keyof ProjectJobs & string>(
    name: Name,
    request: ProjectJobs[Name]['request'],
    transfer: Transferable[] = [],
    progress?: (progress: Progress) => void,
  ): Promise<ProjectJobs[Name]['response']> {
    try {
      return await this.#jobs.start(name, request, { transfer, progress }).result
    } catch (error) {
      if (error instanceof JobError && error.failure.data !== undefined)
        throw new ProjectError(error.failure.code as ProjectErrorCode, error.failure.data as never)
      throw error
    }
  }
}
