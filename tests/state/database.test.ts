import { beforeEach, describe, expect, it } from 'vitest'
import type { Area } from '../../src/domain/area.ts'
import { allocateColumns } from '../../src/domain/incident.ts'
import { EMPTY_SELECTION, type Selection } from '../../src/domain/selection.ts'
import { DatabaseBoot } from '../../src/db/databaseBoot.ts'
import type { IncidentBatch, SourceColumn } from '../../src/db/dataset.ts'
import type { IncidentStore } from '../../src/db/incidentStore.ts'
import { DatabaseState } from '../../src/state/database.svelte.ts'
import type { AnalysisClient } from '../../src/workers/analysisClient.ts'

const settle = () => new Promise<void>((resolve) => setTimeout(resolve))
const INFO = { timeZone: 'Europe/Stockholm', taxonomy: { version: '0', categories: [] } }
const batch = (length: number): IncidentBatch => ({
  columns: allocateColumns(length),
  labels: [],
  arrow: null,
})
const column = (name: string): SourceColumn => ({ index: 0, name, type: 'text' })

/** A store that writes down what it is asked and answers when it is let. */
class Store {
  asked: string[] = []
  waiting: (() => void)[] = []
  held = false
  failing = ''

  let(): Promise<void> {
    this.waiting.shift()?.()
    return settle()
  }

  begin = () => this.#do('begin', undefined)
  append = ({ columns }: IncidentBatch) => this.#do(`append ${columns.length}`, undefined)
  finish = () => this.#do('finish', undefined)
  columns = () => this.#do('columns', [column(`of question ${this.asked.length}`)])
  setAreas = (areas: readonly Area[]) => this.#do(`areas ${areas.length}`, undefined)

  #do<T>(what: string, answer: T): Promise<T> {
    this.asked.push(what)
    return new Promise((resolve, reject) => {
      const go = () => (what === this.failing ? reject(new Error(what)) : resolve(answer))
      if (this.held) this.waiting.push(go)
      else go()
    })
  }
}

let store: Store
let rowsAsked: Selection[]
let database: DatabaseState

beforeEach(() => {
  store = new Store()
  rowsAsked = []
  const worker = {
    start: (_: string, { selection }: { selection: Selection }) => {
      rowsAsked.push(selection)
      return { result: Promise.resolve({ rows: Uint32Array.of(3, 7) }), cancel: () => {} }
    },
  }
  const boot = new DatabaseBoot(() => Promise.reject(new Error('no engine here')))
  database = new DatabaseState(boot, store as unknown as IncidentStore, worker as unknown as AnalysisClient)
})

describe('filling the database', () => {
  it('hands over batch by batch and lets each go', async () => {
    const batches = [batch(2), batch(3)]
    database.fill(INFO, batches)
    expect(database.filled).toBe(false)
    await settle()
    expect(store.asked).toEqual(['begin', 'append 2', 'append 3', 'finish', 'columns'])
    expect(batches).toEqual([])
    expect(database.filled).toBe(true)
    expect(database.columns.map(({ name }) => name)).toEqual(['of question 4'])
  })

  it('stops where a later data set overtakes it', async () => {
    store.held = true
    database.fill(INFO, [batch(1), batch(1)])
    await store.let()
    database.fill(INFO, [batch(9)])
    store.held = false
    while (store.waiting.length > 0) await store.let()
    await settle()
    expect(store.asked).toEqual(['begin', 'append 1', 'begin', 'append 9', 'finish', 'columns'])
    expect(database.filled).toBe(true)
  })

  it('takes no columns from a data set that was overtaken at its last question', async () => {
    store.held = true
    database.fill(INFO, [])
    await store.let()
    await store.let()
    expect(store.asked).toEqual(['begin', 'finish', 'columns'])
    database.fill(INFO, [batch(9)])
    await store.let()
    expect(database.columns).toEqual([])
    expect(database.filled).toBe(false)
  })

  it('gives areas that came too early after the rows, and those that came late at once', async () => {
    const area = { id: 'A' } as Area
    database.fill(INFO, [batch(1)])
    database.setAreas([area], new Int32Array(1))
    await settle()
    expect(store.asked.at(-1)).toBe('areas 1')
    database.setAreas([area, area], new Int32Array(1))
    await settle()
    expect(store.asked.at(-1)).toBe('areas 2')
    expect(store.asked.filter((what) => what.startsWith('areas'))).toHaveLength(2)
  })

  it('tells of a failure, and forgets it with the next data set', async () => {
    store.failing = 'append 2'
    database.fill(INFO, [batch(2)])
    await settle()
    expect(database.failure?.message).toBe('append 2')
    expect(database.filled).toBe(false)
    database.fill(INFO, [batch(1)])
    expect(database.failure).toBeNull()
    await settle()
    expect(database.filled).toBe(true)
  })
})

describe('the selection as the table asks for it', () => {
  const hours = { dayFrom: 4, dayTo: 5, start: 16, length: 5 }
  const outline = { kind: 'outline' as const, label: 'x', polygon: [] }
  const areas = { kind: 'areas' as const, ids: ['A'] }

  it('is the database’s own where it can decide every clause', async () => {
    for (const part of [{}, { hours }, { place: areas }, { timeMethod: 'aoristic' as const }]) {
      const selection = { ...EMPTY_SELECTION, ...part }
      expect(await database.filterFor(selection)).toEqual({ selection })
    }
    expect(rowsAsked).toEqual([])
  })

  it('is row by row for outlines and shared-out hours, with the clauses that the worker decided left out', async () => {
    const withOutline = { ...EMPTY_SELECTION, hours, place: outline }
    expect(await database.filterFor(withOutline)).toEqual({
      selection: { ...withOutline, place: null, hours: null },
      rows: Uint32Array.of(3, 7),
    })
    const shared = { ...EMPTY_SELECTION, hours, place: areas, timeMethod: 'midpoint' as const }
    expect(await database.filterFor(shared)).toEqual({
      selection: { ...shared, hours: null },
      rows: Uint32Array.of(3, 7),
    })
    expect(rowsAsked).toEqual([withOutline, shared])
  })
})
