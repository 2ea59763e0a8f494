import fc from 'fast-check'
import { expect, it } from 'vitest'
import { cellAt, centreX, centreY, extentOf, gridFor, MAX_CELLS } from '../../src/analysis/index.ts'

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

it('a cell holds its own centre, and a centre is in no other', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -1000, max: 140_000 }),
      fc.integer({ min: -1000, max: 140_000 }),
      fc.integer({ min: 1, max: 2000 }).map((v) => v / 4),
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 1, max: 60 }),
      fc.nat(),
      (firstColumn, firstRow, cellSize, columns, rows, pick) => {
        const grid = {
          originX: firstColumn * cellSize,
          originY: firstRow * cellSize,
          cellSize,
          columns,
          rows,
        }
        const cell = pick % (columns * rows)
        const [column, row] = [cell % columns, Math.floor(cell / columns)]
        expect(cellAt(grid, centreX(grid, column), centreY(grid, row))).toBe(cell)
        expect(centreX(grid, column) - grid.originX).toBeCloseTo((column + 0.5) * cellSize, 6)
        expect(cellAt(grid, centreX(grid, columns), centreY(grid, 0))).toBe(-1)
        expect(cellAt(grid, centreX(grid, 0), centreY(grid, -1))).toBe(-1)
      },
    ),
  )
})

it('the extent is the least and most of the placed points', () => {
  const coordinate = fc.oneof(fc.integer({ min: -99, max: 99 }), fc.constantFrom(NaN, Infinity))
  fc.assert(
    fc.property(fc.array(fc.tuple(coordinate, coordinate)), (cloud) => {
      const placed = cloud.filter(([x, y]) => Number.isFinite(x) && Number.isFinite(y))
      const extent = extentOf({ x: cloud.map(([x]) => x), y: cloud.map(([, y]) => y) })
      if (placed.length === 0) {
        expect(extent).toBeNull()
        return
      }
      const [xs, ys] = [placed.map(([x]) => x), placed.map(([, y]) => y)]
      expect(extent).toEqual({
        minX: Math.min(...xs),
        maxX: Math.max(...xs),
        minY: Math.min(...ys),
        maxY: Math.max(...ys),
      })
    }),
  )
  expect(() => extentOf({ x: [1], y: [] })).toThrow(/points.y.length is 0/)
})

it('refuses grids that are none, naming what is wrong', () => {
  for (const size of [-1, NaN, Infinity]) {
    expect(() => gridFor({ x: [0], y: [0] }, size)).toThrow(
      `cellSize is ${size}; allowed: a finite number above 0`,
    )
    expect(() => gridFor({ x: [0], y: [0] }, 10, size)).toThrow(/margin is/)
  }
  expect(() => gridFor({ minX: 0, minY: 0, maxX: Infinity, maxY: 1 }, 1)).toThrow(/grid.columns is Infinity/)
  expect(() => gridFor({ minX: 0, minY: NaN, maxX: 1, maxY: 1 }, 1)).toThrow(/grid.originY is NaN/)
  expect(() => gridFor({ minX: NaN, minY: 0, maxX: 1, maxY: 1 }, 1)).toThrow(/grid.originX is NaN/)
  expect(() => gridFor({ minX: 5, minY: 0, maxX: 1, maxY: 1 }, 1)).toThrow(/grid.columns is -3/)
  expect(() => gridFor({ minX: 0, minY: 5, maxX: 1, maxY: 1 }, 1)).toThrow(/grid.rows is -3/)
  // 4 096 × 4 096 cells are held, one column more is not.
  expect(gridFor({ minX: 0, minY: 0, maxX: 4095, maxY: 4095 }, 1)).toMatchObject({
    columns: 4096,
    rows: 4096,
  })
  expect(() => gridFor({ minX: 0, minY: 0, maxX: 4096, maxY: 4095 }, 1)).toThrow(`at most ${MAX_CELLS} cells`)
})
