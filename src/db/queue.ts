/** Runs asynchronous tasks one after the other, in the order of asking; a task that fails does not stop the next. */
export class Queue {
  #last: Promise<unknown> = Promise.resolve()

  /** @param signal checked when the task's turn comes; aborted work is never begun. */
  run<T>(task: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    const turn = this.#last.then(() => {
      signal?.throwIfAborted()
      return task()
    })
    this.#last = turn.catch(() => undefined)
    return turn
  }
}
