import { JobClient } from './jobs.ts'
import type { AnalysisJobs } from './messages.ts'

export type AnalysisClient = JobClient<AnalysisJobs>

/** Starts the analysis worker, which keeps the columns and answers what the views ask. */
export function startAnalysisWorker(): AnalysisClient {
  return new JobClient<AnalysisJobs>(
    new Worker(new URL('./analysis.worker.ts', import.meta.url), { type: 'module', name: 'analysis' }),
  )
}
