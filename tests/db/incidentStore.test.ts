import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Connection } from '../../src/db/connection.ts'
import type { ColumnKey, Sort } from '../../src/db/filter.ts'
import { IncidentStore } from '../../src/db/incidentStore.ts'
import { arrowOf, columnsOf, LABELS, STOCKHOLM, TAXONOMY, type Told } from './batches.ts'
import { loadedStore } from './loaded.ts'
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
      cost: null,
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

  it('tells the columns of the file, all fields of a row, and of no other', async () => {
    expect(await store.columns()).toEqual([
      { index: 0, name: 'Adress', type: 'text' },
      { index: 1, name: 'Kostnad', type: 'number' },
    ])
    const detail = await store.rowDetail(7)
    expect(detail).toMatchObject({ row: 7, start: '2025-07-01T00:00', type: 6 })
    expect(detail?.fields).toEqual([
      { name: 'Adress', value: 'Zongatan' },
      { name: 'Kostnad', value: '7' },
    ])
    expect(await store.rowDetail(4)).toBeNull()
  })

  it('searches source columns, type names and areas, literally and without case', async () => {
    const found = (search: string) => store.count({ selection: null, search })
    expect(await found('ÅGATAN')).toBe(1)
    expect(await found('åverkan')).toBe(1)
    expect(await found('%')).toBe(0)
    expect(await found('gatan')).toBe(2)
    await store.setAreas([{ id: 'k1', name: 'Södra' }], new Int32Array([-1, 0, -1, -1]))
    expect(await found('södra')).toBe(1)
  })

  it('answers free questions over incidents and source, and only questions', async () => {
    const table = await store.ask(
      `SELECT type_id, "Adress" FROM incidents JOIN source USING (row) WHERE row = 1 -- so`,
    )
    expect(table.get(0)?.toJSON()).toEqual({ type_id: 'misshandel', Adress: 'Ågatan 1' })
    expect((await store.ask('FROM incidents', 2)).numRows).toBe(2)
    for (const statement of [
      'DROP TABLE types',
      'SELECT 1); DROP TABLE types; --',
      'DELETE FROM incident_facts RETURNING *',
    ])
      await expect(store.ask(statement)).rejects.toMatchObject({ code: 'queryFailed' })
    expect(await store.count(ALL)).toBe(4)
  })

  it('holds the areas by the order of loading, and replaces them', async () => {
    const areas = [
      { id: 'k1', name: 'Norra' },
      { id: 'k2', name: 'Östra' },
    ]
    await store.setAreas(areas, new Int32Array([1, -1, 0, 1]))
    const { rows } = await store.page({
      filter: ALL,
      sort: { column: 'area', direction: 'descending' },
      language: 'sv',
      offset: 0,
      limit: 9,
    })
    expect(rows.map(({ row, area }) => [row, area])).toEqual([
      [1, 'k2'],
      [7, 'k2'],
      [3, 'k1'],
      [2, null],
    ])
    await store.setAreas(areas.slice(0, 1), new Int32Array([0, 0, -1, -1]))
    expect((await store.counts(ALL)).byArea).toEqual(new Uint32Array([2]))
    await expect(store.setAreas(areas, new Int32Array(3))).rejects.toMatchObject({ code: 'lengthDiffers' })
  })
})

describe('local time', () => {
  it('keeps wall times over both shifts of daylight saving', async () => {
    // 02:30 does not exist on the last Sunday of March and moves to 03:30; it exists twice on the last of October.
    const walls = [
      ['2025-03-30', '01:59', '2025-03-30T01:59'],
      ['2025-03-30', '02:30', '2025-03-30T03:30'],
      ['2025-10-26', '02:30', '2025-10-26T02:30'],
      ['2025-10-26', '03:00', '2025-10-26T03:00'],
      ['1975-07-01', '12:00', '1975-07-01T12:00'],
      ['2025-12-31', '23:59', '2025-12-31T23:59'],
    ] as const
    const told = walls.map(([date, time], i) => ({ row: i + 1, date, time }))
    store = await loadedStore(connection, [{ columns: columnsOf(told), labels: LABELS, arrow: null }])
    const { rows } = await store.page({ filter: ALL, sort: BY_ROW, language: 'sv', offset: 0, limit: 10 })
    expect(rows.map(({ start }) => start)).toEqual(walls.map(([, , read]) => read))
    const columns = columnsOf([{ row: 1, date: '2025-10-26', time: '02:30' }])
    columns.fromUtcMs[0]! += 3_600_000
    store = await loadedStore(connection, [{ columns, labels: LABELS, arrow: null }])
    expect((await store.rowDetail(1))?.start).toBe('2025-10-26T02:30')
  })

  it('is the zone of the data set, not of the machine', async () => {
    const columns = columnsOf([{ row: 1, date: '2025-07-01', time: '23:00' }], 'America/Chicago')
    store = await loadedStore(connection, [{ columns, labels: LABELS, arrow: null }], 'America/Chicago')
    expect(await store.rowDetail(1)).toMatchObject({ start: '2025-07-01T23:00', hourOfWeek: 24 + 23 })
  })
})

describe('order', () => {
  const inOrder = async (
    column: ColumnKey,
    language: 'sv' | 'en' = 'sv',
    direction: Sort['direction'] = 'ascending',
  ) =>
    (await store.page({ filter: ALL, sort: { column, direction }, language, offset: 0, limit: 20 })).rows.map(
      ({ row }) => row,
    )

  it('sorts types by their names in the language, å ä ö last, no type at the end', async () => {
    const told = LABELS.map((_, type) => ({ row: type + 1, type }))
    store = await loadedStore(connection, [{ columns: columnsOf(told), labels: LABELS, arrow: null }])
    const names = (rows: number[]) => rows.map((row) => LABELS[row - 1]!.label)
    const swedish = [
      'Cykelstöld',
      'Misshandel',
      'MISSHANDEL',
      'Zoobrott',
      'Åverkan',
      'Ärekränkning',
      'Övrig stöld',
      '',
    ]
    expect(names(await inOrder('type'))).toEqual(swedish)
    expect(names(await inOrder('type', 'sv', 'descending'))).toEqual([
      'Övrig stöld',
      'Ärekränkning',
      'Åverkan',
      'Zoobrott',
      'Misshandel',
      'MISSHANDEL',
      'Cykelstöld',
      '',
    ])
    expect(names(await inOrder('type', 'en'))).toEqual([
      'Misshandel', // Assault
      'MISSHANDEL',
      'Cykelstöld', // Bicycle theft
      'Ärekränkning', // Defamation
      'Övrig stöld', // Other theft
      'Åverkan', // Tampering
      'Zoobrott',
      '',
    ])
    expect(names(await inOrder('category'))).toEqual([
      'Cykelstöld',
      'Övrig stöld',
      'Misshandel',
      'MISSHANDEL',
      'Åverkan',
      'Ärekränkning',
      'Zoobrott',
      '',
    ])
  })

  it('sorts text of the file as Swedish does and numbers as numbers, blanks last both ways', async () => {
    const texts = ['Ö', 'b', 'Ä', 'Å', 'É', 'a', null, 'z', 'e', 'A']
    const numbers = ['10', '9', '-1', '1 000', '', '2,5', '2.4', null, '0', '100']
    const rows = texts.map((_, i) => i + 1)
    const arrow = arrowOf(rows, [
      { name: 'text', cells: texts },
      { name: 'number', cells: numbers },
    ])
    store = await loadedStore(connection, [
      { columns: columnsOf(rows.map((row) => ({ row }))), labels: LABELS, arrow },
    ])
    expect((await inOrder(0)).map((row) => texts[row - 1])).toEqual([
      'a',
      'A',
      'b',
      'É',
      'e',
      'z',
      'Å',
      'Ä',
      'Ö',
      null,
    ])
    expect((await inOrder(1)).map((row) => numbers[row - 1])).toEqual([
      ...['-1', '0', '2.4', '2,5', '9', '10', '100', '1 000'],
      ...['', null],
    ])
    expect((await inOrder(1, 'sv', 'descending')).map((row) => numbers[row - 1])).toEqual([
      ...['1 000', '100', '10', '9', '2,5', '2.4', '0', '-1'],
      ...['', null],
    ])
  })
})

describe('content security policy', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('compiles no function from text', async () => {
    const told: Told[] = [{ row: 1, date: '2025-03-01', time: '22:30', type: 1, x: 1, y: 2 }, { row: 2 }]
    const arrow = arrowOf([1, 2], [{ name: 'a', cells: ['x', null] }])
    vi.stubGlobal('Function', () => {
      throw new EvalError('unsafe-eval')
    })
    store = await loadedStore(connection, [{ columns: columnsOf(told), labels: LABELS, arrow }])
    await store.setAreas([{ id: 'a', name: 'A' }], new Int32Array([0, -1]))
    const filter = { selection: null, rows: new Uint32Array([1]) }
    const page = await store.page({ filter, sort: BY_ROW, language: 'sv', offset: 0, limit: 5 })
    expect(page.rows).toMatchObject([{ row: 1, area: 'a', source: ['x'] }])
    expect((await store.counts(ALL)).noArea).toBe(1)
  })
})

describe('before and between data sets', () => {
  it('answers nothing until a data set is loaded, and then holds only the last', async () => {
    store = new IncidentStore(() => Promise.resolve(connection))
    const columns = columnsOf([{ row: 1, type: 7 }])
    await expect(store.count(ALL)).rejects.toMatchObject({ code: 'notLoaded' })
    await expect(store.append({ columns, labels: LABELS, arrow: null })).rejects.toMatchObject({
      code: 'notLoaded',
    })
    for (const rows of [[1, 2, 3], [4]]) {
      await store.begin({ timeZone: STOCKHOLM, taxonomy: TAXONOMY })
      await expect(store.count(ALL)).rejects.toMatchObject({ code: 'notLoaded' })
      await store.append({ columns: columnsOf(rows.map((row) => ({ row }))), labels: LABELS, arrow: null })
      await store.finish()
      expect(await store.count(ALL)).toBe(rows.length)
      await expect(store.append({ columns, labels: LABELS, arrow: null })).rejects.toMatchObject({
        code: 'alreadyLoaded',
      })
      await expect(store.finish()).rejects.toMatchObject({ code: 'alreadyLoaded' })
    }
    await store.begin({ timeZone: STOCKHOLM, taxonomy: TAXONOMY })
    await store.append({ columns, labels: LABELS.slice(0, 2), arrow: null })
    await expect(store.finish()).rejects.toMatchObject({ code: 'labelsMissing' })
  })

  it('loads a data set of no rows', async () => {
    store = await loadedStore(connection, [])
    expect(await store.page({ filter: ALL, sort: BY_ROW, language: 'sv', offset: 0, limit: 10 })).toEqual({
      total: 0,
      offset: 0,
      rows: [],
    })
    expect((await store.counts(ALL)).total).toBe(0)
  })

  it('drops a question that is taken back before its turn', async () => {
    const stop = new AbortController()
    const first = store.count(ALL)
    const second = store.count(ALL, 'sv', stop.signal)
    stop.abort()
    expect(await first).toBe(0)
    await expect(second).rejects.toThrow(/abort/i)
  })
})
