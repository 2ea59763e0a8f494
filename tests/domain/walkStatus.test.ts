import { describe, expect, it } from 'vitest'
import { parseIsoDate } from '../../src/domain/period.ts'
import type { SafetyWalk, WalkObservation } from '../../src/domain/safetyWalk.ts'
import { daysLate, observationStatus, overdueObservations, walkCounts } from '../../src/domain/walkStatus.ts'
import { walks } from '../../data/walks.ts'

const today = parseIsoDate('2026-06-30')
const at = (part: Partial<WalkObservation>): WalkObservation => ({
  id: 'x',
  lon: 18,
  lat: 58,
  feels: 'unsafe',
  category: 'lighting',
  text: 'Mörkt.',
  ...part,
})
const approved = { kind: 'approved' } as const

describe('the status of an observation', () => {
  it.each([
    [{}, 'open'],
    [{ feels: 'safe' }, 'none'],
    [{ decision: approved }, 'approved'],
    [{ decision: approved, due: '2026-06-30' }, 'approved'],
    [{ decision: approved, due: '2026-06-29' }, 'overdue'],
    [{ due: '2026-06-29' }, 'overdue'],
    [{ decision: approved, due: '2026-06-29', done: '2026-07-01' }, 'done'],
    [{ decision: approved, done: '2026-01-01', confirmed: true }, 'confirmed'],
    [{ decision: approved, done: '2026-01-01', confirmed: false }, 'notHeld'],
    [{ decision: { kind: 'refused', reason: 'För dyrt.' }, due: '2020-01-01' }, 'refused'],
  ] as [Partial<WalkObservation>, string][])('of %j is %s', (part, status) => {
    expect(observationStatus(at(part), today)).toBe(status)
  })

  it('is late by whole days, and a date that is none makes nothing late', () => {
    expect(daysLate(at({ due: '2026-06-29' }), today)).toBe(1)
    expect(daysLate(at({ due: '2025-06-30' }), today)).toBe(365)
    expect(daysLate(at({ due: 'snart' }), today)).toBe(0)
    expect(daysLate(at({ due: '2026-07-01' }), today)).toBe(0)
  })
})

describe('the demo', () => {
  it('has one past its date, and one refused with its reason', () => {
    const late = overdueObservations(walks, today)
    expect(late.map(({ observation, daysLate: days }) => [observation.id, days])).toEqual([['v1-11', 242]])
    const refused = walks.flatMap((walk) =>
      walk.observations.filter((one) => observationStatus(one, today) === 'refused'),
    )
    expect(refused.map(({ id, decision }) => [id, decision?.reason?.slice(0, 18)])).toEqual([
      ['v1-09', 'Fler bänkar prövad'],
    ])
  })

  it('counts a walk', () => {
    expect(walkCounts(walks[0], today)).toEqual({
      participants: 15,
      unsafe: 13,
      safe: 4,
      approved: 12,
      refused: 1,
      done: 10,
      overdue: 1,
      open: 0,
    })
    expect(walkCounts({ ...walks[1], participants: {} } as SafetyWalk, today)).toMatchObject({
      participants: 0,
      unsafe: 5,
      open: 1,
    })
  })
})
