import type { IncidentFilter, Language, Sort } from './filter.ts'

/** Lists kept: the one on screen and those just left. 4 MB each for a million rows. */
const KEPT = 3

/** Sorted lists of row keys by filter and order, the latest used kept. */
export class ListingCache {
  readonly #lists = new Map<string, Uint32Array>()
  readonly #ids = new WeakMap<Uint32Array, number>()
  #nextId = 0

  async get(
    request: { filter: IncidentFilter; sort: Sort; language: Language },
    compute: () => Promise<Uint32Array>,
  ): Promise<Uint32Array> {
    const key = this.#key(request)
    const list = this.#lists.get(key) ?? (await compute())
    this.#lists.delete(key)
    this.#lists.set(key, list)
    for (const oldest of this.#lists.keys()) {
      if (this.#lists.size <= KEPT) break
      this.#lists.delete(oldest)
    }
    return list
  }

  clear(): void {
    this.#lists.clear()
  }

  /** A set of rows stands in the key by identity: it may hold a million. */
  #key({ filter: { rows, ...filter }, sort, language }: Parameters<ListingCache['get']>[0]): string {
    return JSON.stringify([filter, rows ? this.#idOf(rows) : null, sort, language])
  }

  #idOf(rows: Uint32Array): number {
    const known = this.#ids.get(rows)
    if (known !== undefined) return known
    this.#ids.set(rows, ++this.#nextId)
    return this.#nextId
  }
}
