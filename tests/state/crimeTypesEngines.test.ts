import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Connection } from '../../src/db/connection.ts'
import type { IncidentStore } from '../../src/db/incidentStore.ts'
import { concatColumns, KIND_CODES, type IncidentColumns } from '../../src/domain/incident.ts'
import { EMPTY_SELECTION, type Selection } from '../../src/domain/selection.ts'
import type { TypeLabel } from '../../src/domain/taxonomy.ts'
import { AnalysisEngine } from '../../src/workers/engine/analysisEngine.ts'
import { groupId } from '../../src/workers/engine/typeGroups.ts'
import { LABELS, STOCKHOLM, TAXONOMY } from '../db/batches.ts'
import { loadedStore } from '../db/loaded.ts'
import { openNodeConnection } from '../db/nodeConnection.ts'
import { syntheticBatches } from '../db/synthetic.ts'

const SWEREF = {
  epsg: 3006,
  name: 'SWEREF 99 TM',
  proj4: '+proj=utm +zone=33 +ellps=GRS80 +units=m +no_defs',
}
/** The database's engine is compiled first, which a busy machine takes its time for. */
const BOOT_MS = 120_000
const TYPES = [null, ...TAXONOMY.categories.flatMap(({ types }) => types.map(({ id }) => id))]

let connection: Connection
let store: IncidentStore
let columns: IncidentColumns
let engine: AnalysisEngine
const fresh = (labels: TypeLabel[]) =>
  new AnalysisEngine({ columns, labels, timeZone: STOCKHOLM, crs: SWEREF })

beforeAll(async () => {
  connection = await openNodeConnection()
  const batches = [...syntheticBatches(3000, { seed: 11, batchRows: 1300, sourceColumns: 1 })]
  columns = concatColumns(batches.map((batch) => batch.columns))
  store = await loadedStore(connection, batches)
  engine = fresh(LABELS)
}, BOOT_MS)
afterAll(() => connection.close())

/** Counts by type of a plain pass over the rows. */
function counted(labels: readonly TypeLabel[], { kind, types }: Selection): Map<string, number> {
  const counts = new Map<string, number>()
  for (let i = 0; i < columns.length; i++) {
    if (columns.kind[i] !== KIND_CODES[kind]) continue
    const id = groupId(labels[columns.type[i]]!)
    if (types.length === 0 || types.includes(id)) counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  return counts
}

const classed = fc
  .tuple(...LABELS.map(() => fc.constantFrom(...TYPES)))
  .map((types) => LABELS.map(({ label }, i) => ({ label, typeId: label === '' ? null : types[i]! })))

describe('classing anew what is loaded', () => {
  it('leaves both engines with the counts of the same rows loaded under the new types', async () => {
    await fc.assert(
      fc.asyncProperty(
        classed,
        fc.constantFrom('crime' as const, 'event' as const),
        fc.nat(),
        async (labels, kind, pick) => {
          const summary = engine.relabel({ labels, sensitive: [] })
          await store.relabel(labels, TAXONOMY)
          const all: Selection = { ...EMPTY_SELECTION, kind }
          const ids = [...counted(labels, all).keys()]
          const selection = { ...all, types: [ids[pick % ids.length]!] }
          const expected = counted(labels, selection)

          const loaded = fresh(labels)
          expect(summary).toEqual(loaded.summary)
          for (const of of [all, selection]) expect(engine.counts(of)).toEqual(loaded.counts(of))
          const n = [...expected.values()].reduce((sum, count) => sum + count, 0)
          expect(engine.counts(selection).total.now).toBe(n)
          expect(await store.count({ selection })).toBe(n)
          expect(engine.rows(selection).length).toBe(n)
          const byGroup = summary.groups.map(({ id, kinds }) => [id, kinds[kind]] as const)
          expect(new Map(byGroup.filter(([, count]) => count > 0))).toEqual(counted(labels, all))
        },
      ),
      { numRuns: 40 },
    )
  })

  it('keeps every total, whatever the types', async () => {
    await fc.assert(
      fc.asyncProperty(classed, async (labels) => {
        const before = engine.counts(EMPTY_SELECTION)
        engine.relabel({ labels, sensitive: [] })
        await store.relabel(labels, TAXONOMY)
        const after = engine.counts(EMPTY_SELECTION)
        expect([after.total, after.week, after.months, after.areas]).toEqual([
          before.total,
          before.week,
          before.months,
          before.areas,
        ])
        expect(await store.count({ selection: EMPTY_SELECTION })).toBe(after.total.now)
      }),
      { numRuns: 15 },
    )
  })

  it('gives the table the new names, and its order by type', async () => {
    const labels = LABELS.map((one) => (one.label === 'Zoobrott' ? { ...one, typeId: 'cykelstöld' } : one))
    await store.relabel(LABELS, TAXONOMY)
    const names = async () => {
      const table = await store.ask(`SELECT DISTINCT type_id, label FROM incidents WHERE label = 'Zoobrott'`)
      return table.toArray().map((row) => row.type_id as string | null)
    }
    expect(await names()).toEqual([null])
    await store.relabel(labels, TAXONOMY)
    expect(await names()).toEqual(['cykelstöld'])
    const { rows } = await store.page({
      filter: { selection: { ...EMPTY_SELECTION, types: ['cykelstöld'] } },
      sort: { column: 'type', direction: 'ascending' },
      language: 'sv',
      offset: 0,
      limit: 3000,
    })
    expect(new Set(rows.map(({ type }) => labels[type]!.label))).toEqual(new Set(['Cykelstöld', 'Zoobrott']))
  })

  it('refuses labels that are not the data set’s, and stays as it was', async () => {
    const few = LABELS.slice(0, 3)
    expect(() => engine.relabel({ labels: few, sensitive: [] })).toThrow(RangeError)
    await expect(store.relabel(few, TAXONOMY)).rejects.toMatchObject({ code: 'lengthDiffers' })
    expect(await store.count({ selection: EMPTY_SELECTION })).toBe(engine.counts(EMPTY_SELECTION).total.now)
  })
})
