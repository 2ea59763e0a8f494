import { tableFromIPC } from 'apache-arrow'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Connection } from '../../src/db/connection.ts'
import { IncidentStore } from '../../src/db/incidentStore.ts'
import { arrowOf, STOCKHOLM, TAXONOMY } from './batches.ts'
import { openNodeConnection } from './nodeConnection.ts'
import { syntheticBatches } from './synthetic.ts'

let connection: Connection
beforeAll(async () => (connection = await openNodeConnection()))
afterAll(() => connection.close())

const LAYERS = [
  { number: 1, name: 'mars', from: 1, to: 301 },
  { number: 2, name: 'april', from: 301, to: 601 },
]
const NAMES = [
  ['Ärende', 'Delad', 'delad', '<b>;'],
  ['Delad', 'Ärende', 'egen "kolumn"'],
]

/** Two files with columns in common, in another order, and twice; every fifth cell is empty. */
async function twoFiles(): Promise<IncidentStore> {
  const store = new IncidentStore(() => Promise.resolve(connection))
  await store.begin({ timeZone: STOCKHOLM, taxonomy: TAXONOMY, layers: LAYERS })
  for (const [k, { from }] of LAYERS.entries())
    for (const { columns, labels } of syntheticBatches(300, {
      seed: k,
      batchRows: 170,
      sourceColumns: 0,
    })) {
      for (let i = 0; i < columns.length; i++) columns.row[i] += from - 1
      const source = NAMES[k]!.map((name, c) => ({ name, cells: cellsOf(columns.row, k, c) }))
      await store.append({ columns, labels, arrow: arrowOf(columns.row, source) })
    }
  await store.finish()
  return store
}

const cellsOf = (rows: Iterable<number>, layer: number, column: number) =>
  Array.from(rows, (row) => (row % 5 === column ? null : `${layer}:${column}:${row} åäö "x"`))

describe("a layer's cells", () => {
  it('come back as they came: names, order, empty cells, row by row', async () => {
    const store = await twoFiles()
    for (const [k, { number, from, to }] of LAYERS.entries()) {
      const ipc = await store.sourceRun(number, from, to - 1)
      const table = tableFromIPC(ipc!)
      expect(table.schema.fields.map(({ name }) => name)).toEqual(['row', ...NAMES[k]!])
      const rows = Array.from({ length: to - from }, (_, i) => from + i)
      expect(Array.from(table.getChildAt(0)!)).toEqual(rows)
      for (const c of NAMES[k]!.keys())
        expect(Array.from(table.getChildAt(c + 1)!)).toEqual(cellsOf(rows, k, c))
    }
  })

  it('can be loaded again, and then come back the same', async () => {
    const store = await twoFiles()
    const runs = await Promise.all(
      LAYERS.map(({ number, from, to }) => store.sourceRun(number, from, to - 1)),
    )
    const again = new IncidentStore(() => Promise.resolve(connection))
    await again.begin({ timeZone: STOCKHOLM, taxonomy: TAXONOMY, layers: LAYERS })
    for (const [k, { from }] of LAYERS.entries()) {
      const [batch] = [...syntheticBatches(300, { seed: k, batchRows: 300, sourceColumns: 0 })]
      for (let i = 0; i < 300; i++) batch!.columns.row[i] += from - 1
      await again.append({ ...batch!, arrow: runs[k]! })
    }
    await again.finish()
    for (const [k, { number, from, to }] of LAYERS.entries())
      expect(await again.sourceRun(number, from, to - 1)).toEqual(runs[k])
  })

  it('of a run are those of its rows; a layer without a file has none', async () => {
    const store = await twoFiles()
    const table = tableFromIPC((await store.sourceRun(2, 400, 402))!)
    expect(Array.from(table.getChildAt(0)!)).toEqual([400, 401, 402])
    expect(await store.sourceRun(3, 1, 2)).toBeNull()
  })
})
