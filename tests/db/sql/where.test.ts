import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Connection } from '../../../src/db/connection.ts'
import type { IncidentFilter } from '../../../src/db/filter.ts'
import { count } from '../../../src/db/sql/listing.ts'
import { sql, type Sql } from '../../../src/db/sql/sql.ts'
import { where, type FilterContext } from '../../../src/db/sql/where.ts'
import { EMPTY_SELECTION, type Selection } from '../../../src/domain/selection.ts'
import { arrowOf, columnsOf, LABELS } from '../batches.ts'
import { loadedStore } from '../loaded.ts'
import { openNodeConnection } from '../nodeConnection.ts'

const CONTEXT: FilterContext = {
  typeIndices: (types) => types.map(Number),
  areaIndices: (ids) => ids.map(Number),
  sourceColumns: 2,
  language: 'sv',
}

let connection: Connection
beforeAll(async () => {
  connection = await openNodeConnection()
  const cells = [
    { name: 'a', cells: ['x'] },
    { name: 'b', cells: ['12'] },
  ]
  const told = [{ row: 1, date: '2025-03-01', time: '22:30', type: 1, x: 1, y: 2 }]
  await loadedStore(connection, [{ columns: columnsOf(told), labels: LABELS, arrow: arrowOf([1], cells) }])
})
afterAll(() => connection.close())

/** The engine itself reads the statement, with its parameters. */
async function binds(condition: Sql): Promise<void> {
  const plan = await connection.query(sql`EXPLAIN ${count(condition)}`)
  expect(plan.numRows).toBe(1)
}

const selection = (clauses: Partial<Selection>): IncidentFilter => ({
  selection: { ...EMPTY_SELECTION, ...clauses },
})

describe('where', () => {
  it.each<[string, IncidentFilter, string, unknown[]]>([
    ['nothing', { selection: null }, 'true', []],
    ['the kind', selection({ kind: 'event' }), 'i.kind = ?', [1]],
    [
      'a half-open period',
      selection({ period: { from: 20148, to: 20179 } }),
      `i.kind = ? AND i.day >= DATE '1970-01-01' + ?::INTEGER AND i.day < DATE '1970-01-01' + ?::INTEGER`,
      [0, 20148, 20179],
    ],
    [
      'types',
      selection({ types: ['1', '7'] }),
      `i.kind = ? AND i.type IN (SELECT unnest(string_split(?, ',')::USMALLINT[]))`,
      [0, '1,7'],
    ],
    [
      'Sunday night into Monday morning',
      selection({ hours: { dayFrom: 6, dayTo: 6, start: 16, length: 4 } }),
      `i.kind = ? AND i.hour_of_week IN (SELECT unnest(string_split(?, ',')::UTINYINT[]))`,
      [0, '0,1,166,167'],
    ],
    [
      'areas',
      selection({ place: { kind: 'areas', ids: ['4'] } }),
      `i.kind = ? AND i.area IN (SELECT unnest(string_split(?, ',')::USMALLINT[]))`,
      [0, '4'],
    ],
    ['no known area', selection({ place: { kind: 'areas', ids: [] } }), 'i.kind = ? AND false', [0]],
    [
      'an outline',
      { ...selection({ place: { kind: 'outline', label: '1', polygon: [] } }), rows: new Uint32Array([1]) },
      'i.kind = ? AND i.row IN (SELECT row FROM picked)',
      [0],
    ],
    [
      'a search',
      { selection: null, search: " Å'gatan " },
      `contains(lower(concat_ws(chr(31), nullif(trim(s."c0"), ''), nullif(trim(s."c1"), ''), t.name_sv, a.name)), lower(?))`,
      ["Å'gatan"],
    ],
    [
      'a column that contains',
      { selection: null, columns: [{ column: 1, test: 'contains', text: '%' }] },
      `contains(lower(nullif(trim(s."c1"), '')), lower(?))`,
      ['%'],
    ],
    [
      'a column between',
      { selection: null, columns: [{ column: 'x', test: 'between', from: 1, to: 2 }] },
      'i.x >= ?::DOUBLE AND i.x <= ?::DOUBLE',
      [1, 2],
    ],
    [
      'a missing value',
      { selection: null, columns: [{ column: 'type', test: 'missing' }] },
      't.name_sv IS NULL',
      [],
    ],
  ])('filters by %s', async (_, filter, text, params) => {
    const condition = where(filter, CONTEXT)
    expect(condition.text).toBe(text)
    expect(condition.params).toEqual(params)
    await binds(condition)
  })

  it('leaves hours by another method than the start to the analysis worker', () => {
    const hours = { dayFrom: 0, dayTo: 1, start: 3, length: 2 }
    for (const timeMethod of ['midpoint', 'aoristic'] as const)
      expect(() => where(selection({ hours, timeMethod }), CONTEXT)).toThrow(
        expect.objectContaining({ code: 'rowsMissing' }),
      )
    expect(where(selection({ timeMethod: 'aoristic' }), CONTEXT).text).toBe('i.kind = ?')
  })

  it('asks for the rows of an outline', () => {
    const filter = selection({ place: { kind: 'outline', label: 'Busstorget', polygon: [] } })
    expect(() => where(filter, CONTEXT)).toThrow(expect.objectContaining({ code: 'rowsMissing' }))
  })
})
