import { beforeEach, describe, expect, it } from 'vitest'
import { DEFAULT_CRIME_TYPES } from '../../src/domain/crimeTypes.ts'
import { CrimeTypesError, writeCrimeTypes } from '../../src/domain/crimeTypesFile.ts'
import { EMPTY_SELECTION } from '../../src/domain/selection.ts'
import type { TypeLabel } from '../../src/domain/taxonomy.ts'
import { classLabels, removeType } from '../../src/domain/taxonomyEdits.ts'
import { AnalysisState } from '../../src/state/analysis.svelte.ts'
import { CrimeTypesState } from '../../src/state/crimeTypes.svelte.ts'
import { DatasetState, type Dataset } from '../../src/state/dataset.svelte.ts'
import { Relabelling, typesThatHold } from '../../src/state/relabelling.svelte.ts'
import { SelectionState } from '../../src/state/selection.svelte.ts'
import type { AnalysisClient } from '../../src/workers/analysisClient.ts'

let told = 0
let types: CrimeTypesState
beforeEach(() => {
  told = 0
  types = new CrimeTypesState(() => told++)
})

const fileOf = (name: string, text: string) => ({
  name,
  size: text.length,
  text: () => Promise.resolve(text),
})
const said = (label: string, type: string | null) => classLabels(types.current, [label], type)

describe('crime types as the person has them', () => {
  it('can be undone and done again, step by step', () => {
    expect([types.canUndo, types.canRedo, types.isDefault]).toEqual([false, false, true])
    types.edit(said('Fickstöld', 'tillgrepp-ovrigt'))
    types.edit(said('Jakt', null))
    expect(types.read('Fickstöld').typeId).toBe('tillgrepp-ovrigt')
    types.undo()
    expect([types.current.mapping.length, types.canUndo, types.canRedo, types.isDefault]).toEqual([
      1,
      true,
      true,
      false,
    ])
    types.undo()
    expect(types.isDefault).toBe(true)
    types.redo()
    types.redo()
    expect(types.current.mapping.length).toBe(2)
    types.undo()
    types.edit(said('Annat', null))
    expect(types.canRedo).toBe(false)
    types.reset()
    expect(types.isDefault).toBe(true)
    types.undo()
    expect(types.current.mapping.length).toBe(2)
  })

  it('tell each change once, and none where nothing changed', () => {
    types.edit(said('Fickstöld', 'tillgrepp-ovrigt'))
    types.edit(said('Fickstöld', 'tillgrepp-ovrigt'))
    expect(told).toBe(1)
    types.reset()
    types.reset()
    types.undo()
    expect(told).toBe(3)
  })

  it('come back from what they are remembered as, without a history', () => {
    types.edit(said('Fickstöld', 'tillgrepp-ovrigt'))
    const kept: unknown = JSON.parse(JSON.stringify(types))
    const other = new CrimeTypesState(() => told++)
    other.fromJSON(kept)
    expect(other.current).toEqual(types.current)
    expect(other.canUndo).toBe(false)
    expect(() => other.fromJSON({ lagesbild: 'crime-types', version: 9 })).toThrow(CrimeTypesError)
    expect(other.current).toEqual(types.current)
  })

  it('take over a file by adding to one’s own, or in their place', async () => {
    const text = JSON.stringify({ ...types.toJSON(), mapping: [{ label: 'Jakt', type: null }] })
    types.edit(said('Fickstöld', 'tillgrepp-ovrigt'))
    expect(await types.open(fileOf('min.json', text))).toBe(false)
    const file = types.offered!.types
    types.takeOver(file, 'merge')
    expect(types.offered).toBeNull()
    expect(types.current.mapping).toEqual([
      { label: 'Fickstöld', type: 'tillgrepp-ovrigt' },
      { label: 'Jakt', type: null },
    ])
    types.undo()
    types.takeOver(file, 'replace')
    expect(types.current.mapping).toEqual([{ label: 'Jakt', type: null }])
  })
})

describe('a file of crime types', () => {
  const text = JSON.stringify({
    ...writeCrimeTypes(DEFAULT_CRIME_TYPES),
    mapping: [{ label: 'Jakt', type: null }],
  })

  it('holds at once where nothing is lost by it, and when it says what holds already', async () => {
    expect(await types.open(fileOf('a.json', text))).toBe(true)
    expect(types.current.mapping).toEqual([{ label: 'Jakt', type: null }])
    expect(await types.open(fileOf('a.json', text))).toBe(true)
    types.undo()
    expect(types.isDefault).toBe(true)
  })

  it('that cannot be read, or is too large to be, changes nothing', async () => {
    types.edit(said('Fickstöld', 'tillgrepp-ovrigt'))
    const before = types.current
    for (const bad of ['', '{}', text.replace('"jakt"', ''), text.slice(0, -1), '{"__proto__":{}}'])
      if (bad !== text) await expect(types.open(fileOf('b.json', bad))).rejects.toThrow(CrimeTypesError)
    const unread = { name: 'c.json', size: 1e9, text: () => Promise.reject(new Error('read')) }
    await expect(types.open(unread)).rejects.toMatchObject({ fault: { code: 'tooLarge' } })
    expect(types.current).toBe(before)
    expect(types.offered).toBeNull()
  })
})

describe('classing anew', () => {
  const labels: TypeLabel[] = [
    { label: '', typeId: null },
    { label: 'Klotter', typeId: 'klotter' },
    { label: 'Fickstöld', typeId: null },
  ]
  const groups = labels.map(({ label, typeId }) => ({ id: typeId ?? label, typeId, label }))
  let asked: { request: Record<string, unknown>; answer: () => Promise<void> }[]
  let parts: ConstructorParameters<typeof Relabelling>[0]
  let relabelled: (readonly TypeLabel[])[]
  let relabelling: Relabelling

  beforeEach(() => {
    asked = []
    relabelled = []
    const client = {
      start: (_: string, request: Record<string, unknown>) => {
        let done: (value: unknown) => void = () => {}
        const result = new Promise((resolve) => (done = resolve))
        const answer = async () => {
          done({ summary: { groups: [] }, counts: { of: request } })
          await new Promise((resolve) => setTimeout(resolve))
        }
        asked.push({ request, answer })
        return { result, cancel: () => {} }
      },
    } as unknown as AnalysisClient
    const data = new DatasetState()
    data.current = { labels, summary: { groups } } as unknown as Dataset
    parts = {
      crimeTypes: types,
      data,
      selection: new SelectionState(() => {}),
      analysis: new AnalysisState(client, () => {}),
      database: { relabel: (now) => void relabelled.push(now) },
      worker: client,
    }
    relabelling = new Relabelling(parts)
  })

  it('asks for the new labels under what still can be chosen, and puts all in place in one step', async () => {
    parts.selection.restore({ ...EMPTY_SELECTION, types: ['Fickstöld', 'klotter', 'cykelstold'] })
    types.edit(said('Fickstöld', 'tillgrepp-ovrigt'))
    const run = relabelling.run()
    expect(asked[0].request).toMatchObject({
      labels: [labels[0], labels[1], { label: 'Fickstöld', typeId: 'tillgrepp-ovrigt' }],
      selection: { types: ['klotter', 'cykelstold'] },
    })
    expect(parts.data.current?.labels).toBe(labels)
    await asked[0].answer()
    expect(await run).toBe(true)
    expect(parts.data.current?.labels[2].typeId).toBe('tillgrepp-ovrigt')
    expect(parts.analysis.counts).toEqual({ of: asked[0].request })
    expect(parts.selection.committed.types).toEqual(['klotter', 'cykelstold'])
    expect(types.lifted).toEqual(['Fickstöld'])
    expect(relabelled).toEqual([parts.data.current?.labels])
  })

  it('counts only the last of several changes, and none for a data set that has gone', async () => {
    types.edit(said('Fickstöld', 'tillgrepp-ovrigt'))
    const first = relabelling.run()
    types.edit(said('Fickstöld', 'cykelstold'))
    const second = relabelling.run()
    await asked[0].answer()
    await asked[1].answer()
    expect([await first, await second]).toEqual([false, true])
    expect(parts.data.current?.labels[2].typeId).toBe('cykelstold')

    const third = relabelling.run()
    const other = { labels: [...labels], summary: { groups } } as unknown as Dataset
    parts.data.current = other
    await asked[2].answer()
    expect(await third).toBe(false)
    expect(parts.data.current).toBe(other)
  })

  it('hears no complaint of labels that went with their data set, but every other', async () => {
    const refusing = (error: Error) => {
      const start = () => ({ result: Promise.reject(error), cancel: () => {} })
      return new Relabelling({ ...parts, worker: { start } as unknown as AnalysisClient })
    }
    const failed = refusing(new Error('no data set'))
    await expect(failed.run()).rejects.toThrow('no data set')
    const late = refusing(new RangeError('3 labels for a data set of 4')).run()
    parts.data.current = { labels: [...labels], summary: { groups } } as unknown as Dataset
    expect(await late).toBe(false)
  })

  it('lifts what an address chose that nobody knows', () => {
    parts.selection.restore({ ...EMPTY_SELECTION, types: ['Okänd', '', 'klotter'] })
    relabelling.dropUnknown()
    expect(parts.selection.committed.types).toEqual(['', 'klotter'])
    expect(types.lifted).toEqual(['Okänd'])
  })

  it('keeps a type that the taxonomy knows though no row has it', () => {
    const { taxonomy } = DEFAULT_CRIME_TYPES
    const chosen = { ...EMPTY_SELECTION, types: ['cykelstold', 'klotter', 'Fickstöld', 'x'] }
    expect(typesThatHold(chosen, labels, taxonomy)).toEqual({
      kept: ['cykelstold', 'klotter', 'Fickstöld'],
      gone: ['x'],
    })
    const without = removeType(DEFAULT_CRIME_TYPES, 'cykelstold', null).taxonomy
    expect(typesThatHold(chosen, labels, without).gone).toEqual(['cykelstold', 'x'])
  })
})
