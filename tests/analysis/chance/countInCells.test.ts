import fc from 'fast-check'
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

it('refuses unequal columns, negative weights and grids that are none, and drops what is nowhere', () => {
  expect(() => countInCells({ x: [1], y: [] }, grid)).toThrow(/points.y.length is 0; allowed: 1/)
  expect(() => countInCells({ x: [1], y: [1], weight: [-1] }, grid)).toThrow(/points.weight\[0\] is -1/)
  expect(() => countInCells({ x: [], y: [] }, { ...grid, cellSize: 0 })).toThrow(/grid.cellSize is 0/)
  expect(() => countInCells({ x: [], y: [] }, { ...grid, originX: NaN })).toThrow(/grid.originX is NaN/)
  expect(() => countInCells({ x: [], y: [] }, { ...grid, originY: Infinity })).toThrow(/grid.originY/)
  expect(() => countInCells({ x: [], y: [] }, { ...grid, columns: 1e5, rows: 1e5 })).toThrow(
    /at most 16777216/,
  )
  expect(
    countInCells({ x: [Infinity, 101, 101], y: [200, 201, 201], weight: [1, NaN, 3] }, grid),
  ).toMatchObject({ n: 1, dropped: 2, outside: 0 })
})

it('counts every point once: in a cell, outside, or dropped', () => {
  const coordinate = fc.oneof(fc.integer({ min: 90, max: 130 }), fc.constantFrom(NaN, Infinity, 109.999999))
  fc.assert(
    fc.property(fc.array(fc.tuple(coordinate, coordinate)), (cloud) => {
      const points = { x: cloud.map(([x]) => x), y: cloud.map(([, y]) => y + 100) }
      const { counts, n, dropped, outside } = countInCells(points, grid)
      expect(n + dropped + outside).toBe(cloud.length)
      expect(counts.reduce((a, b) => a + b, 0)).toBe(n)
      counts.forEach((count, cell) => {
        const [column, row] = [cell % 2, Math.floor(cell / 2)]
        const here = points.x.filter((x, i) => {
          const y = points.y[i]!
          return x >= 100 + column * 10 && x < 110 + column * 10 && y >= 200 + row * 10 && y < 210 + row * 10
        })
        expect(count).toBe(here.length)
      })
    }),
  )
})
