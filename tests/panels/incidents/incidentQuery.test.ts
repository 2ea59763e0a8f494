import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { IncidentFilter } from '../../../src/db/filter.ts'
import { EMPTY_SELECTION, type Selection } from '../../../src/domain/selection.ts'
import { columnOf, IncidentQuery } from '../../../src/panels/incidents/incidentQuery.svelte.ts'
import type { Lagesbild } from '../../../src/state/lagesbild.svelte.ts'

interface Counted {
  filter: IncidentFilter
  answer(total: number): void
}

let counted: Counted[]
let pages: unknown[]
let committed: Selection
let database: { filled: boolean }
let query: IncidentQuery

beforeEach(() => {
  vi.useFakeTimers()
  counted = []
  pages = []
  committed = EMPTY_SELECTION
  const store = {
    count: (filter: IncidentFilter) =>
      new Promise<number>((resolve) => counted.push({ filter, answer: resolve })),
    page: (request: unknown) => (pages.push(request), Promise.resolve({ rows: ['row'] })),
    positionOf: (row: number) => Promise.resolve(row * 2),
  }
  database = {
    filled: true,
    store,
    filterFor: (selection: Selection) => Promise.resolve({ selection }),
  } as unknown as typeof database
  query = new IncidentQuery({
    database,
    selection: {
      get committed() {
        return committed
      },
    },
  } as unknown as Lagesbild)
})
afterEach(() => vi.useRealTimers())

const settle = () => vi.advanceTimersByTimeAsync(0)

describe('what the incident table asks', () => {
  it('is nothing before the rows are in', async () => {
    database.filled = false
    await query.ask()
    expect(counted).toEqual([])
    expect(await query.rows(0, 10)).toEqual([])
    expect(await query.positionOf(3)).toBe(-1)
  })

  it('is the selection, and rows of it once it is counted', async () => {
    void query.ask()
    await settle()
    expect(query.filter).toBeNull()
    counted[0].answer(7)
    await settle()
    expect(query.total).toBe(7)
    expect(query.filter).toEqual({ selection: EMPTY_SELECTION, columns: [] })
    expect(await query.rows(20, 10)).toEqual(['row'])
    expect(pages).toEqual([
      {
        filter: query.filter,
        sort: { column: 'start', direction: 'descending' },
        language: 'sv',
        offset: 20,
        limit: 10,
      },
    ])
    expect(await query.positionOf(3)).toBe(6)
  })

  it('waits until typing rests, then asks once, with words and columns', async () => {
    for (const words of ['k', 'kl', 'klotter']) query.typeSearch(words)
    query.typeFilter('source-3', ' gata ')
    query.typeFilter('type', '   ')
    await vi.advanceTimersByTimeAsync(200)
    expect(counted).toHaveLength(0)
    await vi.advanceTimersByTimeAsync(100)
    expect(counted.map(({ filter }) => filter)).toEqual([
      {
        selection: EMPTY_SELECTION,
        search: 'klotter',
        columns: [{ column: 3, test: 'contains', text: 'gata' }],
      },
    ])
  })

  it('drops an answer that a later question overtook, whichever comes first', async () => {
    void query.ask()
    await settle()
    committed = { ...EMPTY_SELECTION, types: ['klotter'] }
    void query.ask()
    await settle()
    counted[1].answer(2)
    await settle()
    counted[0].answer(99)
    await settle()
    expect(query.total).toBe(2)
    expect(query.filter!.selection!.types).toEqual(['klotter'])
  })

  it('names source columns by their index', () => {
    expect(columnOf('source-0')).toBe(0)
    expect(columnOf('source-12')).toBe(12)
    expect(columnOf('start')).toBe('start')
    query.sort = { key: 'source-2', direction: 'ascending' }
    expect(query.dbSort).toEqual({ column: 2, direction: 'ascending' })
  })
})
