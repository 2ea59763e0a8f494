import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Connection } from '../../src/db/connection.ts'
import { IncidentStore } from '../../src/db/incidentStore.ts'
import { arrowOf, columnsOf, LABELS, STOCKHOLM, TAXONOMY, type Told } from './batches.ts'
import { openNodeConnection } from './nodeConnection.ts'

const ALL = { selection: null }
const BY_ROW = { column: 'row', direction: 'ascending' } as const

let connection: Connection
let store: IncidentStore

beforeAll(async () => {
  connection = await openNodeConnection()
})
afterAll(() => connection.close())

describe('loading', () => {
  const told: Told[] = [
    { row: 1, date: '2025-03-01', time: '22:30', to: '2025-03-02T06:00', type: 1, x: 100.5, y: -2.25 },
    { row: 2, date: '2025-03-01', type: 3, kind: 'event' },
    { row: 3 },
    { row: 7, date: '2025-07-01', time: '00:00', type: 6, x: 0, y: 0 },
  ]

  beforeAll(async () => {
    store = new IncidentStore(() => Promise.resolve(connection))
    await store.begin({ timeZone: STOCKHOLM, taxonomy: TAXONOMY })
    await store.append({
      columns: columnsOf(told.slice(0, 2)),
      labels: LABELS.slice(0, 4),
      arrow: arrowOf(
        [1, 2],
        [
          { name: 'Adress', cells: ['Ågatan 1', null] },
          { name: 'Kostnad', cells: ['1 200,50', ' '] },
        ],
      ),
    })
    await store.append({
      columns: columnsOf(told.slice(2)),
      labels: LABELS,
      arrow: arrowOf(
        [3, 7],
        [
          { name: 'Adress', cells: ['', 'Zongatan'] },
          { name: 'Kostnad', cells: ['-3', '7'] },
        ],
      ),
    })
    await store.finish()
  })

  it('gives every row back as it came', async () => {
    const { total, rows } = await store.page({
      filter: ALL,
      sort: BY_ROW,
      language: 'sv',
      offset: 0,
      limit: 10,
    })
    expect(total).toBe(4)
    expect(rows[0]).toEqual({
      row: 1,
      day: Date.UTC(2025, 2, 1) / 86_400_000,
      start: '2025-03-01T22:30',
      finish: '2025-03-02T06:00',
      hourOfWeek: 5 * 24 + 22,
      type: 1,
      kind: 'crime',
      x: 100.5,
      y: -2.25,
      lon: 18 + 100.5 / 1e6,
      lat: 59 - 2.25 / 1e6,
      area: null,
      source: ['Ågatan 1', '1 200,50'],
    })
    expect(rows[1]).toMatchObject({
      row: 2,
      start: null,
      finish: null,
      hourOfWeek: null,
      kind: 'event',
      x: null,
      lat: null,
    })
    expect(rows[2]).toMatchObject({ row: 3, day: null, start: null, type: 0, source: ['', '-3'] })
    expect(rows.map((row) => row.row)).toEqual([1, 2, 3, 7])
  })
})
