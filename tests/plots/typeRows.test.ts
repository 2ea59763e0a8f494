import { describe, expect, it } from 'vitest'
import { barScale, topCount, typeGroups, type TypeRow } from '../../src/plots/typeRows.ts'

const row = (id: string, now: number, more: Partial<TypeRow> = {}): TypeRow => ({
  id,
  name: id,
  categoryColour: 1,
  now,
  before: null,
  change: null,
  moreThanChance: null,
  tooFew: false,
  selected: false,
  ...more,
})
const rows = [
  row('a', 5, { category: 'X' }),
  row('b', 30, { category: 'Y', before: 40 }),
  row('c', 12, { category: 'X' }),
  row('d', 20, { category: 'X', selected: true }),
  row('e', 12, { category: 'Y', before: 3 }),
]
const ids = (limit: number | null, grouped = false) =>
  typeGroups(rows, limit, grouped).map((group) => [group.category, group.rows.map((r) => r.id).join('')])

describe('typeGroups', () => {
  it('sorts by count, then by the count before', () => {
    expect(ids(null)).toEqual([[null, 'bdeca']])
  })
  it('keeps to the limit, with what is selected in it', () => {
    expect(ids(1)).toEqual([[null, 'd']])
    expect(ids(2)).toEqual([[null, 'bd']])
    expect(ids(3)).toEqual([[null, 'bde']])
  })
  it('groups by category in order of the whole sum', () => {
    expect(ids(null, true)).toEqual([
      ['Y', 'be'],
      ['X', 'dca'],
    ])
  })
  it('keeps a given order, with what is selected past the limit in place of the last', () => {
    const given = typeGroups(rows, 2, false, 'given').map((group) => group.rows.map((r) => r.id).join(''))
    expect(given).toEqual(['ad'])
  })
  it('has nothing for no rows', () => {
    expect(typeGroups([], 8, false)).toEqual([])
  })
})

describe('barScale', () => {
  it('gives two lists one scale', () => {
    const scale = barScale(topCount([...rows, row('e', 80)]))
    expect(scale(40)).toBe(0.5)
    expect(scale(80)).toBe(1)
  })
  it('spans both periods', () => {
    const scale = barScale(topCount(rows))
    expect(scale(40)).toBe(1)
    expect(scale(10)).toBe(0.25)
    expect(barScale(topCount([row('z', 0)]))(0)).toBe(0)
  })
})
