import Papa from 'papaparse'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Connection } from '../../src/db/connection.ts'
import { csvBlob, type CsvOptions } from '../../src/db/csvExport.ts'
import type { IncidentStore } from '../../src/db/incidentStore.ts'
import { arrowOf, columnsOf, LABELS } from './batches.ts'
import { loadedStore } from './loaded.ts'
import { openNodeConnection } from './nodeConnection.ts'
import { syntheticBatches } from './synthetic.ts'

/** Cells as they stood, and as they must stand in the file before quoting. */
const CELLS: [string | null, string][] = [
  ['=1+1', `'=1+1`],
  ['+46 70 123 45 67', '+46 70 123 45 67'],
  ['+cmd|calc', `'+cmd|calc`],
  ['-12,5', '-12,5'],
  ['-1+2', `'-1+2`],
  ['@SUM(A1)', `'@SUM(A1)`],
  ['  =HYPERLINK("http://x";"y")', `'  =HYPERLINK("http://x";"y")`],
  ['\t=1', `'\t=1`],
  ['\r=1', `'\r=1`],
  ['＝1+1', `'＝1+1`],
  ['a;b "c"\nd', 'a;b "c"\nd'],
  ['a\r\n=1', 'a\r\n=1'],
  ['Ågatan 7', 'Ågatan 7'],
  ['(a);=1', '(a);=1'],
  ['', ''],
  [null, ''],
]

let connection: Connection
let store: IncidentStore
beforeAll(async () => {
  connection = await openNodeConnection()
})
afterAll(() => connection.close())

async function exported(options: Partial<CsvOptions>): Promise<string> {
  const chunks = store.exportCsv({
    filter: { selection: null },
    columns: [{ column: 0, heading: 'Cell' }],
    language: 'sv',
    decimal: ',',
    ...options,
  })
  const bytes = await (await csvBlob(chunks)).arrayBuffer()
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
}

describe('exportCsv', () => {
  beforeAll(async () => {
    const rows = CELLS.map((_, i) => i + 1)
    const told = rows.map((row) =>
      row === 1 ? { row, date: '2025-03-01', time: '22:30', type: 2, x: 674032.1266, y: -2.25 } : { row },
    )
    const arrow = arrowOf(rows, [{ name: 'Cell', cells: CELLS.map(([cell]) => cell) }])
    store = await loadedStore(connection, [{ columns: columnsOf(told), labels: LABELS, arrow }])
  })

  it('writes cells that no spreadsheet takes for a formula, and that read back', async () => {
    const text = await exported({
      columns: [
        { column: 'row', heading: 'Rad' },
        { column: 0, heading: 'Cell' },
      ],
    })
    expect(text.charCodeAt(0)).toBe(0xfeff)
    const { data } = Papa.parse<string[]>(text.slice(1), { delimiter: ';', newline: '\r\n' })
    expect(data).toEqual([['Rad', 'Cell'], ...CELLS.map(([, cell], i) => [String(i + 1), cell]), ['']])
  })

  it('guards and quotes the headings', async () => {
    const text = await exported({ columns: [{ column: 'row', heading: '=1;"a"' }] })
    expect(text.split('\r\n')[0]).toBe(`\ufeff"'=1;""a"""`)
  })

  it('writes fields of its own in the language and with the decimal sign', async () => {
    const columns = (['day', 'start', 'type', 'category', 'kind', 'x', 'y', 'lon', 'area'] as const).map(
      (column) => ({
        column,
        heading: column,
      }),
    )
    const first = async (options: Partial<CsvOptions>) =>
      (await exported({ columns, ...options })).split('\r\n')[1]
    expect(await first({})).toBe(
      '2025-03-01;2025-03-01 22:30;Cykelstöld;Stöld;brott;674032,13;-2,25;18,674032;',
    )
    expect(await first({ language: 'en', decimal: '.' })).toBe(
      '2025-03-01;2025-03-01 22:30;Bicycle theft;Theft;crime;674032.13;-2.25;18.674032;',
    )
  })

  it('writes what the filter leaves, in the order asked for', async () => {
    const filter = { selection: null, columns: [{ column: 'row', test: 'between', from: 2, to: 4 }] } as const
    const columns = [{ column: 'row', heading: 'Rad' }] as const
    expect(await exported({ filter, columns })).toBe('\ufeffRad\r\n2\r\n3\r\n4\r\n')
    const sort = { column: 'row', direction: 'descending' } as const
    expect(await exported({ filter, columns, sort })).toBe('\ufeffRad\r\n4\r\n3\r\n2\r\n')
  })

  it('comes in chunks, tells how far it is and can be stopped between them', async () => {
    const n = 45_000
    store = await loadedStore(connection, syntheticBatches(n, { seed: 3, batchRows: n, sourceColumns: 1 }))
    const columns = [{ column: 'row', heading: 'Rad' }] as const
    const progress: number[] = []
    const text = await exported({ columns, onProgress: (done, total) => progress.push(done / total) })
    expect(text).toBe(`\ufeff${['Rad', ...Array.from({ length: n }, (_, i) => i + 1), ''].join('\r\n')}`)
    expect(progress).toEqual([20_000 / n, 40_000 / n, 1])
    const stop = new AbortController()
    await expect(exported({ columns, signal: stop.signal, onProgress: () => stop.abort() })).rejects.toThrow(
      /abort/i,
    )
  })
})
