import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { VerificationRun } from '../../src/panels/verification/verificationRun.svelte.ts'
import { CHECKS, KNOWN_DEVIATIONS } from '../../src/verification/index.ts'
import type { AnalysisClient } from '../../src/workers/analysisClient.ts'
import { JobCancelled, JobClient } from '../../src/workers/jobs.ts'
import type { AnalysisJobs } from '../../src/workers/messages.ts'

let client: AnalysisClient
let end: () => void
let terminated = 0

/** The worker's own code in this thread, behind a real channel. */
beforeEach(async () => {
  const { port1, port2 } = new MessageChannel()
  vi.stubGlobal('self', {
    postMessage: (message: unknown, { transfer }: { transfer: Transferable[] }) =>
      port2.postMessage(message, transfer),
    addEventListener: (type: string, listener: (event: Event) => void) =>
      port2.addEventListener(type, listener),
  })
  vi.resetModules()
  await import('../../src/workers/analysis.worker.ts')
  terminated = 0
  client = new JobClient<AnalysisJobs>(Object.assign(port1, { terminate: () => terminated++ }) as never)
  port1.start()
  port2.start()
  end = () => (port1.close(), port2.close())
})
afterEach(() => {
  end()
  vi.unstubAllGlobals()
})

describe('the checks as a job of the analysis worker', () => {
  it('needs no data set, reports progress and gives every result as plain data', async () => {
    const told: number[] = []
    const { checks, deviations, milliseconds } = await client.start('verify', null, {
      progress: ({ fraction }) => told.push(fraction),
    }).result
    expect(checks.map(({ id }) => id)).toEqual(CHECKS.map(({ id }) => id))
    expect(deviations).toHaveLength(KNOWN_DEVIATIONS.length)
    expect(checks.every(({ passed }) => passed)).toBe(true)
    expect(milliseconds).toBeGreaterThan(0)
    expect(told).toEqual([...told].sort((a, b) => a - b))
    expect(told.at(-1)).toBe(1)
    expect(told).toHaveLength(CHECKS.length + KNOWN_DEVIATIONS.length)
  })

  it('can be stopped', async () => {
    const job = client.start('verify', null)
    job.cancel()
    await expect(job.result).rejects.toThrow(JobCancelled)
  })
})

describe('the page’s run', () => {
  it('keeps the last whole result while another is made or stopped, and ends its worker each time', async () => {
    const run = new VerificationRun(() => client)
    expect(run.status).toBe('idle')
    const first = run.start()
    expect(run.status).toBe('running')
    await run.start()
    expect(terminated, 'one run at a time').toBe(0)
    await first
    expect(run).toMatchObject({ status: 'done', fraction: 1, failure: null })
    const { result } = run
    expect(result?.checks).toHaveLength(CHECKS.length)
    expect(terminated).toBe(1)
    const second = run.start()
    run.cancel()
    await second
    expect(run.status).toBe('stopped')
    expect(run.result).toBe(result)
    expect(terminated).toBe(2)
  })

  it('says why it could not be made', async () => {
    const run = new VerificationRun(() => ({
      start: () => ({ result: Promise.reject(new Error('no worker')), cancel() {} }),
      terminate() {},
    }) as unknown as AnalysisClient) // prettier-ignore
    await run.start()
    expect(run).toMatchObject({ status: 'failed', failure: 'no worker', result: null })
  })
})
