import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitRows } from '../../src/ingest/csvRows.ts'

const DIALECT = { delimiter: ';', quote: '"', newline: '\n' } as const

/** RFC 4180 in its plainest form. */
function written(rows: readonly (readonly string[])[], quoteAll: boolean): string {
  const quoted = (cell: string) => (quoteAll || /[;"\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell)
  return rows.map((cells) => `${cells.map(quoted).join(';')}\n`).join('')
}

describe('splitRows', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'å', ';', '"', '\n', ' ', '1'), maxLength: 8 })
  const table = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 12 })

  it('gives back any table, wherever chunks cut it', () => {
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 40 }), (rows, size) => {
        const text = written(rows, true)
        const read: string[][] = []
        let rest = ''
        for (let at = 0; at < text.length; at += size) {
          const split = splitRows(rest + text.slice(at, at + size), DIALECT, 3, at + size >= text.length)
          expect(split.broken).toEqual([])
          read.push(...split.rows)
          rest = split.rest
        }
        expect(read.filter((cells) => cells.length === 3)).toEqual(rows)
        expect(rest).toBe('')
      }),
      { numRuns: 500 },
    )
  })

  it('does not care where its windows end', () => {
    const rows = Array.from({ length: 9000 }, (_, i) => [
      `rad ${i}`,
      i % 7 === 0 ? `a;"b"\n${i}` : `c${i}`,
      '',
    ])
    const split = splitRows(written(rows, false), DIALECT, 3, true)
    expect(split.rows.filter((cells) => cells.length === 3)).toEqual(rows)
    expect(split.broken).toEqual([])
  })

  it('keeps the row that is not yet complete', () => {
    expect(splitRows('a;b;c\n"d;e\nf', DIALECT, 3, false)).toEqual({
      rows: [['a', 'b', 'c']],
      broken: [],
      rest: '"d;e\nf',
    })
    expect(splitRows('a;b;c\nd;e', DIALECT, 3, false)).toMatchObject({ rest: 'd;e' })
    expect(splitRows('a;b;c\nd;e;f', DIALECT, 3, true).rows).toEqual([
      ['a', 'b', 'c'],
      ['d', 'e', 'f'],
    ])
  })

  it('reads a quote inside a cell as it stands', () => {
    expect(splitRows('6" rör;b;c\n', DIALECT, 3, false).rows).toEqual([['6" rör', 'b', 'c']])
  })

  it('copes with the line ends of Windows', () => {
    expect(splitRows('a;"b";"c"\r\nd;e;f\r\n', DIALECT, 3, false).rows).toEqual([
      ['a', 'b', 'c'],
      ['d', 'e', 'f'],
    ])
  })
})
