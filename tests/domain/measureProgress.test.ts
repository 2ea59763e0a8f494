import { expect, it } from 'vitest'
import type { Goal } from '../../src/domain/measure.ts'
import { goalProgress } from '../../src/domain/measureProgress.ts'
import { measureWith } from './measureWork.ts'

const of = (goals: Goal[]) =>
  goalProgress([measureWith({ goals })], '2026-06-30').map(({ done, planned, share, state }) => ({
    done,
    planned,
    share,
    state,
  }))

it('tells done of planned, from where it began', () => {
  expect(of([{ kind: 'output', text: 'Tillsyner', baseline: 0, target: 12, achieved: 12 }])).toEqual([
    { done: 12, planned: 12, share: 1, state: 'reached' },
  ])
  expect(of([{ kind: 'process', text: 'Punkter', target: 8, achieved: 3, date: '2025-12-31' }])).toEqual([
    { done: 3, planned: 8, share: 3 / 8, state: 'late' },
  ])
  // Two leaders are to become six: with four, half the way is gone.
  expect(of([{ kind: 'process', text: 'Ledare', baseline: 2, target: 6, achieved: 4 }])).toEqual([
    { done: 4, planned: 6, share: 0.5, state: 'underWay' },
  ])
  // Thirty days of waiting are to become ten.
  expect(of([{ kind: 'process', text: 'Dagar', baseline: 30, target: 10, achieved: 5 }])[0]).toMatchObject({
    share: 1,
    state: 'reached',
  })
})

it('tells what is not reported from what is late, and counts no outcome', () => {
  expect(of([{ kind: 'process', text: 'Stolpar', target: 12, date: '2026-10-15' }])).toEqual([
    { done: null, planned: 12, share: 0, state: 'unreported' },
  ])
  expect(of([{ kind: 'process', text: 'Stolpar', target: 12, date: '2026-06-29' }])[0].state).toBe('late')
  expect(of([{ kind: 'process', text: 'Samma', baseline: 3, target: 3, achieved: 3 }])[0].share).toBe(1)
  expect(of([{ kind: 'outcome', text: 'Brott', baseline: 9, target: 3, achieved: 3 }])).toEqual([])
  expect(of([{ kind: 'process', text: 'Möten', achieved: 3 }])).toEqual([])
  const cancelled = measureWith({ status: 'cancelled', goals: [{ kind: 'output', text: 'x', target: 1 }] })
  expect(goalProgress([cancelled], '2026-06-30')).toEqual([])
})
