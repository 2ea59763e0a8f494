import { expect, it } from 'vitest'
import { directionOf } from '../../../src/analysis/compare/direction.ts'

it('an interval that touches 1 tells no direction', () => {
  const of = (lower: number, upper: number) => directionOf({ lower, upper, level: 0.95 })
  expect([of(0.5, 0.99), of(0.5, 1), of(1, 2), of(1.01, 2), of(0, Infinity)]).toEqual([
    'fell',
    'no-clear-change',
    'no-clear-change',
    'rose',
    'no-clear-change',
  ])
})
