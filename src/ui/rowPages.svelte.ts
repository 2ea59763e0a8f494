import { SvelteMap } from 'svelte/reactivity'

type Page<Row> = Row[] | 'loading' | 'failed'

/** Rows of a long table, read a page at a time as they come into view. The pages longest unused are let go. */
export class RowPages<Row> {
  readonly pageSize: number
  readonly #kept: number
  readonly #pages = new SvelteMap<number, Page<Row>>()
  #read: (offset: number, limit: number) => Promise<Row[]>
  /** Answers to an earlier question are thrown away. */
  #question = 0

  constructor(read: (offset: number, limit: number) => Promise<Row[]>, pageSize = 100, kept = 60) {
    this.#read = read
    this.pageSize = pageSize
    this.#kept = kept
  }

  /** Starts over with another question. */
  reset(read: (offset: number, limit: number) => Promise<Row[]>): void {
    this.#read = read
    this.#question++
    this.#pages.clear()
  }

  row(index: number): Row | undefined {
    const page = this.#pages.get(Math.floor(index / this.pageSize))
    return Array.isArray(page) ? page[index % this.pageSize] : undefined
  }

  /** Whether reading a row failed. */
  failed(index: number): boolean {
    return this.#pages.get(Math.floor(index / this.pageSize)) === 'failed'
  }

  /** Reads what is missing of [from, to); failed pages are tried again only with `retry`. */
  async ensure(from: number, to: number, retry = false): Promise<void> {
    const question = this.#question
    const wanted: number[] = []
    for (let page = Math.floor(from / this.pageSize); page * this.pageSize < to; page++) {
      const state = this.#pages.get(page)
      if (state === undefined || (state === 'failed' && retry)) wanted.push(page)
    }
    await Promise.all(
      wanted.map(async (page) => {
        this.#pages.set(page, 'loading')
        let rows: Page<Row>
        try {
          rows = await this.#read(page * this.pageSize, this.pageSize)
        } catch {
          rows = 'failed'
        }
        if (question !== this.#question) return
        this.#pages.delete(page)
        this.#pages.set(page, rows)
      }),
    )
    if (question !== this.#question) return
    const inView = (page: number) => (page + 1) * this.pageSize > from && page * this.pageSize < to
    for (const page of [...this.#pages.keys()]) {
      if (this.#pages.size <= this.#kept) break
      if (!inView(page) && this.#pages.get(page) !== 'loading') this.#pages.delete(page)
    }
  }
}
