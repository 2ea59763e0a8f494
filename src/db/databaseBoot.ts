import type { Connection } from './connection.ts'
import { DatabaseError } from './errors.ts'

/** Where the engine stands. `loaded` and `total` in bytes; `total` is 0 where unknown. */
export type BootState =
  | { status: 'idle' }
  | { status: 'booting'; loaded: number; total: number }
  | { status: 'ready' }
  | { status: 'failed'; error: DatabaseError }

type Open = (onProgress: (progress: { loaded: number; total: number }) => void) => Promise<Connection>

/** Starts the database when first asked for, once; after a failure the next question tries again. */
export class DatabaseBoot {
  readonly #open: Open
  readonly #listeners = new Set<(state: BootState) => void>()
  #state: BootState = { status: 'idle' }
  #connection: Promise<Connection> | null = null

  constructor(open: Open) {
    this.#open = open
  }

  get state(): BootState {
    return this.#state
  }

  /** Calls back with the present state and with each later one, until the returned function is called. */
  subscribe(listener: (state: BootState) => void): () => void {
    this.#listeners.add(listener)
    listener(this.#state)
    return () => this.#listeners.delete(listener)
  }

  /** The connection, started where it is not yet. @throws DatabaseError `bootFailed` */
  connection(): Promise<Connection> {
    this.#connection ??= this.#boot()
    return this.#connection
  }

  /** Ends the engine and frees its memory; the next question starts another. */
  async close(): Promise<void> {
    const connection = this.#connection
    this.#connection = null
    if (connection === null) return
    await connection.then(
      (opened) => opened.close(),
      () => undefined,
    )
    this.#enter({ status: 'idle' })
  }

  async #boot(): Promise<Connection> {
    this.#enter({ status: 'booting', loaded: 0, total: 0 })
    try {
      const connection = await this.#open((progress) => this.#enter({ status: 'booting', ...progress }))
      this.#enter({ status: 'ready' })
      return connection
    } catch (reason) {
      const error =
        reason instanceof DatabaseError
          ? reason
          : new DatabaseError('bootFailed', String(reason), { cause: reason })
      this.#connection = null
      this.#enter({ status: 'failed', error })
      throw error
    }
  }

  #enter(state: BootState): void {
    this.#state = state
    for (const listener of this.#listeners) listener(state)
  }
}
