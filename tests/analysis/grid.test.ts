import fc from 'fast-check'
import { expect, it } from 'vitest'
import { cellAt, centreX, centreY, gridFor } from '../../src/analysis/index.ts'

it('snaps its origin to whole multiples of the cell size and covers the points with the margin', () => {
  const coordinate = fc.integer({ min: -1e8, max: 7e8 }).map((centimetres) => centimetres / 100)
  const length = fc.integer({ min: 0, max: 90000 }).map((centimetres) => centimetres / 100)
  fc.assert(
    fc.property(
      coordinate,
      coordinate,
      length,
      length,
      fc.integer({ min: 1, max: 500 }),
      fc.integer({ min: 0, max: 400 }),
      (x, y, dx, dy, cellSize, margin) => {
        const grid = gridFor({ x: [x, x + dx], y: [y + dy, y] }, cellSize, margin)
        expect(Math.abs(grid.originX % cellSize)).toBe(0)
        expect(Math.abs(grid.originY % cellSize)).toBe(0)
        for (const px of [x - margin, x + dx + margin])
          for (const py of [y - margin, y + dy + margin])
            expect(cellAt(grid, px, py)).toBeGreaterThanOrEqual(0)
        expect(grid.originX + cellSize).toBeGreaterThan(x - margin)
        expect(grid.originX + (grid.columns - 1) * cellSize).toBeLessThanOrEqual(x + dx + margin)
      },
    ),
  )
})

it('puts a point on a border into the cell that starts there', () => {
  const grid = gridFor({ minX: 0, minY: 0, maxX: 20, maxY: 10 }, 10)
  expect(grid).toEqual({ originX: 0, originY: 0, cellSize: 10, columns: 3, rows: 2 })
  expect([cellAt(grid, 10, 0), cellAt(grid, 9.99, 10), cellAt(grid, 30, 0), cellAt(grid, NaN, 0)]).toEqual([
    1, 3, -1, -1,
  ])
  expect([centreX(grid, 1), centreY(grid, 1)]).toEqual([15, 15])
})

it('is one cell without points and refuses what could not be held', () => {
  expect(gridFor({ x: [NaN], y: [1] }, 50)).toMatchObject({ columns: 1, rows: 1 })
  expect(() => gridFor({ x: [0, 1e7], y: [0, 1e7] }, 1)).toThrow(/at most 16777216 cells/)
  expect(() => gridFor({ x: [0], y: [0] }, 0)).toThrow(/cellSize is 0/)
})
