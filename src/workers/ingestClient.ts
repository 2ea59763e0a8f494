import { IngestError } from '../ingest/errors.ts'
import type {
  CoarseningEffect,
  LoadBatch,
  LoadOptions,
  LoadReport,
  Look,
  Mapping,
  Preview,
  Recognised,
  SniffChoices,
  SourceDescription,
  SourceFile,
} from '../ingest/index.ts'
import { SECRET_BYTES } from '../ingest/privacy/secret.ts'
import type { ReadRegister, RegisterMapping } from '../ingest/addresses/readRegister.ts'
import type { IngestFailure, IngestJob, IngestJobs, IngestReply } from './ingestMessages.ts'

/**
 * With what places are moved at random: one secret for as long as the page is open, so that a trial, the load after it and another
 * file agree. It stands in no file and in no store.
 */
const secret = crypto.getRandomValues(new Uint8Array(SECRET_BYTES))

interface Waiting {
  resolve(response: IngestJobs[IngestJob]['response']): void
  reject(error: Error): void
  options: (Pick<LoadOptions, 'onProgress'> & Partial<LoadOptions>) | null
}

/** What the client needs of a worker; a test can bring its own. */
export interface IngestWorker {
  postMessage(message: unknown): void
  terminate(): void
  onmessage: ((event: MessageEvent<IngestReply>) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
}

function startWorker(): IngestWorker {
  return new Worker(new URL('./ingest.worker.ts', import.meta.url), { type: 'module' })
}

/**
 * Reads files in a worker. Arguments are plain data (`$state.snapshot` of what Svelte holds). Failures of a file reject with
 * `IngestError`, a cancelled job with an `AbortError`, a broken worker with `Error`.
 */
export class IngestClient {
  private worker: IngestWorker | null = null
  private readonly waiting = new Map<number, Waiting>()
  private lastId = 0

  constructor(private readonly start: () => IngestWorker = startWorker) {}

  sniff(file: SourceFile, choices: SniffChoices = {}): Promise<SourceDescription> {
    return this.ask('sniff', { file: { blob: file, name: file.name }, choices })
  }

  look(file: SourceFile, choices: SniffChoices = {}): Promise<Look> {
    return this.ask('look', { file: { blob: file, name: file.name }, choices })
  }

  /** What a file is for, by its content. */
  recognise(file: SourceFile): Promise<Recognised> {
    return this.ask('recognise', { file: { blob: file, name: file.name } })
  }

  preview(description: SourceDescription, mapping: Mapping): Promise<Preview> {
    return this.ask('preview', { description, mapping })
  }

  load(
    file: SourceFile,
    description: SourceDescription,
    mapping: Mapping,
    options: LoadOptions,
  ): Promise<LoadReport> {
    const { signal } = options
    if (signal?.aborted) return Promise.reject(aborted())
    const stop = () => this.cancel()
    signal?.addEventListener('abort', stop, { once: true })
    const { into, register } = options
    const posted = { file: { blob: file, name: file.name }, description, mapping, into, register, secret }
    return this.ask('load', posted, options).finally(() => signal?.removeEventListener('abort', stop))
  }

  /** A file of addresses with places. */
  register(file: SourceFile, mapping: RegisterMapping | null = null): Promise<ReadRegister> {
    return this.ask('register', { file: { blob: file, name: file.name }, mapping })
  }

  /** What the mapping's coarsening would do to the density, from the positions of the whole file. */
  tryCoarsening(
    file: SourceFile,
    description: SourceDescription,
    mapping: Mapping,
    options: Pick<LoadOptions, 'register' | 'onProgress' | 'signal'>,
  ): Promise<CoarseningEffect | null> {
    const { register, signal } = options
    if (signal?.aborted) return Promise.reject(aborted())
    const stop = () => this.cancel()
    signal?.addEventListener('abort', stop, { once: true })
    const posted = { file: { blob: file, name: file.name }, description, mapping, register, secret }
    return this.ask('tryCoarsening', posted, options).finally(() =>
      signal?.removeEventListener('abort', stop),
    )
  }

  /** Ends the worker and whatever it is doing; the next request starts another. */
  cancel(): void {
    this.stop(aborted())
  }

  private ask<Name extends IngestJob>(
    name: Name,
    request: IngestJobs[Name]['request'],
    options: Waiting['options'] = null,
  ): Promise<IngestJobs[Name]['response']> {
    const worker = this.running()
    const id = ++this.lastId
    return new Promise<IngestJobs[Name]['response']>((resolve, reject) => {
      this.waiting.set(id, { resolve: resolve as Waiting['resolve'], reject, options })
      try {
        worker.postMessage({ id, name, request })
      } catch (error) {
        this.waiting.delete(id)
        reject(error as Error)
      }
    })
  }

  private running(): IngestWorker {
    if (this.worker) return this.worker
    const worker = this.start()
    worker.onmessage = ({ data }) => this.receive(data)
    worker.onerror = (event) => this.stop(new Error(event.message || 'The ingest worker could not start'))
    this.worker = worker
    return worker
  }

  private receive(reply: IngestReply): void {
    const waiting = this.waiting.get(reply.id)
    if (!waiting) return
    if (reply.kind === 'progress') waiting.options?.onProgress?.(reply.progress)
    else if (reply.kind === 'batch') this.deliver(reply.batch, waiting)
    else {
      this.waiting.delete(reply.id)
      if (reply.kind === 'done') waiting.resolve(reply.response)
      else waiting.reject(errorOf(reply.failure))
    }
  }

  /** A consumer that fails ends the load. */
  private deliver(batch: LoadBatch, { options }: Waiting): void {
    const fail = (error: unknown) => this.stop(error instanceof Error ? error : new Error(String(error)))
    try {
      Promise.resolve(options?.onBatch?.(batch)).catch(fail)
    } catch (error) {
      fail(error)
    }
  }

  private stop(error: Error): void {
    this.worker?.terminate()
    this.worker = null
    const stopped = [...this.waiting.values()]
    this.waiting.clear()
    for (const { reject } of stopped) reject(error)
  }
}

function aborted(): Error {
  return new DOMException('The load was cancelled', 'AbortError')
}

function errorOf(failure: IngestFailure): Error {
  return failure.code === 'unexpected'
    ? new Error(failure.message)
    : new IngestError(failure.code, failure.data)
}
