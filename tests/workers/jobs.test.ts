import { afterEach, describe, expect, it } from 'vitest'
import {
  JobCancelled,
  JobClient,
  JobError,
  serveJobs,
  type JobHandlers,
  type Progress,
  type WorkerScope,
} from '../../src/workers/jobs.ts'

type Jobs = {
  double: { request: Float64Array; response: Float64Array }
  slow: { request: { steps: number }; response: { steps: number } }
  fail: { request: { how: 'code' | 'plain' | 'nothing' }; response: never }
}

let end = () => {}
afterEach(() => end())

/** A page and its worker as two ends of a real channel: messages are cloned, buffers transferred, order kept. */
function pair(handlers: Partial<JobHandlers<Jobs>> = {}) {
  const { port1, port2 } = new MessageChannel()
  const scope: WorkerScope = {
    postMessage: (message, { transfer }) => port2.postMessage(message, transfer),
    addEventListener: (_, listener) => port2.addEventListener('message', listener),
  }
  let steps = 0
  serveJobs<Jobs>(scope, {
    double: (values) => {
      const response = values.map((value) => value * 2)
      return { response, transfer: [response.buffer as ArrayBuffer] }
    },
    slow: async (request, context) => {
      for (let step = 1; step <= request.steps; step++) {
        steps++
        context.progress(step / request.steps, `step ${step}`)
        await context.breathe()
      }
      return { response: { steps: request.steps } }
    },
    fail: ({ how }) => {
      if (how === 'code') throw Object.assign(new Error('No data set is loaded'), { code: 'no-dataset' })
      if (how === 'plain') throw new RangeError('bandwidth')
      throw undefined
    },
    ...handlers,
  })
  const failures: ((event: ErrorEvent) => void)[] = []
  const worker = {
    postMessage: (message: unknown, transfer: Transferable[]) => port1.postMessage(message, transfer ?? []),
    addEventListener: (type: string, listener: (event: never) => void) => {
      if (type === 'error') failures.push(listener as (event: ErrorEvent) => void)
      else port1.addEventListener('message', listener as (event: Event) => void)
    },
    terminate: () => port1.close(),
  } as unknown as Worker
  const client = new JobClient<Jobs>(worker)
  port1.start()
  port2.start()
  end = () => (port1.close(), port2.close())
  return {
    client,
    steps: () => steps,
    crash: (message: string) => failures.forEach((tell) => tell({ message } as ErrorEvent)),
  }
}

describe('jobs between page and worker', () => {
  it('answer with what the handler gives, buffers handed over both ways', async () => {
    const { client } = pair()
    const values = Float64Array.of(1, 2, 3)
    const { result } = client.start('double', values, { transfer: [values.buffer] })
    expect(values.length).toBe(0)
    expect(await result).toEqual(Float64Array.of(2, 4, 6))
  })

  it('report progress in order, each to its own job', async () => {
    const { client } = pair()
    const told: Record<'a' | 'b', Progress[]> = { a: [], b: [] }
    const a = client.start('slow', { steps: 3 }, { progress: (step) => told.a.push(step) })
    const b = client.start('slow', { steps: 2 }, { progress: (step) => told.b.push(step) })
    expect(await Promise.all([a.result, b.result])).toEqual([{ steps: 3 }, { steps: 2 }])
    expect(told.a.map(({ fraction }) => fraction)).toEqual([1 / 3, 2 / 3, 1])
    expect(told.b.map(({ stage }) => stage)).toEqual(['step 1', 'step 2'])
  })

  it('stop at the next breath when they are cancelled, and leave the others alone', async () => {
    const { client, steps } = pair()
    const cancelled = client.start('slow', { steps: 1_000_000 }, { progress: () => cancelled.cancel() })
    const other = client.start('slow', { steps: 2 })
    await expect(cancelled.result).rejects.toBeInstanceOf(JobCancelled)
    expect(await other.result).toEqual({ steps: 2 })
    expect(steps()).toBeLessThan(1_000)
  })

  it('do not begin where they were cancelled at once', async () => {
    const { client, steps } = pair()
    const job = client.start('slow', { steps: 5 })
    job.cancel()
    await expect(job.result).rejects.toBeInstanceOf(JobCancelled)
    expect(steps()).toBe(0)
  })

  it('take a cancel after the answer as nothing', async () => {
    const { client } = pair()
    const job = client.start('slow', { steps: 1 })
    await job.result
    job.cancel()
    expect(await client.start('slow', { steps: 1 }).result).toEqual({ steps: 1 })
  })

  it('fail with a code and the cause, never with silence', async () => {
    const { client } = pair()
    const failureOf = (how: 'code' | 'plain' | 'nothing') =>
      client.start('fail', { how }).result.then(
        () => null,
        (error: Error) => (error instanceof JobError ? error.failure : null),
      )
    expect(await failureOf('code')).toMatchObject({ code: 'no-dataset', message: 'No data set is loaded' })
    expect(await failureOf('plain')).toMatchObject({ code: 'failed', message: 'bandwidth' })
    expect(await failureOf('nothing')).toMatchObject({ code: 'failed' })
  })

  it('fail where the answer cannot cross', async () => {
    const { client } = pair({ slow: () => ({ response: { steps: (() => 1) as unknown as number } }) })
    const error = await client.start('slow', { steps: 1 }).result.catch((reason: Error) => reason)
    expect(error).toBeInstanceOf(JobError)
    expect(typeof (error as JobError).failure.code).toBe('string')
  })

  it('fail together where the worker breaks, and are cancelled together where it is ended', async () => {
    const first = pair()
    const asked = [1, 2].map((steps) => first.client.start('slow', { steps }).result)
    first.crash('out of memory')
    for (const result of asked) await expect(result).rejects.toMatchObject({ failure: { code: 'worker' } })
    end()
    const second = pair()
    const job = second.client.start('slow', { steps: 9 })
    second.client.terminate()
    await expect(job.result).rejects.toBeInstanceOf(JobCancelled)
  })
})
