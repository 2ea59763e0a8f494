import type { Steps } from '../analysis/steps.ts'
import type { JobContext } from './jobs.ts'

/** Milliseconds of work after which a job lets waiting messages in. */
const BREATH = 25

/**
 * Runs a long computation inside a job: whenever some 25 ms have gone it reports its progress and breathes, so that a
 * cancel stops it at the next yield after that. What the computation reads must not change while the job breathes.
 * @param range the part of the whole job that this is, 0-1
 * @throws JobCancelled where the job was cancelled
 */
export async function runSteps<T>(
  steps: Steps<T>,
  context: JobContext,
  stage: string,
  { from = 0, to = 1 }: { from?: number; to?: number } = {},
): Promise<T> {
  let breathed = performance.now()
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    if (performance.now() - breathed < BREATH) continue
    context.progress(from + (to - from) * step.value, stage)
    await context.breathe()
    breathed = performance.now()
  }
}
