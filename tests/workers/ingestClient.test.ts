import { afterEach, describe, expect, it, vi } from 'vitest'
import { concatColumns, type IncidentColumns } from '../../src/domain/incident.ts'
import { IngestError, load, preview, proposeMapping, sniff } from '../../src/ingest/index.ts'
import { IngestClient, type IngestWorker } from '../../src/workers/ingestClient.ts'
import type { IngestReply, IngestRequest } from '../../src/workers/ingestMessages.ts'
import { file, lines } from '../ingest/files.ts'

interface Scope {
  onmessage: ((event: { data: unknown }) => void) | null
  postMessage(reply: unknown, transfer?: Transferable[]): void
}

/** The worker's own code in this thread, behind a real structured clone with transfer, as between threads. */
async function startedWorker(): Promise<{
  worker: IngestWorker
  replies: IngestReply[]
  ended: () => boolean
}> {
  const replies: IngestReply[] = []
  let ended = false
  const worker: IngestWorker = {
    onmessage: null,
    onerror: null,
    terminate: () => {
      ended = true
    },
    postMessage: (message) => {
      const data = clonedRequest(message as IngestRequest)
      setTimeout(() => scope.onmessage?.({ data }))
    },
  }
  const scope: Scope = {
    onmessage: null,
    postMessage: (reply, transfer = []) => {
      const data = structuredClone(reply, { transfer }) as IngestReply
      replies.push(data)
      if (!ended) worker.onmessage?.({ data } as MessageEvent<IngestReply>)
    },
  }
  vi.stubGlobal('self', scope)
  vi.resetModules()
  await import('../../src/workers/ingest.worker.ts')
  return { worker, replies, ended: () => ended }
}

/** Node does not clone a Blob through `structuredClone`; a browser does, and drops any name that was put on it. */
function clonedRequest(message: IngestRequest): IngestRequest {
  if (message.name === 'preview') return structuredClone(message)
  const { blob, name } = message.request.file
  const plain = structuredClone({ ...message, request: { ...message.request, file: { blob: null, name } } })
  return {
    ...plain,
    request: { ...plain.request, file: { blob: new Blob([blob]), name } },
  } as unknown as IngestRequest
}

afterEach(() => vi.unstubAllGlobals())

const source = () =>
  lines('datum;n;e;typ', ...Array.from({ length: 60_000 }, () => '2025-03-01;6580822;674032;Klotter'))

describe('IngestClient', () => {
  it('gives what the functions give, batches and progress on the way', async () => {
    const { worker, replies } = await startedWorker()
    const client = new IngestClient(() => worker)
    const description = await client.sniff(source())
    expect(description).toEqual(await sniff(source()))
    const mapping = proposeMapping(description)
    expect(await client.preview(description, mapping)).toEqual(preview(description, mapping))

    const batches: IncidentColumns[] = []
    const rows: number[] = []
    const report = await client.load(source(), description, mapping, {
      onBatch: (batch) => {
        expect(batch.arrow.length).toBeGreaterThan(1000)
        batches.push(batch.columns)
      },
      onProgress: (progress) => rows.push(progress.rows),
    })
    const direct: IncidentColumns[] = []
    const expected = await load(source(), description, mapping, {
      onBatch: (batch) => void direct.push(batch.columns),
    })
    expect(report).toEqual({ ...expected, durationMs: report.durationMs })
    expect(batches.map((batch) => batch.length)).toEqual([50_000, 10_000])
    expect(concatColumns(batches)).toEqual(concatColumns(direct))
    expect(rows[rows.length - 1]).toBe(60_000)
    expect(replies[replies.length - 1]!.kind).toBe('done')
  })

  it('gives failures as errors with their code and data', async () => {
    const { worker } = await startedWorker()
    const client = new IngestClient(() => worker)
    await expect(client.sniff(file('%PDF-1.7', 'x.csv'))).rejects.toEqual(
      new IngestError('unsupported', { looksLike: 'pdf' }),
    )
  })

  it('ends the worker when a load is cancelled, and starts another for the next request', async () => {
    const first = await startedWorker()
    const description = await sniff(source())
    const mapping = proposeMapping(description)
    const workers = [first.worker]
    const client = new IngestClient(() => workers.shift()!)
    let batches = 0
    const cancelled = client.load(source(), description, mapping, {
      onBatch: () => {
        batches++
        client.cancel()
      },
    })
    await expect(cancelled).rejects.toMatchObject({ name: 'AbortError' })
    expect([batches, first.ended()]).toEqual([1, true])
    workers.push((await startedWorker()).worker)
    expect((await client.sniff(source())).format).toBe('csv')
  })

  it('obeys an abort signal', async () => {
    const { worker, ended } = await startedWorker()
    const client = new IngestClient(() => worker)
    const description = await sniff(source())
    const stop = new AbortController()
    const load = client.load(source(), description, proposeMapping(description), {
      onBatch: () => {},
      signal: stop.signal,
    })
    stop.abort()
    await expect(load).rejects.toMatchObject({ name: 'AbortError' })
    expect(ended()).toBe(true)
  })

  it('does not wait for ever on a worker that cannot start or a consumer that fails', async () => {
    const dead: IngestWorker = { onmessage: null, onerror: null, terminate: () => {}, postMessage: () => {} }
    const client = new IngestClient(() => dead)
    const asked = client.sniff(source())
    dead.onerror!({ message: 'SyntaxError' } as ErrorEvent)
    await expect(asked).rejects.toThrow('SyntaxError')

    const { worker } = await startedWorker()
    const other = new IngestClient(() => worker)
    const description = await sniff(source())
    const failing = other.load(source(), description, proposeMapping(description), {
      onBatch: () => Promise.reject(new Error('full')),
    })
    await expect(failing).rejects.toThrow('full')
  })
})
