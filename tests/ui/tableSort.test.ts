import { describe, expect, it } from 'vitest'
import { nextSort, sortRows, textOf, type Column } from '../../src/ui/tableSort.ts'

interface Row {
  name: string
  n: number | null
}
const rows: Row[] = [
  { name: 'Ö', n: 2 },
  { name: 'A', n: null },
  { name: 'Z', n: 10 },
  { name: 'Å', n: 2 },
]
const columns: Column<Row>[] = [
  { key: 'name', label: 'Namn' },
  { key: 'n', label: 'Antal' },
  { key: 'length', label: 'Längd', sortValue: (row) => -row.name.charCodeAt(0) },
]
const swedish = new Intl.Collator('sv').compare
const names = (key: string, direction: 'ascending' | 'descending') =>
  sortRows(rows, columns, { key, direction }, swedish)
    .map((row) => row.name)
    .join('')

describe('sortRows', () => {
  it('sorts text as the language does', () => {
    expect(names('name', 'ascending')).toBe('AZÅÖ')
    expect(names('name', 'descending')).toBe('ÖÅZA')
  })
  it('sorts numbers as numbers, keeps ties and puts the missing last', () => {
    expect(names('n', 'ascending')).toBe('ÖÅZA')
    expect(names('n', 'descending')).toBe('ZÖÅA')
  })
  it('sorts by a value of its own', () => {
    expect(names('length', 'descending')).toBe('AZÅÖ')
  })
  it('leaves the order alone without a sort', () => {
    expect(sortRows(rows, columns, null, swedish)).toBe(rows)
    expect(sortRows(rows, columns, { key: 'gone', direction: 'ascending' }, swedish)).toBe(rows)
  })
})

describe('nextSort', () => {
  it('turns and then lifts the sort', () => {
    const first = nextSort(null, 'n', true)
    expect(first).toEqual({ key: 'n', direction: 'descending' })
    const second = nextSort(first, 'n', true)
    expect(second).toEqual({ key: 'n', direction: 'ascending' })
    expect(nextSort(second, 'n', true)).toBeNull()
    expect(nextSort(second, 'name', false)).toEqual({ key: 'name', direction: 'ascending' })
  })
})

describe('textOf', () => {
  it('writes a dash for what is missing', () => {
    expect(textOf(rows[1], columns[1])).toBe('–')
    expect(textOf(rows[0], { ...columns[1], format: (value) => `${value} st` })).toBe('2 st')
  })
})
