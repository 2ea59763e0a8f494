import { expect, it } from 'vitest'
import { FollowUpState } from '../../src/state/followUp.svelte.ts'
import type { AnalysisClient } from '../../src/workers/analysisClient.ts'
import { JobCancelled } from '../../src/workers/jobs.ts'
import type { CountsRequest, CountsResult } from '../../src/workers/messages.ts'

const settled = () => new Promise((resolve) => setTimeout(resolve))
const PERIOD = { from: 0, to: 10 }

/** A worker that the test answers by hand; `late` ones do not hear that they are cancelled. */
function slowWorker({ late = false } = {}) {
  const jobs: { request: CountsRequest; answer: () => void; fail: (error: Error) => void }[] = []
  const client = {
    start(_: string, request: CountsRequest) {
      let fail!: (error: Error) => void
      const result = new Promise<CountsResult>((resolve, reject) => {
        fail = reject
        jobs.push({ request, answer: () => resolve({ n: jobs.length } as never), fail })
      })
      return { result, cancel: () => late || fail(new JobCancelled()) }
    },
  }
  return { jobs, state: new FollowUpState(client as unknown as AnalysisClient) }
}

it('takes no answer that belongs to an older question', async () => {
  const { jobs, state } = slowWorker({ late: true })
  state.ask(['a'], PERIOD, ['data'])
  state.ask(['b'], PERIOD, ['data'])
  jobs[0].answer()
  await settled()
  expect(state.answer).toBeNull()
  jobs[1].answer()
  await settled()
  expect(state.answer?.selection.types).toEqual(['b'])
})

it('shows nothing of other data while the same is counted in these', async () => {
  const { jobs, state } = slowWorker()
  state.ask(['a'], PERIOD, ['data'])
  jobs[0].answer()
  await settled()
  expect(state.answer).not.toBeNull()
  state.ask(['a'], PERIOD, ['other data'])
  expect(state.answer).toBeNull()
})

it('lets a failure go when it is asked anew, or not at all', async () => {
  const { jobs, state } = slowWorker()
  for (const next of [() => state.ask(['b'], PERIOD, []), () => state.forget()]) {
    state.ask(['a'], PERIOD, [])
    await settled()
    jobs.at(-1)!.fail(new Error('no'))
    await settled()
    expect(state.failure).not.toBeNull()
    next()
    expect(state.failure).toBeNull()
    await settled()
  }
})
