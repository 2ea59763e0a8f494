/**
 * Jobs between a page and its worker: each has an id, can report progress, can be cancelled, and answers once. Errors
 * cross as a code and data, never as a sentence; words are made where the language is known.
 */

/** Names of jobs with what they take and give. */
export type JobMap = Record<string, { request: unknown; response: unknown }>

export interface Progress {
  /** 0-1 */
  fraction: number
  stage: string
}

export interface JobFailure {
  code: string
  message: string
  data?: unknown
}

type ToWorker = { kind: 'start'; id: number; name: string; request: unknown } | { kind: 'cancel'; id: number }

type FromWorker =
  | { kind: 'progress'; id: number; progress: Progress }
  | { kind: 'done'; id: number; response: unknown }
  | { kind: 'failed'; id: number; failure: JobFailure }

/** Thrown inside a job, and rejected to its caller, when it was cancelled or overtaken by a later request. */
export class JobCancelled extends Error {
  constructor() {
    super('The job was cancelled')
    this.name = 'JobCancelled'
  }
}

/** A failure that crossed from the worker. */
export class JobError extends Error {
  constructor(readonly failure: JobFailure) {
    super(failure.message)
    this.name = 'JobError'
  }
}

export interface JobContext {
  progress(fraction: number, stage: string): void
  /** Lets waiting messages in; throws {@link JobCancelled} where one of them cancelled this job. */
  breathe(): Promise<void>
}

export interface Answer<T> {
  response: T
  transfer?: Transferable[]
}

export type JobHandlers<M extends JobMap> = {
  [K in keyof M]: (
    request: M[K]['request'],
    context: JobContext,
  ) => Answer<M[K]['response']> | Promise<Answer<M[K]['response']>>
}

/** The part of a dedicated worker's global scope that jobs use; the DOM library types `self` as a window. */
export interface WorkerScope {
  postMessage(message: unknown, options: { transfer: Transferable[] }): void
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void
}

/** Serves jobs inside a worker. */
export function serveJobs<M extends JobMap>(scope: WorkerScope, handlers: JobHandlers<M>): void {
  const cancelled = new Set<number>()
  const running = new Set<number>()
  const post = (message: FromWorker, transfer: Transferable[] = []) =>
    scope.postMessage(message, { transfer })

  // A MessageChannel turn lets queued messages in without the 4 ms clamp of nested timers.
  const { port1, port2 } = new MessageChannel()
  const waiting: (() => void)[] = []
  port1.onmessage = () => waiting.shift()?.()
  const turn = () => new Promise<void>((resolve) => (waiting.push(resolve), port2.postMessage(null)))

  scope.addEventListener('message', async (event: MessageEvent) => {
    const message = event.data as ToWorker
    if (message.kind === 'cancel') {
      if (running.has(message.id)) cancelled.add(message.id)
      return
    }
    const { id, name, request } = message
    running.add(id)
    const context: JobContext = {
      progress: (fraction, stage) => post({ kind: 'progress', id, progress: { fraction, stage } }),
      async breathe() {
        await turn()
        if (cancelled.has(id)) throw new JobCancelled()
      },
    }
    try {
      await context.breathe()
      const { response, transfer } = await handlers[name]!(request as never, context)
      post({ kind: 'done', id, response }, transfer)
    } catch (error) {
      const failure: JobFailure =
        error instanceof JobCancelled ? { code: 'cancelled', message: error.message } : failureOf(error)
      post({ kind: 'failed', id, failure })
    } finally {
      running.delete(id)
      cancelled.delete(id)
    }
  })
}

/** The code that an error carries, its message and its data; a DOMException's number is no code of ours. */
function failureOf(error: unknown): JobFailure {
  const { code, message, data } = (error ?? {}) as { code?: unknown; message?: unknown; data?: unknown }
  if (typeof code !== 'string') return { code: 'failed', message: String(message ?? error) }
  return { code, message: String(message ?? error), data }
}

export interface Job<T> {
  result: Promise<T>
  cancel(): void
}

/** Starts jobs in a worker and hands back their answers. */
export class JobClient<M extends JobMap> {
  #worker: Worker
  #next = 1
  #pending = new Map<
    number,
    { resolve(value: never): void; reject(error: Error): void; progress?: (progress: Progress) => void }
  >()

  constructor(worker: Worker) {
    this.#worker = worker
    worker.addEventListener('message', (event) => this.#receive(event.data as FromWorker))
    worker.addEventListener('error', (event) => this.#failAll(event.message))
  }

  start<K extends keyof M & string>(
    name: K,
    request: M[K]['request'],
    options: { transfer?: Transferable[]; progress?: (progress: Progress) => void } = {},
  ): Job<M[K]['response']> {
    const id = this.#next++
    const result = new Promise<M[K]['response']>((resolve, reject) => {
      this.#pending.set(id, { resolve, reject, progress: options.progress })
    })
    this.#worker.postMessage({ kind: 'start', id, name, request } satisfies ToWorker, options.transfer ?? [])
    return { result, cancel: () => this.#worker.postMessage({ kind: 'cancel', id } satisfies ToWorker) }
  }

  terminate(): void {
    this.#worker.terminate()
    for (const { reject } of this.#pending.values()) reject(new JobCancelled())
    this.#pending.clear()
  }

  #receive(message: FromWorker): void {
    const job = this.#pending.get(message.id)
    if (!job) return
    if (message.kind === 'progress') return job.progress?.(message.progress)
    this.#pending.delete(message.id)
    if (message.kind === 'done') job.resolve(message.response as never)
    else job.reject(message.failure.code === 'cancelled' ? new JobCancelled() : new JobError(message.failure))
  }

  #failAll(message: string): void {
    for (const { reject } of this.#pending.values()) reject(new JobError({ code: 'worker', message }))
    this.#pending.clear()
  }
}
