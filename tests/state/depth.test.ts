import { describe, expect, it } from 'vitest'
import { EMPTY_SELECTION } from '../../src/domain/selection.ts'
import { DepthState } from '../../src/state/depth.svelte.ts'
import type { AnalysisClient } from '../../src/workers/analysisClient.ts'
import type { DepthRequest, DepthResponse } from '../../src/workers/depth/depthMethods.ts'
import { JobCancelled, JobError, type Progress } from '../../src/workers/jobs.ts'

/** A worker whose jobs the test ends by hand. */
function slowWorker() {
  const jobs: {
    request: DepthRequest
    progress: (progress: Progress) => void
    answer: () => void
    fail: (error: Error) => void
    cancelled: boolean
  }[] = []
  const client = {
    start(_: string, request: DepthRequest, options: { progress: (progress: Progress) => void }) {
      let job!: (typeof jobs)[number]
      const result = new Promise<DepthResponse>((resolve, reject) => {
        job = {
          request,
          progress: options.progress,
          answer: () => resolve({ method: request.method, result: { n: jobs.length } } as never),
          fail: reject,
          cancelled: false,
        }
      })
      jobs.push(job)
      const cancel = () => {
        job.cancelled = true
        job.fail(new JobCancelled())
      }
      return { result, cancel }
    },
  }
  return { jobs, state: new DepthState(client as unknown as AnalysisClient) }
}

const settled = () => new Promise((resolve) => setTimeout(resolve))
const other = { ...EMPTY_SELECTION, types: ['klotter'] }

describe('a deepening analysis', () => {
  it('is asked once for one question, and says how far it is', async () => {
    const { jobs, state } = slowWorker()
    state.ask('concentration', EMPTY_SELECTION, 150)
    state.ask('concentration', EMPTY_SELECTION, 150)
    expect(jobs).toHaveLength(1)
    expect(state.stale).toBe(true)
    jobs[0].progress({ fraction: 0.4, stage: 'x' })
    expect(state.progress?.fraction).toBe(0.4)
    jobs[0].answer()
    await settled()
    expect(state.stale).toBe(false)
    expect(state.resultOf('concentration')).toEqual({ n: 1 })
  })

  it('keeps the older answer while a changed question is computed, and overtakes what runs', async () => {
    const { jobs, state } = slowWorker()
    state.ask('concentration', EMPTY_SELECTION, 150)
    jobs[0].answer()
    await settled()
    state.ask('concentration', other, 150)
    expect(state.resultOf('concentration')).toEqual({ n: 1 })
    state.ask('concentration', other, 300)
    await settled()
    expect(jobs[1].cancelled).toBe(true)
    jobs[2].answer()
    await settled()
    expect(jobs[2].request.bandwidth).toBe(300)
    expect(state.resultOf('concentration')).toEqual({ n: 3 })
  })

  it('can be stopped, and asked again', async () => {
    const { jobs, state } = slowWorker()
    state.ask('concentration', EMPTY_SELECTION, 150)
    state.stop()
    await settled()
    expect(jobs[0].cancelled).toBe(true)
    expect(state.stopped).toBe(true)
    jobs[0].progress({ fraction: 0.5, stage: 'on its way when it was stopped' })
    expect(state.stale).toBe(false)
    expect(state.stale).toBe(false)
    expect(state.failure).toBeNull()
    state.again()
    await settled()
    expect(jobs).toHaveLength(2)
    jobs[1].answer()
    await settled()
    expect(state.stopped).toBe(false)
    expect(state.resultOf('concentration')).not.toBeNull()
  })

  it('says that it failed, and asks anew when its settings change', async () => {
    const { jobs, state } = slowWorker()
    state.ask('concentration', EMPTY_SELECTION, 150)
    jobs[0].fail(new JobError({ code: 'failed', message: 'grid too large' }))
    await settled()
    expect(state.failure?.message).toBe('grid too large')
    expect(state.stale).toBe(false)
    state.change('concentration', { unit: 'areas' })
    state.ask('concentration', EMPTY_SELECTION, 150)
    expect(state.failure).toBeNull()
    expect(jobs[1].request.settings).toEqual({ unit: 'areas' })
  })

  it('forgets its question when the areas change, and everything with another data set', async () => {
    const { jobs, state } = slowWorker()
    state.ask('concentration', EMPTY_SELECTION, 150)
    jobs[0].answer()
    await settled()
    state.forget()
    state.ask('concentration', EMPTY_SELECTION, 150)
    expect(jobs).toHaveLength(2)
    state.reset()
    await settled()
    expect(state.answer).toBeNull()
    expect(state.stale).toBe(false)
    jobs[1].answer()
    await settled()
    expect(state.answer).toBeNull()
  })
})
