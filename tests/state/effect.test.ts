import { describe, expect, it } from 'vitest'
import { EffectState } from '../../src/state/effect.svelte.ts'
import type { AnalysisClient } from '../../src/workers/analysisClient.ts'
import type { JudgeRequest, MeasureOutline } from '../../src/workers/effect/effectMessages.ts'
import { JobCancelled, JobError, type Progress } from '../../src/workers/jobs.ts'

/** A worker whose jobs the test ends by hand; each answers with the ids that it was asked for. */
function slowWorker() {
  const jobs: {
    request: JudgeRequest
    progress: (progress: Progress) => void
    answer: () => void
    fail: (error: Error) => void
    cancelled: boolean
  }[] = []
  const client = {
    start(name: string, request: JudgeRequest, options: { progress: (progress: Progress) => void }) {
      expect(name).toBe('judge')
      let job!: (typeof jobs)[number]
      const result = new Promise<unknown>((resolve, reject) => {
        const ids = request.only ?? request.measures.map(({ id }) => id)
        const judged = (id: string) =>
          id === 'placeless'
            ? { id, cannot: { code: 'no-place' } }
            : { id, cannot: null, figures: { id }, plan: { id }, ringMetres: 150, runInDays: 0, origins: {}, zonesLonLat: {} } // prettier-ignore
        job = {
          request,
          progress: options.progress,
          answer: () => resolve(ids.map(judged)),
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
  return { jobs, state: new EffectState(client as unknown as AnalysisClient) }
}

const settled = () => new Promise((resolve) => setTimeout(resolve))
const outline = (id: string, start = 20_000) => ({ id, start }) as MeasureOutline

describe('the effect', () => {
  it('is asked of the open measure and of all, once for one question', async () => {
    const { jobs, state } = slowWorker()
    const measures = [outline('a'), outline('b'), outline('placeless')]
    state.ask('a', measures)
    state.ask('a', measures)
    expect(jobs.map(({ request }) => request.only)).toEqual([['a'], null])
    expect(jobs[0]!.request.withProposals).toBe(true)
    expect(state.stale).toBe(true)
    expect(state.figures).toBeNull()
    jobs[0]!.progress({ fraction: 0.4, stage: 'judge' })
    expect(state.progress?.fraction).toBe(0.4)
    for (const job of jobs) job.answer()
    await settled()
    expect(state.stale).toBe(false)
    expect(state.figures?.id).toBe('a')
    expect(state.ringMetres).toBe(150)
    expect(state.all?.map(({ id }) => id)).toEqual(['a', 'b'])
    expect(state.uncounted).toEqual([{ id: 'placeless', cannot: { code: 'no-place' } }])
  })

  it('another open measure is asked alone, and never shows the figures of the one before', async () => {
    const { jobs, state } = slowWorker()
    const measures = [outline('a'), outline('b'), outline('placeless')]
    state.ask('a', measures)
    for (const job of jobs) job.answer()
    await settled()
    state.ask('b', measures)
    expect(jobs).toHaveLength(3)
    expect(state.figures).toBeNull()
    jobs[2]!.answer()
    await settled()
    expect(state.figures?.id).toBe('b')
    state.ask('placeless', measures)
    jobs[3]!.answer()
    await settled()
    expect(state.cannot).toEqual({ code: 'no-place' })
    expect(state.plan).toBeNull()
  })

  it('a changed measure is judged anew, while the older answer stays to be seen', async () => {
    const { jobs, state } = slowWorker()
    state.ask('a', [outline('a')])
    for (const job of jobs) job.answer()
    await settled()
    state.ask('a', [outline('a', 20_100)])
    expect(jobs).toHaveLength(4)
    expect(state.stale).toBe(true)
    expect(state.figures?.id).toBe('a')
  })

  it('can be stopped and asked again, and what fails says so', async () => {
    const { jobs, state } = slowWorker()
    state.ask(null, [outline('a')])
    state.stop()
    expect(jobs[0]!.cancelled).toBe(true)
    expect(state.stopped).toBe(true)
    await settled()
    state.askAll()
    expect(state.stopped).toBe(false)
    jobs[1]!.fail(new JobError({ code: 'failed', message: 'no' }))
    await settled()
    expect(state.allFailure?.message).toBe('no')
    expect(state.allProgress).toBeNull()
  })

  it('asks the same again once the data have changed', async () => {
    const { jobs, state } = slowWorker()
    state.ask(null, [outline('a')])
    jobs[0]!.answer()
    await settled()
    state.forget()
    state.ask(null, [outline('a')])
    expect(jobs).toHaveLength(2)
    state.reset()
    expect(state.all).toBeNull()
  })
})
