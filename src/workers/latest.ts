import { JobCancelled, type Job } from './jobs.ts'

/**
 * Runs one request at a time and only ever the newest of those that wait: a brush may ask as often as the pointer moves.
 */
export class Latest<Request, Response> {
  #running: Job<Response> | null = null
  /** Cancelled for good: an answer that was on its way already does not count. */
  #dropped: Job<Response> | null = null
  #waiting: Request | null = null

  constructor(
    private readonly run: (request: Request) => Job<Response>,
    private readonly done: (response: Response, request: Request) => void,
    private readonly failed: (error: Error) => void,
  ) {}

  get busy(): boolean {
    return this.#running !== null
  }

  /** `overtake` cancels what runs, where its answer would no longer be looked at. */
  request(request: Request, overtake = false): void {
    if (this.#running) {
      this.#waiting = request
      if (overtake) this.#running.cancel()
      return
    }
    void this.#start(request)
  }

  drop(): void {
    this.#waiting = null
    this.#dropped = this.#running
    this.#running?.cancel()
  }

  async #start(request: Request): Promise<void> {
    let job: Job<Response> | null = null
    try {
      job = this.run(request)
      this.#running = job
      const response = await job.result
      this.#running = null
      if (job !== this.#dropped) this.done(response, request)
    } catch (error) {
      this.#running = null
      if (!(error instanceof JobCancelled) && (job === null || job !== this.#dropped))
        this.failed(error as Error)
    }
    const next = this.#waiting
    this.#waiting = null
    if (next !== null && this.#running === null) void this.#start(next)
  }
}
