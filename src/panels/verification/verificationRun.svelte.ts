import type { Verification } from '../../verification/verify.ts'
import type { AnalysisClient } from '../../workers/analysisClient.ts'
import { JobCancelled, type Job } from '../../workers/jobs.ts'

/**
 * The checks as they run in an analysis worker of their own, so that the map goes on meanwhile. The last whole result stays while a new
 * one is made.
 */
export class VerificationRun {
  status = $state<'running' | 'done' | 'stopped' | 'failed'>('running')
  /** Share done, 0-1. */
  fraction = $state(0)
  result = $state.raw<Verification | null>(null)
  /** When `result` was finished. */
  finished = $state.raw<Date | null>(null)
  failure = $state<string | null>(null)
  #client: AnalysisClient | null = null
  #job: Job<Verification> | null = null

  /** @param startWorker gives a worker that is ended with the run */
  constructor(private readonly startWorker: () => AnalysisClient) {}

  async start(): Promise<void> {
    this.#job?.cancel()
    this.#client ??= this.startWorker()
    this.status = 'running'
    this.fraction = 0
    const job = this.#client.start('verify', null, {
      progress: ({ fraction }) => {
        if (this.#job === job) this.fraction = fraction
      },
    })
    this.#job = job
    try {
      const result = await job.result
      if (this.#job !== job) return
      this.result = result
      this.finished = new Date()
      this.status = 'done'
    } catch (error) {
      if (this.#job !== job) return
      this.status = error instanceof JobCancelled ? 'stopped' : 'failed'
      this.failure = error instanceof Error ? error.message : String(error)
    }
  }

  cancel(): void {
    this.#job?.cancel()
  }

  /** Ends the worker; nothing is reported any more. */
  end(): void {
    this.#job = null
    this.#client?.terminate()
    this.#client = null
  }
}
