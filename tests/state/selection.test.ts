import { beforeEach, describe, expect, it } from 'vitest'
import type { HourWindow } from '../../src/domain/hourWindow.ts'
import { SelectionState, type SelectionChange } from '../../src/state/selection.svelte.ts'

const NIGHT: HourWindow = { dayFrom: 4, dayTo: 5, start: 16, length: 5 }
const EVENING: HourWindow = { dayFrom: 0, dayTo: 4, start: 12, length: 4 }

let changes: SelectionChange[]
let selection: SelectionState

beforeEach(() => {
  changes = []
  selection = new SelectionState((change) => changes.push(change))
})

describe('what a brush proposes', () => {
  it('is what counts while it moves, and leaves alone what stands', () => {
    selection.commit({ types: ['klotter'] })
    selection.propose({ hours: NIGHT })
    expect(selection.current).toMatchObject({ types: ['klotter'], hours: NIGHT })
    expect(selection.committed.hours).toBeNull()
    expect(changes).toEqual(['commit', 'preview'])
  })

  it('is taken back where the brush returns to what stands, so that the exact answer is asked for again', () => {
    selection.commit({ hours: NIGHT })
    selection.propose({ hours: EVENING })
    selection.propose({ hours: { ...NIGHT } })
    expect(selection.preview).toBeNull()
    expect(selection.current).toEqual(selection.committed)
    expect(changes).toEqual(['commit', 'preview', 'withdraw'])
  })

  it('is taken back by null', () => {
    selection.propose({ hours: NIGHT })
    selection.propose(null)
    expect(selection.current.hours).toBeNull()
    expect(changes).toEqual(['preview', 'withdraw'])
  })

  it('gives way to what is committed', () => {
    selection.propose({ hours: NIGHT })
    selection.commit({ hours: EVENING })
    expect(selection.preview).toBeNull()
    expect(selection.current.hours).toEqual(EVENING)
    expect(changes).toEqual(['preview', 'commit'])
  })
})

describe('what a person chooses', () => {
  it('adds types together, or takes all of them away where all are chosen', () => {
    selection.toggleTypes(['a', 'b'])
    selection.toggleTypes(['b', 'c'])
    expect(selection.committed.types).toEqual(['a', 'b', 'c'])
    selection.toggleTypes(['a', 'c'])
    expect(selection.committed.types).toEqual(['b'])
  })

  it('gathers areas, gives way from an outline, and is everywhere once the last area goes', () => {
    selection.choosePlace({ kind: 'outline', label: 'torget', polygon: [] })
    selection.toggleArea('A')
    selection.toggleArea('B')
    expect(selection.committed.place).toEqual({ kind: 'areas', ids: ['A', 'B'] })
    selection.toggleArea('A')
    selection.toggleArea('B')
    expect(selection.committed.place).toBeNull()
  })

  it('lets go of the types of crimes among events', () => {
    selection.chooseTypes(['klotter'])
    selection.chooseKind('event')
    expect(selection.committed).toMatchObject({ kind: 'event', types: [] })
  })

  it('is lifted one by one or all at once; the comparison, the method and the kind stay', () => {
    selection.commit({
      kind: 'event',
      period: { from: 1, to: 2 },
      types: ['a'],
      hours: NIGHT,
      place: { kind: 'areas', ids: ['A'] },
      timeMethod: 'aoristic',
    })
    selection.lift('hours')
    expect(selection.committed).toMatchObject({ hours: null, types: ['a'] })
    selection.liftAll()
    expect(selection.committed).toMatchObject({
      kind: 'event',
      period: null,
      types: [],
      place: null,
      timeMethod: 'aoristic',
    })
  })

  it('is restored whole and in silence', () => {
    selection.propose({ hours: NIGHT })
    changes.length = 0
    selection.restore({ ...selection.committed, types: ['a'] })
    expect(selection.preview).toBeNull()
    expect(selection.current.types).toEqual(['a'])
    expect(changes).toEqual([])
  })
})
