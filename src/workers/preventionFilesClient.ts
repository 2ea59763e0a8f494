import {
  PreventionFileError,
  type PreventionFileErrorCode,
  type PreventionFileErrorData,
} from '../domain/preventionFile/error.ts'
import { IngestError, type IngestErrorCode, type IngestErrorData } from '../ingest/errors.ts'
import { JobCancelled, JobClient, JobError } from './jobs.ts'
import type { PreventionFilesJobs } from './preventionFilesMessages.ts'

const OWN_CODES: readonly string[] = [
  'textTooLong',
  'brokenJson',
  'nothingFound',
  'tooManyRows',
  'tooManyRoutes',
] satisfies PreventionFileErrorCode[]

/** What asks for files of walks and measures to be read and written; a test can bring its own. */
export type PreventionFiles = Pick<PreventionFilesClient, 'ask' | 'cancel'>

/**
 * Reads and writes files of walks and measures in a worker of their own. Failures of a file reject with `PreventionFileError` or
 * `IngestError`, a cancelled job with `JobCancelled`.
 */
export class PreventionFilesClient {
  #jobs: JobClient<PreventionFilesJobs> | null = null

  async ask<Name extends keyof PreventionFilesJobs & string>(
    name: Name,
    request: PreventionFilesJobs[Name]['request'],
  ): Promise<PreventionFilesJobs[Name]['response']> {
    this.#jobs ??= new JobClient<PreventionFilesJobs>(
      new Worker(new URL('./preventionFiles.worker.ts', import.meta.url), {
        type: 'module',
        name: 'prevention files',
      }),
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

function errorOf(error: unknown): unknown {
  if (error instanceof JobCancelled || !(error instanceof JobError)) return error
  const { code, data } = error.failure
  if (OWN_CODES.includes(code))
    return new PreventionFileError(
      code as PreventionFileErrorCode,
      data as PreventionFileErrorData[PreventionFileErrorCode],
    )
  if (data !== undefined)
    return new IngestError(code as IngestErrorCode, data as IngestErrorData[IngestErrorCode])
  return error
}
