import { expect, it } from 'vitest'
import { countInCells } from '../../../src/analysis/index.ts'

const grid = { originX: 100, originY: 200, cellSize: 10, columns: 2, rows: 2 }

it('counts in half-open cells, and what it leaves out', () => {
  const result = countInCells(
    { x: [100, 109.99, 110, 119, 120, NaN, 99], y: [200, 209.99, 200, 210, 200, 200, 200] },
    grid,
  )
  expect(Array.from(result.counts)).toEqual([2, 1, 0, 1])
  expect(result).toMatchObject({ n: 4, dropped: 1, outside: 2 })
})

it('sums weights, and is zero without points', () => {
  expect(Array.from(countInCells({ x: [101, 102], y: [201, 202], weight: [0.25, 2] }, grid).counts)).toEqual([
    2.25, 0, 0, 0,
  ])
  expect(countInCells({ x: [], y: [] }, grid)).toMatchObject({ n: 0, dropped: 0, outside: 0 })
})
