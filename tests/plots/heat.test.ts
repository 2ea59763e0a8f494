import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hourOfCell, hoursInWindow, type HourWindow } from '../../src/domain/hourWindow.ts'
import {
  cellAt,
  dragWindow,
  gripAt,
  inWindow,
  moveWindow,
  resizeWindow,
  sameWindow,
  windowBetween,
  windowBlocks,
} from '../../src/plots/heatBrush.ts'
import { heatBreaks, heatClass, heatFrame, heatGrid } from '../../src/plots/heatLayout.ts'

const weekendNight: HourWindow = { dayFrom: 4, dayTo: 5, start: 16, length: 5 }

describe('heatGrid', () => {
  it('puts Saturday 02 in Friday’s row and Monday 03 in Sunday’s', () => {
    const counts = new Float64Array(168)
    counts[5 * 24 + 2] = 3
    counts[3] = 1
    counts[6] = 2
    const grid = heatGrid(counts)
    expect(grid.cells[4 * 24 + 20]).toBe(3)
    expect(grid.cells[6 * 24 + 21]).toBe(1)
    expect(grid.cells[0]).toBe(2)
    expect([...grid.rows]).toEqual([2, 0, 0, 0, 3, 0, 1])
    expect(grid.columns[20]).toBe(3)
    expect(grid.total).toBe(6)
    expect(grid.max).toBe(3)
  })
  it('keeps every count once', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { minLength: 168, maxLength: 168 }), (counts) => {
        const grid = heatGrid(counts)
        const total = counts.reduce((sum, count) => sum + count, 0)
        expect(grid.rows.reduce((sum, count) => sum + count, 0)).toBe(total)
        expect(grid.columns.reduce((sum, count) => sum + count, 0)).toBe(total)
        expect([...grid.cells].sort()).toEqual([...counts].sort())
      }),
    )
  })
})

describe('heatBreaks', () => {
  it('takes round even steps', () => {
    expect(heatBreaks(46)).toEqual([1, 8, 16, 24, 32, 40])
    expect(heatBreaks(4)).toEqual([1, 2, 3, 4, 5, 6])
    expect(heatBreaks(12)).toEqual([1, 3, 5, 7, 9, 11])
    expect(heatBreaks(600)).toEqual([1, 100, 200, 300, 400, 500])
  })
  it('rises strictly and gives the largest count the sixth class from six up', () => {
    for (let max = 6; max < 5000; max++) {
      const breaks = heatBreaks(max)
      expect(breaks).toHaveLength(6)
      for (let k = 1; k < 6; k++) expect(breaks[k]).toBeGreaterThan(breaks[k - 1])
      expect(heatClass(max, breaks), `max ${max}`).toBe(6)
    }
  })
  it('classes none, fractions and bounds', () => {
    const breaks = heatBreaks(46)
    expect([0, 0.3, 1, 7, 8, 39, 40, 99].map((n) => heatClass(n, breaks))).toEqual([0, 1, 1, 1, 2, 5, 6, 6])
    expect(heatClass(NaN, breaks)).toBe(0)
  })
})

describe('the brush of the heat table', () => {
  it('draws one block, or more past Sunday and past 06', () => {
    expect(windowBlocks(weekendNight)).toEqual([{ row: 4, column: 16, rows: 2, columns: 5 }])
    expect(windowBlocks({ dayFrom: 6, dayTo: 0, start: 2, length: 3 })).toEqual([
      { row: 6, column: 2, rows: 1, columns: 3 },
      { row: 0, column: 2, rows: 1, columns: 3 },
    ])
    expect(windowBlocks({ dayFrom: 5, dayTo: 5, start: 20, length: 6 })).toEqual([
      { row: 5, column: 20, rows: 1, columns: 4 },
      { row: 6, column: 0, rows: 1, columns: 2 },
    ])
  })
  it('covers the same hours as the domain says', () => {
    const window = fc.record({
      dayFrom: fc.nat(6),
      dayTo: fc.nat(6),
      start: fc.nat(23),
      length: fc.integer({ min: 1, max: 24 }),
    })
    fc.assert(
      fc.property(window, (w) => {
        const flags = hoursInWindow(w)
        for (let row = 0; row < 7; row++)
          for (let column = 0; column < 24; column++)
            expect(inWindow(w, { row, column })).toBe(flags[hourOfCell(row, column)] === 1)
      }),
    )
  })
  it('spans two cells in any order', () => {
    expect(windowBetween({ row: 5, column: 20 }, { row: 4, column: 16 })).toEqual(weekendNight)
  })
  it('moves inside the table and stops at its edges', () => {
    expect(moveWindow(weekendNight, -1, 1)).toEqual({ dayFrom: 3, dayTo: 4, start: 17, length: 5 })
    expect(moveWindow(weekendNight, 9, 9)).toEqual({ dayFrom: 5, dayTo: 6, start: 19, length: 5 })
    expect(moveWindow(weekendNight, -9, -99)).toEqual({ dayFrom: 0, dayTo: 1, start: 0, length: 5 })
  })
  it('resizes by an edge and turns over', () => {
    expect(resizeWindow(weekendNight, 'right', { row: 0, column: 22 })).toEqual({
      ...weekendNight,
      length: 7,
    })
    expect(resizeWindow(weekendNight, 'left', { row: 0, column: 14 })).toEqual({
      ...weekendNight,
      start: 14,
      length: 7,
    })
    expect(resizeWindow(weekendNight, 'right', { row: 0, column: 12 })).toEqual({
      ...weekendNight,
      start: 12,
      length: 5,
    })
    expect(resizeWindow(weekendNight, 'bottom', { row: 6, column: 0 }).dayTo).toBe(6)
    expect(resizeWindow(weekendNight, 'top', { row: 2, column: 0 }).dayFrom).toBe(2)
  })
  it('knows what a press takes hold of', () => {
    const frame = heatFrame(388)
    const x = (column: number) => frame.left + column * frame.cellWidth
    const y = (row: number) => frame.top + row * frame.rowHeight
    const grip = (column: number, row: number, window: HourWindow | null = weekendNight) =>
      gripAt(frame, window, x(column), y(row))
    expect(grip(3.5, 0.5)).toBe('cells')
    expect(grip(18.5, 5)).toBe('move')
    expect(grip(21, 5)).toBe('right')
    expect(grip(16, 5)).toBe('left')
    expect(grip(18.5, 6)).toBe('bottom')
    expect(grip(18.5, 4)).toBe('top')
    expect(grip(-1, 2)).toBe('rows')
    expect(grip(26, 2)).toBe('rows')
    expect(grip(5, -0.6)).toBe('columns')
    expect(grip(5, 7.6)).toBe('columns')
    expect(grip(18.5, 5, null)).toBe('cells')
    expect(cellAt(frame, x(16.2), y(4.9))).toEqual({ row: 4, column: 16 })
    expect(cellAt(frame, -50, 999)).toEqual({ row: 6, column: 0 })
  })
  it('makes whole rows and columns', () => {
    const from = { row: 2, column: 5 }
    expect(dragWindow('rows', from, { row: 3, column: 9 }, null)).toEqual({
      dayFrom: 2,
      dayTo: 3,
      start: 0,
      length: 24,
    })
    expect(dragWindow('columns', from, from, null)).toEqual({ dayFrom: 0, dayTo: 6, start: 5, length: 1 })
    expect(dragWindow('move', from, { row: 3, column: 5 }, null)).toBeNull()
    expect(
      sameWindow(dragWindow('cells', from, from, null), { dayFrom: 2, dayTo: 2, start: 5, length: 1 }),
    ).toBe(true)
    expect(sameWindow(null, weekendNight)).toBe(false)
  })
})
