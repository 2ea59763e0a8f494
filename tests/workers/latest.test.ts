import { describe, expect, it } from 'vitest'
import { JobCancelled, type Job } from '../../src/workers/jobs.ts'
import { Latest } from '../../src/workers/latest.ts'

interface Asked {
  request: number
  answer(response: string): Promise<void>
  fail(error: Error): Promise<void>
  cancels: number
}

/** Answers come when the test says so. `deaf` jobs do not hear that they were cancelled. */
function bench({ deaf = false } = {}) {
  const asked: Asked[] = []
  const done: [number, string][] = []
  const failed: Error[] = []
  const settle = () => new Promise<void>((resolve) => setTimeout(resolve))
  const latest = new Latest<number, string>(
    (request): Job<string> => {
      let resolve: (response: string) => void = () => {}
      let reject: (error: Error) => void = () => {}
      const result = new Promise<string>((...settlers) => ([resolve, reject] = settlers))
      const entry: Asked = {
        request,
        answer: (response) => (resolve(response), settle()),
        fail: (error) => (reject(error), settle()),
        cancels: 0,
      }
      asked.push(entry)
      return {
        result,
        cancel: () => {
          entry.cancels++
          if (!deaf) reject(new JobCancelled())
        },
      }
    },
    (response, request) => done.push([request, response]),
    (error) => failed.push(error),
  )
  return { latest, asked, done, failed, settle }
}

describe('Latest', () => {
  it('runs one at a time, and of those that wait only the newest', async () => {
    const { latest, asked, done } = bench()
    for (let request = 1; request <= 5; request++) latest.request(request)
    expect(asked.map(({ request }) => request)).toEqual([1])
    await asked[0].answer('one')
    expect(asked.map(({ request }) => request)).toEqual([1, 5])
    expect(latest.busy).toBe(true)
    await asked[1].answer('five')
    expect(done).toEqual([
      [1, 'one'],
      [5, 'five'],
    ])
    expect(latest.busy).toBe(false)
  })

  it('cancels what runs where it is overtaken, and says nothing of it', async () => {
    const { latest, asked, done, failed, settle } = bench()
    latest.request(1, true)
    latest.request(2, true)
    await settle()
    expect(asked[0].cancels).toBe(1)
    await asked[1].answer('two')
    expect(done).toEqual([[2, 'two']])
    expect(failed).toEqual([])
  })

  it('drops what waits and what runs, also an answer that was on its way already', async () => {
    const { latest, asked, done, settle } = bench({ deaf: true })
    latest.request(1)
    latest.request(2)
    latest.drop()
    await asked[0].answer('too late')
    await settle()
    expect(asked).toHaveLength(1)
    expect(done).toEqual([])
    latest.request(3)
    await asked[1].answer('three')
    expect(done).toEqual([[3, 'three']])
  })

  it('asks anew after a drop without waiting for an older answer to count', async () => {
    const { latest, asked, done } = bench({ deaf: true })
    latest.request(1)
    latest.drop()
    latest.request(2)
    await asked[0].answer('dropped')
    await asked[1].answer('two')
    expect(done).toEqual([[2, 'two']])
  })

  it('tells of failures and goes on with what waits', async () => {
    const { latest, asked, done, failed } = bench()
    latest.request(1)
    latest.request(2)
    await asked[0].fail(new Error('no room'))
    await asked[1].answer('two')
    expect(failed.map((error) => error.message)).toEqual(['no room'])
    expect(done).toEqual([[2, 'two']])
  })

  it('tells of a request that could not even be sent', async () => {
    const failed: Error[] = []
    const latest = new Latest<number, string>(
      () => {
        throw new Error('cannot be cloned')
      },
      () => {},
      (error) => failed.push(error),
    )
    latest.request(1)
    await new Promise((resolve) => setTimeout(resolve))
    expect(failed.map((error) => error.message)).toEqual(['cannot be cloned'])
    expect(latest.busy).toBe(false)
  })
})
