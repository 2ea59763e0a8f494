import type {
  ColumnFilter,
  ColumnKey,
  IncidentField,
  IncidentFilter,
  Sort as DbSort,
} from '../../db/filter.ts'
import type { TableRow } from '../../db/tableRow.ts'
import { locale } from '../../i18n/locale.svelte.ts'
import type { Lagesbild } from '../../state/lagesbild.svelte.ts'
import type { Sort } from '../../ui/tableSort.ts'

/** Milliseconds of rest after a key press before the database is asked: a search reads every text. */
const TYPING_PAUSE = 250

/** What the incident table asks of the database: the filters on screen, words, column filters and an order. */
export class IncidentQuery {
  sort = $state.raw<Sort>({ key: 'start', direction: 'descending' })
  /** The filter that `total` and the rows belong to; null until the database has answered. */
  filter = $state.raw<IncidentFilter | null>(null)
  total = $state(0)
  /** What has been typed, before it counts. */
  search = $state('')
  texts = $state.raw<Readonly<Record<string, string>>>({})

  #asked = 0
  #pause: ReturnType<typeof setTimeout> | undefined

  constructor(private readonly app: Lagesbild) {}

  readonly dbSort: DbSort = $derived({ column: columnOf(this.sort.key), direction: this.sort.direction })

  /** Rows of the present filter and order; another function with each, which starts the table over. */
  readonly rows = $derived.by(() => {
    const [filter, sort, language] = [this.filter, this.dbSort, locale.language]
    const { store } = this.app.database
    return async (offset: number, limit: number): Promise<TableRow[]> =>
      filter ? (await store.page({ filter, sort, language, offset, limit })).rows : []
  })

  typeSearch(words: string): void {
    this.search = words
    this.#askSoon()
  }

  typeFilter(key: string, text: string): void {
    this.texts = { ...this.texts, [key]: text }
    this.#askSoon()
  }

  /** Asks for the selection on screen; an answer that a later question overtook is dropped. Never rejects. */
  async ask(): Promise<void> {
    clearTimeout(this.#pause)
    const asked = ++this.#asked
    if (!this.app.database.filled) return
    try {
      await this.#answer(asked)
    } catch (error) {
      if (asked === this.#asked) this.app.database.failure = error as Error
    }
  }

  async #answer(asked: number): Promise<void> {
    const base = await this.app.database.filterFor(this.app.selection.committed)
    const filter: IncidentFilter = {
      ...base,
      ...(this.search.trim() ? { search: this.search } : {}),
      columns: this.#columnFilters(),
    }
    const total = await this.app.database.store.count(filter, locale.language)
    if (asked !== this.#asked) return
    this.filter = filter
    this.total = total
  }

  /** Place of a source row in the table; -1 where the filters leave it out. */
  positionOf(row: number): Promise<number> {
    if (!this.filter) return Promise.resolve(-1)
    return this.app.database.store.positionOf(row, this.filter, this.dbSort, locale.language)
  }

  #askSoon(): void {
    clearTimeout(this.#pause)
    this.#pause = setTimeout(() => void this.ask(), TYPING_PAUSE)
  }

  #columnFilters(): ColumnFilter[] {
    return Object.entries(this.texts)
      .filter(([, text]) => text.trim() !== '')
      .map(([key, text]) => ({ column: columnOf(key), test: 'contains', text: text.trim() }))
  }
}

/** Source columns carry their index in the key. */
export function columnOf(key: string): ColumnKey {
  return key.startsWith('source-') ? Number(key.slice(7)) : (key as IncidentField)
}
