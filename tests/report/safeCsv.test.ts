import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { csvBlob } from '../../src/db/csvExport.ts'
import type { Connection } from '../../src/db/connection.ts'
import { spreadsheetCell } from '../../src/domain/spreadsheetCell.ts'
import { ingest as sv } from '../../src/i18n/sv/ingest.ts'
import { csv } from '../../src/ingest/csv.ts'
import { rejectedCsv, type SourceFile } from '../../src/ingest/index.ts'
import { csvOf } from '../../src/report/csv.ts'
import { arrowOf, columnsOf, LABELS } from '../db/batches.ts'
import { loadedStore } from '../db/loaded.ts'
import { openNodeConnection } from '../db/nodeConnection.ts'
import { file } from '../ingest/files.ts'

/** What a spreadsheet would run, what looks like it, separators, quotes and line breaks, in any order. */
const cell = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '=',
        '+',
        '-',
        '@',
        '\t',
        ';',
        ',',
        '"',
        "'",
        '\n',
        '\r\n',
        ' ',
        '＝',
        '|',
        '<b>',
        '=cmd|',
      ),
      fc.constantFrom('a', 'å', '1', '46', '5,5', '🚲', '#N/A', 'HYPERLINK("x";"y")'),
    ),
    { maxLength: 5 },
  )
  .map((parts) => parts.join(''))
const rows = fc.array(fc.tuple(cell, cell, fc.constant('x')), { minLength: 1, maxLength: 6 })

/** The cells of a file of ours as our own reader finds them; the header is the first row. */
async function readBack(text: string | Uint8Array): Promise<string[][]> {
  const source: SourceFile = file(text)
  const description = await csv.describe(source, { delimiter: ';', headerRow: 1 })
  expect(description.csv).toMatchObject({ encoding: 'utf-8', bom: 3, delimiter: ';' })
  const read: string[][] = [description.columns]
  for await (const chunk of csv.read(source, description, () => undefined)) {
    expect(chunk.broken).toEqual([])
    read.push(...chunk.rows)
  }
  return read.filter((cells) => cells.length > 1)
}

describe('what we write and a spreadsheet opens', () => {
  it('tables: runs nothing and reads back cell by cell', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (table) => {
        const text = csvOf(['a', 'b', 'c'], table, [], ',')
        const read = await readBack(text)
        expect(read).toEqual([['a', 'b', 'c'], ...table.map((cells) => cells.map(spreadsheetCell))])
      }),
      { numRuns: 300 },
    )
  })

  it('rejected rows: run nothing and read back cell by cell', async () => {
    const words = { ...sv.rejectedFile, reasons: sv.rejected }
    await fc.assert(
      fc.asyncProperty(rows, async (table) => {
        const rejected = table.map((cells, i) => ({
          row: i + 1,
          reason: 'emptyRow' as const,
          column: null,
          value: null,
          cells: [...cells],
        }))
        const read = await readBack(rejectedCsv(rejected, ['a', 'b', 'c'], words))
        expect(read[0]).toEqual(['Rad', 'Orsak', 'a', 'b', 'c'])
        read.slice(1).forEach((cells, i) => expect(cells.slice(2)).toEqual(table[i]!.map(spreadsheetCell)))
        expect(read.length).toBe(table.length + 1)
      }),
      { numRuns: 300 },
    )
  })

  describe('the table of incidents', () => {
    let connection: Connection
    beforeAll(async () => {
      connection = await openNodeConnection()
    })
    afterAll(() => connection.close())

    it('runs nothing and reads back cell by cell', async () => {
      const table = fc.sample(fc.tuple(cell, cell, fc.constant('x')), { numRuns: 400, seed: 1 })
      const keys = table.map((_, i) => i + 1)
      const columns = ['a', 'b', 'c'].map((name, k) => ({ name, cells: table.map((cells) => cells[k]!) }))
      const store = await loadedStore(connection, [
        { columns: columnsOf(keys.map((row) => ({ row }))), labels: LABELS, arrow: arrowOf(keys, columns) },
      ])
      const chunks = store.exportCsv({
        filter: { selection: null },
        columns: [0, 1, 2].map((column) => ({ column, heading: '=abc'[column]! + column })),
        language: 'sv',
        decimal: ',',
      })
      const bytes = new Uint8Array(await (await csvBlob(chunks)).arrayBuffer())
      const [header, ...read] = await readBack(bytes)
      expect(header).toEqual(["'=0", 'a1', 'b2'])
      expect(read).toEqual(table.map((cells) => cells.map(spreadsheetCell)))
    })
  })
})
