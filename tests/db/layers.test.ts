import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Connection } from '../../src/db/connection.ts'
import type { IncidentBatch } from '../../src/db/dataset.ts'
import { SOURCE_ORDER } from '../../src/db/filter.ts'
import { IncidentStore } from '../../src/db/incidentStore.ts'
import { placeColumns } from '../../src/db/sourceColumns.ts'
import { concatColumns, INCIDENT_KINDS, KIND_CODES, type IncidentColumns } from '../../src/domain/incident.ts'
import { NO_REMOVAL, withoutRows, type RowRemoval } from '../../src/domain/rowKeys.ts'
import { EMPTY_SELECTION } from '../../src/domain/selection.ts'
import { AnalysisEngine } from '../../src/workers/engine/analysisEngine.ts'
import { arrowOf, columnsOf, LABELS, STOCKHOLM, TAXONOMY, type Told } from './batches.ts'
import { openNodeConnection } from './nodeConnection.ts'
import { syntheticBatches } from './synthetic.ts'

const SWEREF = {
  epsg: 3006,
  name: 'SWEREF 99 TM',
  proj4: '+proj=utm +zone=33 +ellps=GRS80 +units=m +no_defs',
}
const AREAS = ['väst', 'öst'].map((id) => ({ id, name: id }))

let connection: Connection
beforeAll(async () => (connection = await openNodeConnection()))
afterAll(() => connection.close())

/** A file's rows as a layer: keys from `from` on, one kind, its own columns. */
function layerBatches(
  n: number,
  from: number,
  options: { seed: number; kind: keyof typeof KIND_CODES; name: string; cost?: boolean },
): IncidentBatch[] {
  return [...syntheticBatches(n, { seed: options.seed, batchRows: 170, sourceColumns: 0 })].map(
    ({ columns, labels }) => {
      columns.kind.fill(KIND_CODES[options.kind])
      for (let i = 0; i < columns.length; i++) {
        columns.row[i] += from - 1
        if (options.cost && i % 5) columns.cost[i] = columns.row[i] * 1.25
      }
      const cells = Array.from(columns.row, (row) => `${options.name} ${row}`)
      const source = [
        { name: 'Gemensam', cells },
        { name: options.name, cells },
      ]
      return { columns, labels, arrow: arrowOf(columns.row, source) }
    },
  )
}

interface State {
  columns: IncidentColumns
  layers: { number: number; name: string; from: number; to: number }[]
}

/** Both engines after the same changes. */
class Both {
  readonly store = new IncidentStore(() => Promise.resolve(connection))
  state: State = { columns: concatColumns([]), layers: [] }

  async begin(layer: State['layers'][number], batches: IncidentBatch[]) {
    this.state = { columns: concatColumns(batches.map(({ columns }) => columns)), layers: [layer] }
    await this.store.begin({ timeZone: STOCKHOLM, taxonomy: TAXONOMY, layers: [layer] })
    await this.#fill(batches)
  }

  async change(layers: State['layers'], removal: RowRemoval, batches: IncidentBatch[]) {
    const columns = concatColumns([
      withoutRows(this.state.columns, removal),
      ...batches.map(({ columns }) => columns),
    ])
    this.state = { columns, layers }
    await this.store.reopen({ timeZone: STOCKHOLM, taxonomy: TAXONOMY, layers }, removal)
    await this.#fill(batches)
  }

  async #fill(batches: IncidentBatch[]) {
    for (const batch of batches) await this.store.append(batch)
    await this.store.finish()
    await this.store.setAreas(AREAS, this.#areaOf())
  }

  #areaOf(): Int32Array {
    return Int32Array.from(this.state.columns.x, (x) => (Number.isNaN(x) ? -1 : x < 2500 ? 0 : 1))
  }

  /** Every selection of a kind, with and without other filters, by both engines. */
  async agree() {
    const { columns } = this.state
    const engine = new AnalysisEngine({ columns, labels: LABELS, timeZone: STOCKHOLM, crs: SWEREF })
    const area = this.#areaOf()
    for (const kind of INCIDENT_KINDS)
      for (const part of [
        {},
        { types: ['cykelstöld'] },
        { hours: { dayFrom: 4, dayTo: 6, start: 18, length: 9 } },
      ]) {
        const selection = { ...EMPTY_SELECTION, kind, ...part }
        const request = { sort: SOURCE_ORDER, language: 'sv', offset: 0, limit: 10_000 } as const
        const { rows } = await this.store.page({ filter: { selection }, ...request })
        expect(rows.map(({ row }) => row)).toEqual([...engine.rows(selection)].sort((a, b) => a - b))
        for (const row of rows) {
          const i = columns.row.indexOf(row.row)
          expect(row.kind).toBe(kind)
          expect(row.cost).toBe(Number.isNaN(columns.cost[i]!) ? null : columns.cost[i])
          expect(row.area).toBe(area[i]! < 0 ? null : AREAS[area[i]!]!.id)
        }
      }
    return engine.summary
  }
}

const crimes = { number: 1, name: 'Mars', from: 1, to: 401 }
const fires = { number: 2, name: 'Bränder', from: 401, to: 601 }
const repairs = { number: 3, name: 'Skador', from: 601, to: 901 }

describe('several layers in both engines', () => {
  it('hold the same rows with two and three layers, after removal and after replacement', async () => {
    const both = new Both()
    await both.begin(crimes, layerBatches(400, 1, { seed: 1, kind: 'crime', name: 'Polisregion' }))
    expect((await both.agree()).kinds).toEqual({ crime: 400, event: 0, fire: 0, repair: 0 })

    await both.change(
      [crimes, fires],
      NO_REMOVAL,
      layerBatches(200, 401, { seed: 2, kind: 'fire', name: 'Station' }),
    )
    await both.change(
      [crimes, fires, repairs],
      NO_REMOVAL,
      layerBatches(300, 601, { seed: 3, kind: 'repair', name: 'Entreprenör', cost: true }),
    )
    expect((await both.agree()).kinds).toEqual({ crime: 400, event: 0, fire: 200, repair: 300 })
    expect((await both.store.columns()).map(({ name }) => name)).toEqual([
      ...['Gemensam', 'Polisregion', 'Station', 'Entreprenör'],
    ])

    // Away with the fires: their column goes, the repairs keep theirs.
    await both.change([crimes, repairs], { ...NO_REMOVAL, ranges: [fires] }, [])
    expect((await both.agree()).kinds).toEqual({ crime: 400, event: 0, fire: 0, repair: 300 })
    expect((await both.store.columns()).map(({ name }) => name)).toEqual([
      ...['Gemensam', 'Polisregion', 'Entreprenör'],
    ])
    const detail = await both.store.rowDetail(700)
    expect(detail?.fields).toEqual([
      { name: 'Gemensam', value: 'Entreprenör 700' },
      { name: 'Polisregion', value: null },
      { name: 'Entreprenör', value: 'Entreprenör 700' },
    ])

    // Another version of the crimes, and two repairs of which a later file says something else.
    const newer = { number: 4, name: 'Mars igen', from: 901, to: 1011 }
    const removal = { ranges: [crimes], rows: Uint32Array.of(602, 777) }
    const batches = layerBatches(110, 901, { seed: 4, kind: 'crime', name: 'Polisregion' })
    await both.change([newer, repairs], removal, batches)
    expect((await both.agree()).kinds).toEqual({ crime: 110, event: 0, fire: 0, repair: 298 })
    expect(await both.store.rowDetail(602)).toBeNull()
  })

  it('tell the layer and the row of its file in words: search, filter and export', async () => {
    const told: Told[] = [{ row: 1, date: '2025-03-01', type: 1 }]
    const first = columnsOf(told)
    const later = columnsOf([
      { ...told[0]!, row: 11 },
      { ...told[0]!, row: 12 },
    ])
    later.cost.set([1234.5, NaN])
    later.kind.fill(KIND_CODES.repair)
    const store = new IncidentStore(() => Promise.resolve(connection))
    const layers = [
      { number: 1, name: 'Brott', from: 1, to: 11 },
      { number: 2, name: '=Skador', from: 11, to: 13 },
    ]
    await store.begin({ timeZone: STOCKHOLM, taxonomy: TAXONOMY, layers })
    await store.append({ columns: first, labels: LABELS, arrow: null })
    await store.append({ columns: later, labels: LABELS, arrow: null })
    await store.finish()
    const rows = async (columns: Parameters<typeof store.count>[0]['columns']) =>
      store.count({ selection: null, columns })
    expect(await rows([{ column: 'layer', test: 'equals', text: '=skador' }])).toBe(2)
    expect(await rows([{ column: 'row', test: 'equals', text: '1' }])).toBe(2)
    expect(await rows([{ column: 'cost', test: 'between', from: 1000 }])).toBe(1)
    const chunks: string[] = []
    const columns = (['layer', 'row', 'kind', 'cost'] as const).map((column) => ({ column, heading: column }))
    for await (const chunk of store.exportCsv({
      filter: { selection: null },
      columns,
      language: 'sv',
      decimal: ',',
    }))
      chunks.push(new TextDecoder('utf-8', { ignoreBOM: true }).decode(chunk))
    expect(chunks.join('').replace('\ufeff', '').split('\r\n')).toEqual([
      'layer;row;kind;cost',
      'Brott;1;brott;',
      "'=Skador;1;reparation;1234,5",
      "'=Skador;2;reparation;",
      '',
    ])
  })
})

describe('columns of several files', () => {
  it('meet by name without case, doubles one by one, new ones after the last', () => {
    expect(placeColumns([], ['a', 'b'])).toEqual({ places: [0, 1], added: ['a', 'b'] })
    expect(placeColumns(['Datum', 'Typ', 'typ'], ['TYP', 'kostnad', 'typ', 'typ'])).toEqual({
      places: [1, 3, 2, 4],
      added: ['kostnad', 'typ'],
    })
  })
})
