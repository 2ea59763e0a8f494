import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Field, Int32, makeVector, Schema, Table, tableToIPC, vectorFromArray, Utf8 } from 'apache-arrow'
import type { Connection } from '../../src/db/connection.ts'
import { uniqueNames } from '../../src/db/sourceRows.ts'
import { arrowOf, columnsOf, LABELS } from './batches.ts'
import { loadedStore } from './loaded.ts'
import { openNodeConnection } from './nodeConnection.ts'

const NAMES = [
  `"; DROP TABLE incident_facts; --`,
  `it's`,
  'ROW',
  'Typ',
  'typ',
  '  ',
  '#',
  'c0',
  'å ä\nö\t😀',
  '?',
  'SELECT',
]
const LANGUAGE_AND_PAGE = {
  filter: { selection: null },
  sort: { column: 'row', direction: 'ascending' },
  language: 'sv',
  offset: 0,
  limit: 10,
} as const

let connection: Connection
beforeAll(async () => {
  connection = await openNodeConnection()
})
afterAll(() => connection.close())

/** The stream with a name replaced by one of the same length: Arrow's JavaScript writes no two columns of one name. */
function renamed(ipc: Uint8Array, from: string, to: string): Uint8Array {
  return Buffer.from(Buffer.from(ipc).toString('latin1').replaceAll(from, to), 'latin1')
}

const told = [{ row: 1, date: '2025-03-01', type: 1 }, { row: 2 }]

describe('source columns', () => {
  it('keeps any names, case and blanks, apart', async () => {
    const columns = NAMES.map((name, k) => ({ name, cells: [`first ${k}`, `second ${k}`] }))
    const store = await loadedStore(connection, [
      { columns: columnsOf(told), labels: LABELS, arrow: arrowOf([1, 2], columns) },
    ])
    expect((await store.columns()).map(({ name }) => name)).toEqual(NAMES)
    const detail = await store.rowDetail(2)
    expect(detail?.fields).toEqual(NAMES.map((name, k) => ({ name, value: `second ${k}` })))
    const page = await store.page({ ...LANGUAGE_AND_PAGE, sourceColumns: [5, 0] })
    expect(page.rows.map(({ source }) => source)).toEqual([
      ['first 5', 'first 0'],
      ['second 5', 'second 0'],
    ])
    for (const [k] of NAMES.entries()) {
      const filter = {
        selection: null,
        columns: [{ column: k, test: 'equals', text: `SECOND ${k}` }],
      } as const
      expect(await store.count(filter)).toBe(1)
      const sort = { column: k, direction: 'descending' } as const
      expect(await store.positionOf(2, { selection: null }, sort, 'sv')).toBe(0)
    }
    const named = await store.ask('SELECT * FROM source ORDER BY row')
    expect(named.schema.fields.map(({ name }) => name)).toEqual(['row', ...uniqueNames(NAMES)])
  })

  it('keeps two columns of one name apart', async () => {
    const named = (name: string) => ({ name, cells: [`${name} 1`, `${name} 2`] })
    const arrow = renamed(arrowOf([1, 2], [named('Typ/a'), named('Typ/b')]), 'Typ/b\0', 'Typ/a\0')
    const store = await loadedStore(connection, [{ columns: columnsOf(told), labels: LABELS, arrow }])
    expect((await store.rowDetail(2))?.fields).toEqual([
      { name: 'Typ/a', value: 'Typ/a 2' },
      { name: 'Typ/a', value: 'Typ/b 2' },
    ])
    expect((await store.ask('FROM source')).schema.fields.map(({ name }) => name)).toEqual([
      'row',
      'Typ/a',
      'Typ/a (2)',
    ])
  })

  it('takes 200 columns', async () => {
    const columns = Array.from({ length: 200 }, (_, k) => ({ name: `k${k}`, cells: [String(k), 'text'] }))
    const store = await loadedStore(connection, [
      { columns: columnsOf(told), labels: LABELS, arrow: arrowOf([1, 2], columns) },
    ])
    expect((await store.rowDetail(1))?.fields[199]).toEqual({ name: 'k199', value: '199' })
    expect(await store.count({ selection: null, search: '199' })).toBe(1)
    expect((await store.page(LANGUAGE_AND_PAGE)).rows[0]?.source).toHaveLength(200)
  })

  it('loads rows without a source file, and rows whose source row is missing', async () => {
    const bare = await loadedStore(connection, [{ columns: columnsOf(told), labels: LABELS, arrow: null }])
    expect(await bare.columns()).toEqual([])
    expect((await bare.page(LANGUAGE_AND_PAGE)).rows.map(({ source }) => source)).toEqual([[], []])
    const partial = await loadedStore(connection, [
      { columns: columnsOf(told), labels: LABELS, arrow: arrowOf([2], [{ name: 'a', cells: ['x'] }]) },
    ])
    expect((await partial.page(LANGUAGE_AND_PAGE)).rows.map(({ source }) => source)).toEqual([[null], ['x']])
  })

  it('tells numbers from text by what stands in the cells', async () => {
    const columns = [
      { name: 'belopp', cells: ['1 200,50', '-3'] },
      { name: 'hårt blanksteg', cells: ['1\u00a0200', ''] },
      { name: 'blandat', cells: ['12', 'tolv'] },
      { name: 'tom', cells: ['', null] },
    ]
    const store = await loadedStore(connection, [
      { columns: columnsOf(told), labels: LABELS, arrow: arrowOf([1, 2], columns) },
    ])
    expect((await store.columns()).map(({ type }) => type)).toEqual(['number', 'number', 'text', 'text'])
    const between = {
      selection: null,
      columns: [{ column: 0, test: 'between', from: 1200, to: 1201 }],
    } as const
    expect(await store.count(between)).toBe(1)
  })

  it('refuses batches with other columns, and columns that are no text', async () => {
    const batch = (name: string) => ({
      columns: columnsOf(told),
      labels: LABELS,
      arrow: arrowOf([1, 2], [{ name, cells: ['a', 'b'] }]),
    })
    await expect(loadedStore(connection, [batch('a'), batch('b')])).rejects.toMatchObject({
      code: 'columnsDiffer',
    })
    const row = makeVector(new Uint32Array([1, 2]))
    const numbers = new Table({ row, n: vectorFromArray([1, 2], new Int32()) })
    const arrow = tableToIPC(numbers, 'stream')
    await expect(
      loadedStore(connection, [{ columns: columnsOf(told), labels: LABELS, arrow }]),
    ).rejects.toMatchObject({ code: 'sourceUnreadable' })
    const keyless = tableToIPC(new Table(new Schema([new Field('a', new Utf8())])), 'stream')
    await expect(
      loadedStore(connection, [{ columns: columnsOf(told), labels: LABELS, arrow: keyless }]),
    ).rejects.toMatchObject({ code: 'sourceUnreadable' })
  })
})

describe('uniqueNames', () => {
  it('numbers doubles without case, fills blanks, and keeps clear of the row key', () => {
    expect(uniqueNames(['Typ', 'typ', 'typ (2)', '', 'Row'])).toEqual([
      'Typ',
      'typ (2)',
      'typ (2) (2)',
      'Kolumn 4',
      'Row (2)',
    ])
  })
})
