import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { joinKeys, type KeyedArea } from '../../../src/ingest/areas/joinKeys.ts'
import { joinTable, type TableJoin } from '../../../src/ingest/areas/joinTable.ts'
import { proposeTableMapping } from '../../../src/ingest/areas/proposeTableMapping.ts'
import { suggestTies } from '../../../src/ingest/areas/suggestTies.ts'
import { shapeTable } from '../../../src/ingest/areas/tableShape.ts'

const key = fc.oneof(
  fc.constantFrom('0180', '180', '0180 Stockholm', 'Stockholm', 'stockholm ', 'S:t Lars', 'Sankt Lars', '__proto__', 'Malmo', 'Malmö', 'Riket', ''), // prettier-ignore
  fc.string({ maxLength: 6 }),
)
const areas = fc
  .uniqueArray(
    fc.record({ id: fc.constantFrom('0180', '1280', 'L', 'a', '__proto__', '1', '01'), name: key }),
    {
      selector: ({ id }) => id,
      minLength: 1,
    },
  )
  .map((list): KeyedArea[] => list.map(({ id, name }) => ({ id, name: name || id })))
const rows = fc.array(fc.tuple(key, fc.constantFrom('2023', '2024'), fc.constantFrom('1', '2', '..', '–', 'x1', '3,5')), { minLength: 1, maxLength: 30 }) // prettier-ignore

const tableOf = (body: readonly (readonly string[])[]) =>
  shapeTable({
    file: 'a.csv',
    sheets: [],
    sheet: null,
    records: [['område', 'år', 'antal'], ...body.map((row) => [...row])],
    decimalComma: true,
  })

const join = (body: readonly (readonly string[])[], list: readonly KeyedArea[]): TableJoin | null => {
  const table = tableOf(body)
  const mapping = proposeTableMapping(table, list)
  return (
    mapping &&
    joinTable(table, { ...mapping, key: 0, yearColumn: 1, breakdowns: [] }, list, { id: 't', areaSet: 's' })
  )
}

const figures = (result: TableJoin | null) =>
  (result?.table.statistics ?? [])
    .flatMap(({ name, values }) => values.map((value) => JSON.stringify([name, value])))
    .sort()

describe('the join', () => {
  it('does not depend on the order of the rows', () => {
    fc.assert(
      fc.property(rows, areas, fc.infiniteStream(fc.nat()), (body, list, order) => {
        const keys = [...order.take(body.length)]
        const shuffled = body.map((row, i) => [keys[i]!, i, row] as const).sort((a, b) => a[0] - b[0] || b[1] - a[1]).map(([, , row]) => row) // prettier-ignore
        const [one, other] = [join(body, list), join(shuffled, list)]
        if (!one || !other) return
        expect(figures(other)).toEqual(figures(one))
        expect(other.table.matchedRows).toBe(one.table.matchedRows)
        expect(new Set(other.table.areasWithout)).toEqual(new Set(one.table.areasWithout))
        expect(new Set(other.table.unmatched.map((entry) => entry.key))).toEqual(
          new Set(one.table.unmatched.map((entry) => entry.key)),
        )
      }),
      { numRuns: 300 },
    )
  })

  it('parts rows and areas both ways: each row is matched, unmatched or without a key; each area has a figure or has none', () => {
    fc.assert(
      fc.property(rows, areas, (body, list) => {
        const result = join(body, list)
        if (!result) return
        const { table, notes } = result
        const unmatched = table.unmatched.reduce((sum, entry) => sum + entry.rows, 0)
        const keyless = notes.find(({ code }) => code === 'noKey')?.count ?? 0
        expect(table.matchedRows + unmatched + keyless).toBe(table.rows)
        const covered = new Set(table.statistics.flatMap(({ values }) => values.map(({ area }) => area)))
        expect(table.areasWithout.filter((id) => covered.has(id))).toEqual([])
        expect(new Set([...covered, ...table.areasWithout])).toEqual(new Set(list.map(({ id }) => id)))
      }),
      { numRuns: 300 },
    )
  })

  it('gives a key to one area or to none; suggestions are of free areas, one a key and one an area', () => {
    fc.assert(
      fc.property(fc.uniqueArray(key, { maxLength: 20 }), areas, (keys, list) => {
        const { matches, ambiguous, unmatched } = joinKeys(keys, list)
        for (const written of keys.filter((text) => text.trim() !== ''))
          expect(
            [matches.has(written), ambiguous.has(written), unmatched.has(written)].filter(Boolean),
          ).toHaveLength(1)
        const met = new Set([...matches.values()].map((i) => list[i]!.id))
        const free = new Set(list.map(({ id }) => id).filter((id) => !met.has(id)))
        const ties = suggestTies(unmatched, list, free)
        expect(new Set(ties.map((tie) => tie.key)).size).toBe(ties.length)
        expect(new Set(ties.map((tie) => tie.area)).size).toBe(ties.length)
        for (const tie of ties) expect(free.has(tie.area) && unmatched.has(tie.key)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})

describe('near matches', () => {
  const list: KeyedArea[] = [
    { id: '0180', name: 'Stockholm' },
    { id: '1280', name: 'Malmö' },
    { id: '9', name: 'Sankt Lars' },
    { id: '10', name: 'Upplands Väsby' },
    { id: '11', name: 'Norra Hamnen' },
  ]
  const all = new Set(list.map(({ id }) => id))
  it.each([
    ['180', '0180', 'leadingZero'],
    ['Malmo', '1280', 'letters'],
    ['S:t Lars', '9', 'abbreviation'],
    ['N. Hamnen', '11', 'abbreviation'],
    ['Stockholms stad', '0180', 'suffix'],
    ['Malmö kommun', '1280', 'suffix'],
    ['Uplands Väsby', '10', 'spelling'],
  ])('%s', (written, area, reason) => {
    expect(suggestTies([written], list, all)).toMatchObject([{ key: written, area, reason }])
  })

  it('are none where two keys come as near, where the area has its figures, or where nothing is near', () => {
    expect(suggestTies(['Malmo', 'MALMO'], list, all)).toEqual([])
    expect(suggestTies(['Malmo'], list, new Set(['0180']))).toEqual([])
    expect(suggestTies(['Göteborg', '19', 'Riket'], list, all)).toEqual([])
  })
})
