import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  contentHeight,
  firstRowAt,
  MAX_HEIGHT,
  revealRow,
  scrollTopOf,
  visibleRows,
} from '../../src/ui/virtualWindow.ts'

const small = { total: 1000, rowHeight: 28, viewport: 280 }
const large = { total: 1_000_000, rowHeight: 28, viewport: 280 }

describe('the virtual table', () => {
  it('scrolls by pixels while the rows fit an element', () => {
    expect(contentHeight(small)).toBe(28_000)
    expect(firstRowAt(small, 2800)).toBeCloseTo(100, 9)
    expect(scrollTopOf(small, 100)).toBeCloseTo(2800, 9)
    expect(visibleRows(small, 100.5)).toEqual({ from: 100, to: 111 })
  })
  it('reaches the first and the last of a million rows within the largest element', () => {
    expect(contentHeight(large)).toBe(MAX_HEIGHT)
    expect(visibleRows(large, firstRowAt(large, 0))).toEqual({ from: 0, to: 10 })
    expect(visibleRows(large, firstRowAt(large, MAX_HEIGHT - 280))).toEqual({ from: 999_990, to: 1_000_000 })
  })
  it('goes to a row and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_990 }), (row) => {
        expect(firstRowAt(large, scrollTopOf(large, row))).toBeCloseTo(row, 6)
      }),
    )
  })
  it('has nothing to scroll where all rows fit', () => {
    const few = { total: 3, rowHeight: 28, viewport: 280 }
    expect(firstRowAt(few, 50)).toBe(0)
    expect(scrollTopOf(few, 2)).toBe(0)
    expect(visibleRows(few, 0)).toEqual({ from: 0, to: 3 })
    expect(visibleRows({ ...few, total: 0 }, 0)).toEqual({ from: 0, to: 0 })
  })
  it('reveals a row with the least move', () => {
    expect(revealRow(small, 100, 105)).toBe(100)
    expect(revealRow(small, 100, 40)).toBe(40)
    expect(revealRow(small, 100, 110)).toBe(101)
    expect(revealRow(small, 100.5, 100)).toBe(100)
  })
})
