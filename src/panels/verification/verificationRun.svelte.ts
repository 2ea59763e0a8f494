import type { Verification } from '../../verification/verify.ts'
import { startAnalysisWorker, type AnalysisClient } from '../../workers/analysisClient.ts'
import { JobCancelled, type Job } from '../../workers/jobs.ts'

/**
 * The checks as they run in an analysis worker of their own, so that the map goes on meanwhile; the worker ends with the run. The last
 * whole result stays while a new one is made.
 */
export class VerificationRun {
  status = $state<'idle' | 'running' | 'done' | 'stopped' | 'failed'>('idle')
  /** Share done, 0-1. */
  fraction = $state(0)
  result = $state.raw<Verification | null>(null)
  /** When `result` was finished. */
  finished = $state.raw<Date | null>(null)
  failure = $state<string | null>(null)
  #job: Job<Verification> | null = null

  constructor(private readonly startWorker: () => AnalysisClient) {}

  /** Runs all checks; one run at a time. */
  async start(): Promise<void> {
    if (this.status === 'running') return
    this.status = 'running'
    this.fraction = 0
    this.failure = null
    const client = this.startWorker()
    this.#job = client.start('verify', null, { progress: ({ fraction }) => (this.fraction = fraction) })
    try {
      this.result = await this.#job.result
      this.finished = new Date()
      this.status = 'done'
    } catch (error) {
      this.status = error instanceof JobCancelled ? 'stopped' : 'failed'
      this.failure = error instanceof Error ? error.message : String(error)
    } finally {
      client.terminate()
    }
  }

  cancel(): void {
    this.#job?.cancel()
  }
}

/** The page's run: it outlives the panel, which the frame may build anew, as when it is printed or turned. */
export const verificationRun = new VerificationRun(startAnalysisWorker)
