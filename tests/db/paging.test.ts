import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Connection } from '../../src/db/connection.ts'
import type { ColumnKey, Sort } from '../../src/db/filter.ts'
import type { IncidentStore } from '../../src/db/incidentStore.ts'
import { EMPTY_SELECTION } from '../../src/domain/selection.ts'
import { loadedStore } from './loaded.ts'
import { openNodeConnection } from './nodeConnection.ts'
import { syntheticBatches } from './synthetic.ts'

const N = 200_000
const COLUMNS: ColumnKey[] = [
  'row',
  'day',
  'start',
  'finish',
  'hourOfWeek',
  'type',
  'category',
  'kind',
  'area',
  'x',
  'lat',
  0,
  1,
  2,
]

let connection: Connection
let store: IncidentStore
beforeAll(async () => {
  connection = await openNodeConnection()
  store = await loadedStore(
    connection,
    syntheticBatches(N, { seed: 11, batchRows: 50_000, sourceColumns: 6 }),
  )
}, 60_000)
afterAll(() => connection.close())

const sorts: fc.Arbitrary<Sort> = fc.record({
  column: fc.constantFrom(...COLUMNS),
  direction: fc.constantFrom('ascending', 'descending'),
})
const filter = { selection: { ...EMPTY_SELECTION, types: ['misshandel'] }, search: 'gatan 17' }

describe('paging', () => {
  it('cuts one stable order: pages overlap exactly, ties in the order of the source', async () => {
    await fc.assert(
      fc.asyncProperty(sorts, fc.nat(400), fc.integer({ min: 1, max: 120 }), async (sort, offset, limit) => {
        const request = { filter, sort, language: 'sv', sourceColumns: [] } as const
        const whole = await store.page({ ...request, offset: 0, limit: N })
        const part = await store.page({ ...request, offset, limit })
        expect(part.total).toBe(whole.rows.length)
        expect(part.rows).toEqual(whole.rows.slice(offset, offset + limit))
        expect(new Set(whole.rows.map(({ row }) => row)).size).toBe(whole.total)
        const other: Sort = {
          ...sort,
          direction: sort.direction === 'ascending' ? 'descending' : 'ascending',
        }
        const turned = await store.page({ ...request, sort: other, offset: 0, limit: N })
        expect(turned.rows.map(({ row }) => row).sort((a, b) => a - b)).toEqual(
          whole.rows.map(({ row }) => row).sort((a, b) => a - b),
        )
      }),
      { numRuns: 10 },
    )
  }, 120_000)

  it('keeps ties in the order of the source in both directions', async () => {
    for (const direction of ['ascending', 'descending'] as const) {
      const sort = { column: 'type', direction } as const
      const { rows } = await store.page({
        filter,
        sort,
        language: 'sv',
        offset: 0,
        limit: N,
        sourceColumns: [],
      })
      // Labels 1 and 7 are one type, so that every chosen row ties with every other.
      expect(rows.map(({ row }) => row)).toEqual(rows.map(({ row }) => row).sort((a, b) => a - b))
      expect(rows.length).toBeGreaterThan(100)
    }
  })

  it('finds the place of a row, and none for a row that the filter leaves out', async () => {
    const sort = { column: 'day', direction: 'descending' } as const
    const { rows } = await store.page({ filter, sort, language: 'sv', offset: 250, limit: 1 })
    expect(await store.positionOf(rows[0]!.row, filter, sort, 'sv')).toBe(250)
    expect(await store.positionOf(N + 1, filter, sort, 'sv')).toBe(-1)
  })

  it('reports how long pages of 200 000 rows take', async () => {
    const milliseconds = async (offset: number) => {
      const begun = performance.now()
      const sort = { column: 'start', direction: 'descending' } as const
      const page = await store.page({ filter: { selection: null }, sort, language: 'sv', offset, limit: 60 })
      expect(page.rows).toHaveLength(60)
      return Math.round(performance.now() - begun)
    }
    const first = await milliseconds(0)
    const later = [await milliseconds(50_000), await milliseconds(120_000), await milliseconds(N - 60)]
    console.log(`200 000 rows by start: first page ${first} ms, later pages ${later.join(', ')} ms`)
  })
})
