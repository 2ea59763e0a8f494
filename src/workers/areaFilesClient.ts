import { AreasError, type AreasErrorCode } from '../ingest/areas/areasError.ts'
import { IngestError, type IngestErrorCode, type IngestErrorData } from '../ingest/errors.ts'
import type { SourceFile } from '../ingest/index.ts'
import type { AreaFilesJobs } from './areaFilesMessages.ts'
import type { PostedFile } from './ingestMessages.ts'
import { JobCancelled, JobClient, JobError } from './jobs.ts'

const AREA_CODES: readonly string[] = [
  'noPolygons',
  'outsideCrs',
  'noKey',
  'noFigures',
] satisfies AreasErrorCode[]

/** What asks for area files to be read; a test can bring its own. */
export type AreaFilesReader = Pick<AreaFilesClient, 'ask' | 'cancel'>

/**
 * Reads polygons and tables of areas in a worker of their own. Failures of a file reject with `AreasError` or `IngestError`, a
 * cancelled job with `JobCancelled`.
 */
export class AreaFilesClient {
  #jobs: JobClient<AreaFilesJobs> | null = null

  async ask<Name extends keyof AreaFilesJobs & string>(
    name: Name,
    request: AreaFilesJobs[Name]['request'],
  ): Promise<AreaFilesJobs[Name]['response']> {
    this.#jobs ??= new JobClient<AreaFilesJobs>(
      new Worker(new URL('./areaFiles.worker.ts', import.meta.url), { type: 'module', name: 'area files' }),
    )
    try {
      return await this.#jobs.start(name, request).result
    } catch (error) {
      throw errorOf(error)
    }
  }

  /** Ends the worker and whatever it is doing. */
  cancel(): void {
    this.#jobs?.terminate()
    this.#jobs = null
  }
}

/** A file on its way to the worker: a plain Blob loses its name when it is cloned. */
export function posted(file: SourceFile): PostedFile {
  return { blob: file, name: file.name }
}

function errorOf(error: unknown): unknown {
  if (error instanceof JobCancelled || !(error instanceof JobError)) return error
  const { code, data } = error.failure
  if (AREA_CODES.includes(code)) return new AreasError(code as AreasErrorCode)
  if (data !== undefined)
    return new IngestError(code as IngestErrorCode, data as IngestErrorData[IngestErrorCode])
  return error
}
