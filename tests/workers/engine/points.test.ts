import { describe, expect, it } from 'vitest'
import { byKind } from '../../../src/domain/incident.ts'
import { EMPTY_SELECTION } from '../../../src/domain/selection.ts'
import { groupTypes } from '../../../src/workers/engine/typeGroups.ts'
import { columnsOf, engineOf, LABELS, rectangle, type Incident } from './incidents.ts'

const incident = (part: Partial<Incident>): Incident => ({
  kind: 0,
  type: 1,
  from: Date.UTC(2025, 2, 1, 12),
  to: null,
  day: null,
  at: [100, 100],
  ...part,
})
const BOTH = byKind(() => true)

describe('types', () => {
  it('count together where their labels mean the same, crimes and events apart', () => {
    const rows = [1, 2, 2, 3, 0].map((type) => incident({ type })).concat(incident({ kind: 1, type: 3 }))
    const { groups, groupOfType } = groupTypes(LABELS, columnsOf(rows))
    expect(groups.map(({ id, kinds: { crime, event } }) => [id, crime, event])).toEqual([
      ['', 1, 0],
      ['klotter', 3, 0],
      ['Bus', 1, 1],
      ['personran', 0, 0],
    ])
    expect(Array.from(groupOfType)).toEqual([0, 1, 1, 2, 3])
  })
})

describe('points in view', () => {
  const rows = [
    incident({ type: 1 }),
    incident({ type: 3, at: [900, 900] }),
    incident({ kind: 1, type: 3 }),
    incident({ at: null }),
    incident({ type: 1, from: null }),
  ]
  const points = (part: object, request: object = {}) =>
    engineOf(rows).points({
      selection: { ...EMPTY_SELECTION, ...part },
      kinds: BOTH,
      limit: 100,
      bounds: null,
      ...request,
    })

  it('are those with a position, each with its row, kind and type', () => {
    const result = points({})
    expect(Array.from(result.row)).toEqual([1, 2, 3, 5])
    expect(Array.from(result.kind)).toEqual([0, 0, 1, 0])
    expect(Array.from(result.group)).toEqual([1, 2, 2, 1])
    expect(result).toMatchObject({ total: 4, limited: false })
    expect(result.positions).toHaveLength(8)
  })

  it('obey the type filter in the chosen kind only; the other kind is there for context', () => {
    expect(Array.from(points({ types: ['klotter'] }).row)).toEqual([1, 3, 5])
    expect(Array.from(points({ types: ['Bus'], kind: 'event' }).row)).toEqual([1, 2, 3, 5])
    expect(Array.from(points({}, { kinds: { ...byKind(() => false), event: true } }).row)).toEqual([3])
  })

  it('obey hours, period and place in both kinds', () => {
    const noon = { dayFrom: 5, dayTo: 5, start: 6, length: 4 }
    expect(Array.from(points({ hours: noon }).row)).toEqual([1, 2, 3])
    const polygon = rectangle(0, 0, 500, 500)
    expect(Array.from(points({ place: { kind: 'outline', label: '', polygon } }).row)).toEqual([1, 3, 5])
    expect(points({ period: { from: 0, to: 1 } }).total).toBe(0)
  })

  it('are only those within the view, and every k-th where there are more than can be drawn', () => {
    const engine = engineOf(Array.from({ length: 95 }, (_, i) => incident({ at: [i, i] })))
    const request = { selection: EMPTY_SELECTION, kinds: BOTH, limit: 10, bounds: null }
    const some = engine.points(request)
    expect(some).toMatchObject({ total: 95, limited: true })
    expect(some.row).toHaveLength(10)
    expect(some.row[1] - some.row[0]).toBe(10)
    const { lon, lat } = engine.columns
    const view: [number, number, number, number] = [lon[10], lat[10], lon[20], lat[20]]
    const near = engine.points({ ...request, limit: 100, bounds: view })
    expect(near.total).toBeLessThanOrEqual(11)
    expect(near.total).toBeGreaterThan(5)
    expect(near.limited).toBe(false)
  })
})
